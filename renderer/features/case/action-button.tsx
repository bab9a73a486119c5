import { useState, type ReactNode } from 'react';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { refusalWords } from '../../words/refusal-words.ts';
import { AnswerAlert } from './answer-alert.tsx';
import { useCaseView } from './case-view.ts';
import type { CaseDialog } from './family.ts';
import { wantedOf } from '../../../shared/domain/asking/wanted-of.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { revisionOf } from '../../../shared/domain/who-changed.ts';
import { forecast, forecastDialog } from './forecast.ts';
import { Help } from './help.tsx';
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
  const view = useCaseView();
  const { open, show } = view;
  const issue = useCaseIssue();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<IssueAnswer | null>(null);
  const refusal = dialog ? forecastDialog(view, command) : forecast(view, command);
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
        wayOn={refusal && <Help refusal={refusal} wanted={wantedOf(command)} />}
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
