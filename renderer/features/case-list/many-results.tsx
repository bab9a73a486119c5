import { Button, Modal } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import foot from '../../ui/dialog-foot.module.css';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import classes from './assign/assign-many.module.css';

/** What became of one of many: its case, which leads there, what else tells it apart, and the outcome. */
interface ResultLine {
  readonly key: string;
  readonly number: string;
  readonly about: string;
  readonly outcome: ReactNode;
  readonly onOpen: () => void;
}

interface ManyResultsProps {
  readonly title: ReactNode;
  /** In one sentence, how many of each. */
  readonly sum: ReactNode;
  /** The heading of what tells the lines apart. */
  readonly about: ReactNode;
  readonly lines: readonly ResultLine[];
  readonly onClose: () => void;
}

/** What became of a decision about many cases at once, a row each. */
export function ManyResults({ title, sum, about, lines, onClose }: ManyResultsProps) {
  const { t } = useLingui();
  useFocusBack();
  return (
    <Modal opened onClose={onClose} title={title} size={720} centered closeButtonProps={{ 'aria-label': t`Close` }}>
      <p role="status" className={classes.sum}>
        {sum}
      </p>
      <table className={classes.results}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Case</Trans>
            </th>
            <th scope="col">{about}</th>
            <th scope="col">
              <Trans>What became of it</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <td>
                <button type="button" className={classes.link} onClick={line.onOpen}>
                  {line.number}
                </button>
              </td>
              <td>{line.about}</td>
              <td>{line.outcome}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={foot.foot}>
        <div className={foot.deeds}>
          <span className={foot.keys}>
            <Trans>They can be opened again above the case list.</Trans>
          </span>
          <Button data-autofocus onClick={onClose}>
            <Trans>Close</Trans>
          </Button>
        </div>
      </div>
    </Modal>
  );
}
