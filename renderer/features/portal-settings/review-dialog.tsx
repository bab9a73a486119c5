import { Button, Modal } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { IssueAnswer } from '../../offline/offline-desk.ts';
import foot from '../../ui/dialog-foot.module.css';
import { DialogDeeds } from '../../ui/dialog-deeds.tsx';
import { useDecidingKeys } from '../../ui/use-deciding-keys.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { notKeptWords } from '../../words/not-kept-words.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import classes from './portal-settings.module.css';

interface ReviewDialogProps {
  readonly standing: Standing;
  /** What changes, a line each. */
  readonly lines: readonly string[];
  /** Whom it touches. */
  readonly reach: ReactNode;
  /** Somebody can do less afterwards. */
  readonly takes: boolean;
  readonly deed: string;
  readonly onSave: () => Promise<IssueAnswer>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Says before a change is made what it changes and whom it touches. It opens on what it says, never on its button. */
export function ReviewDialog({ standing, lines, reach, takes, deed, onSave, onDone, onClose }: ReviewDialogProps) {
  const { t } = useLingui();
  const [answer, setAnswer] = useState<IssueAnswer | null>(null);
  const [busy, setBusy] = useState(false);
  const onKeyDown = useDecidingKeys();
  useFocusBack();
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const given = await onSave();
    setBusy(false);
    setAnswer(given);
    if (given.ok) onDone();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Trans>Before it is saved</Trans>}
      size={560}
      centered
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter anywhere in the form saves */}
      <form className={classes.form} onSubmit={(event) => void save(event)} onKeyDown={onKeyDown}>
        <div role="group" aria-label={t`What changes`} tabIndex={-1} data-autofocus className={classes.review}>
          <h3 className={classes.heading}>
            <Trans>What changes</Trans>
          </h3>
          <ul className={classes.lines}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <h3 className={classes.heading}>
            <Trans>Whom it touches</Trans>
          </h3>
          {reach}
          <p className={classes.note}>
            <Trans>It counts from the next action of anybody, and every app that is online shows it at once.</Trans>
          </p>
        </div>
        <div className={foot.foot}>
          {answer && !answer.ok && (
            <p className={classes.objection} role="alert">
              {answer.kind === 'refused' ? refusalWords(answer.refusal, standing).full : notKeptWords(answer.reason)}
            </p>
          )}
          <DialogDeeds onClose={onClose} leave={<Trans>Back</Trans>}>
            <Button type="submit" color={takes ? 'red.8' : undefined} loading={busy}>
              {deed}
            </Button>
          </DialogDeeds>
        </div>
      </form>
    </Modal>
  );
}
