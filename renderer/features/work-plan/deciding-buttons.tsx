import { Trans, useLingui } from '@lingui/react/macro';
import { IconCircleCheck, IconCoins, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { wantedOf } from '../../../shared/domain/asking/wanted-of.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { revisionOf } from '../../../shared/domain/who-changed.ts';
import { isPlanReady } from '../../../shared/domain/work-plan/mark-plan-ready.ts';
import type { IssueAnswer } from '../../offline/offline-desk.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { AnswerAlert, forecast, Help, useCaseIssue, useCaseView } from '../case/frame.ts';
import { BarButton } from './bar-button.tsx';
import type { PlanBarProps } from './plan-bar-props.ts';
import { sendingOf } from './selection.ts';
import { decidingProbe, waitingPlans } from './waiting-plans.ts';

/** Sending, deciding, and saying that the first plan is ready. */
export function DecidingButtons(props: PlanBarProps) {
  return (
    <>
      <Ready {...props} />
      <Submit {...props} />
      <Decide />
    </>
  );
}

function Submit({ work, selected }: PlanBarProps) {
  const { open, now, show } = useCaseView();
  const sending = sendingOf(work.lines, selected, open);
  const seen = sending.kind === 'items' ? sending.items.map(({ id, revision }) => ({ id, revision })) : [];
  const command: CaseCommand = { name: 'submit-work-items', input: { items: seen, comment: '' } };
  const refusal = sending.kind === 'items' ? forecast({ open, now }, command) : null;
  const why = sending.kind === 'not' ? sending.why : null;
  return (
    <BarButton
      icon={IconSend}
      primary={open.standing.side === 'partner' && seen.length > 0}
      reason={why ?? (refusal && refusalWords(refusal, open.standing).full)}
      wayOn={refusal && <Help refusal={refusal} wanted={wantedOf(command)} />}
      onClick={() => show({ kind: 'submit-work-items', items: seen })}
    >
      <Trans>Submit…</Trans>
    </BarButton>
  );
}

function Decide() {
  const { open, now, show } = useCaseView();
  const { t } = useLingui();
  const [budget] = waitingPlans(open);
  const command = budget && decidingProbe(budget, open);
  const refusal = command ? forecast({ open, now }, command) : null;
  return (
    <BarButton
      icon={IconCoins}
      reason={
        budget
          ? refusal && refusalWords(refusal, open.standing).full
          : t`No work items wait for a decision that you see.`
      }
      wayOn={refusal && command && <Help refusal={refusal} wanted={wantedOf(command)} />}
      onClick={() => budget && show({ kind: 'decide-work-items', budget: budget.id })}
    >
      <Trans>Decide…</Trans>
    </BarButton>
  );
}

/** For the task of the selected lines, or else the first own one that is not said to be ready. */
function Ready({ work, selected, planned }: PlanBarProps) {
  const { open, now } = useCaseView();
  const { t } = useLingui();
  const issue = useCaseIssue();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<IssueAnswer | null>(null);
  const chosen = work.lines.find(({ content }) => selected.has(content.id))?.content.task;
  const own = open.content.case.tasks.filter(({ company }) => company === open.standing.company);
  const [first] = own;
  const task =
    own.find(({ id }) => id === chosen) ??
    own.find((each) => !isPlanReady(each) && planned.some(({ id }) => id === each.id)) ??
    first;
  const command: CaseCommand = { name: 'mark-plan-ready', input: { task: task?.id ?? '' } };
  const refusal = task ? forecast({ open, now }, command) : null;
  const name = task ? taskTypeName(task.type, open.standing.settings) : '';
  const isReady = task !== undefined && isPlanReady(task);
  const why = !task ? t`None of these tasks is your company's.` : isReady ? t`${name} is marked as ready.` : null;
  const act = async () => {
    setBusy(true);
    setAnswer(await issue(command, revisionOf(open.content.case, command)));
    setBusy(false);
  };
  return (
    <>
      <BarButton
        icon={IconCircleCheck}
        loading={busy}
        reason={why ?? (refusal && refusalWords(refusal, open.standing).full)}
        wayOn={refusal && !why && <Help refusal={refusal} wanted={wantedOf(command)} />}
        onClick={() => void act()}
      >
        {task ? t`Plan ready: ${name}` : t`Plan ready`}
      </BarButton>
      <AnswerAlert answer={answer} />
    </>
  );
}
