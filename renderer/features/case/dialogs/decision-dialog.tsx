import { Button, Modal } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type MouseEvent, type ReactNode } from 'react';
import { wantedOf } from '../../../../shared/domain/asking/wanted-of.ts';
import type { CaseCommand } from '../../../../shared/domain/command-book.ts';
import type { Refusal } from '../../../../shared/domain/rights/refusal.ts';
import type { IssueAnswer } from '../../../offline/offline-desk.ts';
import foot from '../../../ui/dialog-foot.module.css';
import { DialogDeeds } from '../../../ui/dialog-deeds.tsx';
import { useDecidingKeys } from '../../../ui/use-deciding-keys.ts';
import { useFocusBack } from '../../../ui/use-focus-back.ts';
import { refusalWords } from '../../../words/refusal-words.ts';
import { AnswerAlert } from '../answer-alert.tsx';
import { useCaseView } from '../case-view.ts';
import { Help } from '../help.tsx';
import type { Seen } from '../use-seen.ts';
import { ChangedNote } from './changed-note.tsx';
import classes from './decision-dialog.module.css';

interface DecisionDialogProps {
  readonly title: ReactNode;
  /** The deed itself: "Approve 4 200,00 €". */
  readonly primary: ReactNode;
  /** Why it cannot be done as things stand, or null. */
  readonly refusal: Refusal | null;
  /** What would be done, for who can help where it is refused. */
  readonly command?: CaseCommand;
  /** What is still to be filled in, or null; said when the deed is asked for. */
  readonly missing?: string | null;
  readonly seen: Pick<Seen, 'changed' | 'lookAgain'>;
  readonly destructive?: boolean;
  readonly width?: number;
  /** Nothing is to be entered: what is decided on has the focus, never the deed. */
  readonly focusContent?: boolean;
  /** Issues it; the dialog closes when the answer is ok. */
  readonly onDecide: () => Promise<IssueAnswer>;
  readonly onDone: () => void;
  /** Esc, cross or Cancel; what was typed stays. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog of the case: Enter or Ctrl+Enter decides, Esc leaves, and what changes under it is said before anything is decided. */
export function DecisionDialog(props: DecisionDialogProps) {
  const { title, refusal, missing = null, seen, width = 560, onDecide, onDone, onClose, children } = props;
  const onKeyDown = useDecidingKeys();
  const { t } = useLingui();
  const [answer, setAnswer] = useState<IssueAnswer | null>(null);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  useFocusBack();
  const decide = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setAsked(true);
    // Nothing unseen is decided on: the first press only takes note of what is there now.
    if (seen.changed) return seen.lookAgain();
    if (refusal || missing) return;
    setBusy(true);
    const given = await onDecide();
    setBusy(false);
    setAnswer(given);
    if (given.ok) onDone();
  };
  return (
    <Modal opened onClose={onClose} title={title} size={width} centered closeButtonProps={{ 'aria-label': t`Close` }}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter anywhere in the form decides */}
      <form onSubmit={(event) => void decide(event)} onKeyDown={onKeyDown} className={classes.form} noValidate>
        <div
          role="group"
          aria-label={t`What is decided on`}
          tabIndex={-1}
          data-autofocus={props.focusContent || undefined}
          className={classes.content}
        >
          {children}
        </div>
        <div className={foot.foot}>
          <ChangedNote seen={seen} />
          <AnswerAlert answer={answer} />
          <Objection refusal={refusal} command={props.command} missing={asked ? missing : null} />
          <Deeds {...props} busy={busy} />
        </div>
      </form>
    </Modal>
  );
}

function Objection({ refusal, command, missing }: Pick<DecisionDialogProps, 'refusal' | 'command' | 'missing'>) {
  const { open } = useCaseView();
  if (refusal) {
    return (
      <>
        <p className={classes.objection} role="status">
          {refusalWords(refusal, open.standing).full}
        </p>
        {command && <Help refusal={refusal} wanted={wantedOf(command)} />}
      </>
    );
  }
  return missing ? (
    <p className={classes.objection} role="alert">
      {missing}
    </p>
  ) : null;
}

function Deeds({ primary, refusal, seen, destructive, busy, onClose }: DecisionDialogProps & { busy: boolean }) {
  const held = refusal !== null && !seen.changed;
  return (
    <DialogDeeds onClose={onClose}>
      <Button
        type="submit"
        color={destructive && !seen.changed ? 'red.8' : undefined}
        variant={held ? 'default' : 'filled'}
        loading={busy}
        aria-disabled={held || undefined}
        className={held ? classes.held : undefined}
        onClick={decidesOnce}
      >
        {seen.changed ? <Trans>I have looked again</Trans> : primary}
      </Button>
    </DialogDeeds>
  );
}

/** The second click of a double one was meant for what stood there before: for the step to this one, or for what opened the dialog. */
function decidesOnce(event: MouseEvent): void {
  if (event.detail > 1) event.preventDefault();
}
