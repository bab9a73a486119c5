import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { refusalWords } from '../../words/refusal-words.ts';
import { AnswerAlert } from './answer-alert.tsx';
import { useCaseView, type CaseDialog } from './case-view.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { revisionOf } from '../../../shared/domain/who-changed.ts';
import { forecast, forecastDialog } from './forecast.ts';
import { tabLock } from './tab-locks.ts';
import { useCaseIssue } from './use-case-issue.ts';
import type { IssueAnswer } from '../../offline/offline-desk.ts';

interface ActionButtonProps {
  /** What it would issue; with a dialog, the command as far as it is known before the choice. */
  readonly command: CaseCommand;
  /** Opens this instead of issuing at once. */
  readonly dialog?: CaseDialog;
  readonly icon?: ReactNode;
  readonly primary?: boolean;
  readonly children: ReactNode;
}

/** An action of the case: disabled with its reason where the rules say no, whatever the reason is. */
export function ActionButton({ command, dialog, icon, primary = false, children }: ActionButtonProps) {
  const { open, now, show } = useCaseView();
  const issue = useCaseIssue();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<IssueAnswer | null>(null);
  const refusal = dialog ? forecastDialog({ open, now }, command) : forecast({ open, now }, command);
  const act = async () => {
    if (dialog) return show(dialog);
    setBusy(true);
    setAnswer(await issue(command, revisionOf(open.content.case, command)));
    setBusy(false);
  };
  return (
    <>
      <ReasonButton
        reason={refusal && refusalWords(refusal, open.standing).full}
        wayOn={refusal && <AskInChat refusal={refusal} />}
        variant={primary ? 'filled' : 'default'}
        leftSection={icon}
        loading={busy}
        onClick={() => void act()}
      >
        {children}
      </ReasonButton>
      <AnswerAlert answer={answer} />
    </>
  );
}

/** The way to who can help, where they read the case's chat. */
export function AskInChat({ refusal }: { refusal: Refusal }) {
  const { open, openTab } = useCaseView();
  const reads = refusal.grantor === 'insurer' || refusal.grantor === 'operator' || refusal.grantor === 'other-office';
  if (!reads || tabLock('chat', open)) return null;
  return (
    <Button variant="subtle" size="compact-xs" onClick={() => openTab('chat')}>
      {refusal.grantor === 'other-office' ? <Trans>Ask in the chat</Trans> : <Trans>Ask the insurer in the chat</Trans>}
    </Button>
  );
}
