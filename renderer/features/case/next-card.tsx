import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconCheck, IconCircleCheck } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { headroom, may } from '../../../shared/domain/rights/may.ts';
import { isExternalCaseHandler } from '../../../shared/domain/rights/roles-in-case.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { actionWords } from '../../words/action-words.ts';
import { moneyText } from '../../words/figures.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { useCaseView, type CaseDialog } from './case-view.ts';
import { nextSteps, type NextStep } from './decide-next.ts';
import classes from './next-card.module.css';
import { TargetBadge } from './target-badge.tsx';
import { ActionButton } from './action-button.tsx';

/** How many steps are listed; the tasks show the rest. */
const mostSteps = 3;

/** What this person has to do in this case, the most urgent first, each with one press to do it. */
export function NextCard() {
  const { open, now } = useCaseView();
  const { t } = useLingui();
  const steps = useMemo(() => nextSteps(open, now).filter(({ kind }) => kind !== 'ongoing'), [open, now]);
  const more = steps.length - mostSteps;
  return (
    <section className={classes.card} aria-label={t`Decide next`}>
      <h2 className={classes.title}>
        <Trans>Decide next</Trans>
      </h2>
      {steps.length === 0 && (
        <p className={classes.nothing}>
          <IconCircleCheck size={16} aria-hidden />
          <Trans>Nothing waits for you in this case.</Trans>
        </p>
      )}
      <ul className={classes.steps}>
        {steps.slice(0, mostSteps).map((step, index) => (
          <Step first={index === 0} key={`${step.kind}/${step.task?.id ?? step.budget?.id ?? ''}`} step={step} />
        ))}
      </ul>
      {more > 0 && (
        <p className={classes.more}>
          <Plural value={more} one="and # more, in the tasks" other="and # more, in the tasks" />
        </p>
      )}
    </section>
  );
}

/** Only the first is a filled button: one thing to do next. */
function Step({ step, first }: { step: NextStep; first: boolean }) {
  const { open } = useCaseView();
  const words = actionWords(step.kind);
  const Sign = words.icon;
  return (
    <li className={classes.step}>
      <Sign size={16} stroke={1.75} aria-hidden className={classes.sign} />
      <span className={classes.text}>
        <span className={classes.what}>{titleOf(step, open)}</span>
        <span className={classes.line}>
          <Detail step={step} />
          {step.target && <TargetBadge target={step.target} />}
        </span>
      </span>
      <Deed step={step} first={first} />
    </li>
  );
}

function titleOf({ budget, task, kind }: NextStep, { standing }: OpenCase): string {
  const words = actionWords(kind);
  if (budget) return `${moneyText(budget.money)} · ${budget.description}`;
  return task ? `${words.next} · ${taskTypeName(task.type, standing.settings)}` : words.one;
}

function Detail({ step: { budget, task } }: { step: NextStep }) {
  const { open } = useCaseView();
  const office = open.directory.offices.find((each) => each.id === (budget?.office ?? task?.office))?.name;
  if (!budget) return <>{office}</>;
  const verdict = may(open.standing, 'budget.approve', { case: open.content.case, budget });
  const room = headroom(open.standing, open.content.case, budget);
  const above = moneyText({ ...budget.money, amount: room.over });
  if (!verdict.allowed || !isExternalCaseHandler({ standing: open.standing, case: open.content.case })) {
    return <>{office}</>;
  }
  return room.over > 0 ? <Trans>Above your limit by {above}</Trans> : <Trans>Within your limit</Trans>;
}

/** One press where nothing has to be chosen, else the dialog. */
function Deed({ step, first }: { step: NextStep; first: boolean }) {
  const { show } = useCaseView();
  const words = actionWords(step.kind);
  const task = step.task?.id ?? '';
  if (step.kind === 'confirm-received')
    return (
      <ActionButton
        primary={first}
        command={{ name: 'confirm-received', input: { task } }}
        icon={<IconCheck size={16} aria-hidden />}
      >
        <Trans>Confirm</Trans>
      </ActionButton>
    );
  if (step.kind === 'start')
    return (
      <ActionButton primary={first} command={{ name: 'start-task', input: { task } }}>
        {words.next}
      </ActionButton>
    );
  const dialog = dialogFor(step);
  return (
    dialog && (
      <Button variant={first ? 'filled' : 'default'} onClick={() => show(dialog)}>
        {words.next}
      </Button>
    )
  );
}

function dialogFor({ kind, task, budget }: NextStep): CaseDialog | null {
  if (budget) return { kind: 'decide-budget', budget: budget.id };
  if (kind === 'assign-role-user') return { kind: 'assign-user' };
  if (kind === 'role-declined') return { kind: 'give-role' };
  if (task === null) return null;
  switch (kind) {
    case 'assign-members':
      return { kind: 'assign-members', task: task.id };
    case 'set-time':
      return { kind: 'set-time', task: task.id };
    case 'enter-budget':
      return { kind: 'submit-budget', revises: null, task: task.id };
    case 'approve-tasks':
      return { kind: 'approve-task', task: task.id };
    default:
      return null;
  }
}
