import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconClock, IconHandStop, IconMailForward } from '@tabler/icons-react';
import { useState } from 'react';
import type { Addressee } from '../../../shared/domain/asking/addressee.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import type { Moment } from '../../../shared/domain/moment.ts';
import { useIssue } from '../../bindings/use-issue.ts';
import type { IssueAnswer, OpenCase } from '../../offline/offline-desk.ts';
import { addresseeWords } from '../../words/asking/addressee-words.ts';
import { momentText } from '../../words/figures.ts';
import { notKeptWords } from '../../words/not-kept-words.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import type { Refused } from '../case/frame.ts';
import { askingFor, type Asking } from './ask-of.ts';
import classes from './asking.module.css';

interface AskStepProps extends Refused {
  readonly open: OpenCase;
  readonly now: Moment;
  /** Opens the same with a note; left out where no dialog can be shown. */
  readonly onNote?: () => void;
}

/** One press that asks those who can grant it for what was refused; afterwards, in its place, whom was asked and when. */
export function AskStep({ open, now, refusal, wanted, onNote }: AskStepProps) {
  const asking = askingFor({ open, now }, { refusal, wanted });
  if (!asking) return null;
  return asking.kind === 'asked' ? <Asked {...asking} /> : <ToAsk {...asking} open={open} onNote={onNote} />;
}

function Asked({ of, at, waits }: Extract<Asking, { kind: 'asked' }>) {
  const whom = addresseeWords(of);
  const when = momentText(at);
  const Sign = waits ? IconClock : IconMailForward;
  return (
    <p className={classes.asked} role="status">
      <Sign size={14} aria-hidden />
      <span>
        {waits ? (
          <Trans>
            You asked {whom}, {when}. It waits to be sent.
          </Trans>
        ) : (
          <Trans>
            You asked {whom}, {when}.
          </Trans>
        )}
      </span>
    </p>
  );
}

interface ToAskProps {
  readonly command: CaseCommand;
  readonly of: Addressee;
  readonly open: OpenCase;
  readonly onNote: (() => void) | undefined;
}

function ToAsk({ command, of, open, onNote }: ToAskProps) {
  const { t } = useLingui();
  const issue = useIssue();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<IssueAnswer | null>(null);
  const whom = addresseeWords(of);
  const { portal, case: id } = open.key;
  const ask = async () => {
    setBusy(true);
    const { name, input } = command;
    setAnswer(await issue<CaseCommand['name']>({ portal, name, subject: { kind: 'case', id }, input, seen: null }));
    setBusy(false);
  };
  return (
    <div className={classes.step}>
      <div className={classes.deeds}>
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconHandStop size={14} aria-hidden />}
          loading={busy}
          onClick={() => void ask()}
        >
          <Trans>Ask {whom} for it</Trans>
        </Button>
        {onNote && (
          <Button variant="subtle" size="compact-xs" onClick={onNote}>
            {t`With a note…`}
          </Button>
        )}
      </div>
      {of.passesOn && (
        <p className={classes.hint}>
          <Trans>{whom} passes it on to the operator.</Trans>
        </p>
      )}
      {answer && !answer.ok && (
        <p className={classes.hint} role="alert">
          {answer.kind === 'refused' ? refusalWords(answer.refusal, open.standing).full : notKeptWords(answer.reason)}
        </p>
      )}
    </div>
  );
}
