import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowLeft, IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { taskTypeName } from '../../words/task-words.ts';
import { useCaseView } from '../case/frame.ts';
import type { ChosenChanges } from './chosen-changes.ts';
import classes from './task-dialog.module.css';

interface ChangesSummaryProps {
  readonly changes: ChosenChanges;
  readonly onBack: () => void;
}

/** What will be added and removed, and who is told of it: it has the focus, never the deed. */
export function ChangesSummary({ changes, onBack }: ChangesSummaryProps) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { settings } = open.standing;
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => here.current?.focus(), []);
  const removed = open.content.case.tasks.filter(({ id }) => changes.removed.includes(id));
  const officeOf = (id: string | null) => open.directory.offices.find((office) => office.id === id)?.name;
  return (
    <div ref={here} tabIndex={-1} role="group" aria-label={t`What will be saved`} className={classes.review}>
      {changes.added.length > 0 && (
        <section>
          <h3 className={classes.part}>
            <Trans>Added</Trans>
          </h3>
          <ul className={classes.summary}>
            {changes.added.map(({ id, type, extra }) => (
              <li key={id}>
                <IconPlus size={16} aria-hidden className={classes.held} />
                <span>
                  {taskTypeName(type, settings)} {extra && <span className={classes.aside}>{t`extra task`}</span>}
                </span>
              </li>
            ))}
          </ul>
          <p className={classes.aside}>
            <Trans>No office has them yet: who may assign partners is told.</Trans>
          </p>
        </section>
      )}
      {removed.length > 0 && (
        <section>
          <h3 className={classes.part}>
            <Trans>Removed</Trans>
          </h3>
          <ul className={classes.summary}>
            {removed.map(({ id, type, office }) => (
              <li key={id}>
                <IconMinus size={16} aria-hidden className={classes.held} />
                <span>
                  {taskTypeName(type, settings)} <Told office={officeOf(office)} />
                </span>
              </li>
            ))}
          </ul>
          <p className={classes.aside}>
            <Trans>
              A removed task does not come back. Where its company has no other task here, the case leaves it.
            </Trans>
          </p>
        </section>
      )}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconArrowLeft size={14} aria-hidden />}
          onClick={onBack}
        >
          <Trans>Change the choice</Trans>
        </Button>
      </div>
    </div>
  );
}

function Told({ office }: { readonly office: string | undefined }) {
  return (
    <span className={classes.aside}>{office ? <Trans>{office} is told</Trans> : <Trans>no office had it</Trans>}</span>
  );
}
