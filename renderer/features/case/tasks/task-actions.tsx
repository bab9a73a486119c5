import { Trans } from '@lingui/react/macro';
import {
  IconArrowBackUp,
  IconCheck,
  IconChecks,
  IconClockHour4,
  IconCoins,
  IconFileInvoice,
  IconInbox,
  IconPlayerPlay,
  IconUserPlus,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Budget } from '../../../../shared/domain/budget/budget.ts';
import type { Task } from '../../../../shared/domain/task/task.ts';
import type { TaskStatus } from '../../../../shared/domain/task/task-status.ts';
import { ActionButton } from '../action-button.tsx';
import { budgetProbe } from '../budgets/budget-tasks.ts';
import { useCaseView } from '../case-view.ts';
import classes from './task-list.module.css';

/** What can be done with a task in its status (domain.md §3.3), the next step first; not allowed is shown with its reason. */
export function TaskActions({ task }: { task: Task }) {
  const { open } = useCaseView();
  const budget =
    open.content.case.budgets.find((each) => each.state === 'submitted' && each.tasks.includes(task.id)) ?? null;
  return <div className={classes.actions}>{actionsAt[task.status](task, budget)}</div>;
}

const actionsAt: Readonly<Record<TaskStatus, (task: Task, budget: Budget | null) => ReactNode>> = {
  C: () => null,
  '0': (task) => (
    <>
      <Confirm task={task} />
      <Members task={task} />
    </>
  ),
  '0+': (task) => <Members task={task} primary />,
  '1': (task) => (
    <>
      <Time task={task} primary />
      <Members task={task} />
    </>
  ),
  '2': (task) => (
    <>
      <EnterBudget task={task} />
      <Time task={task} />
      <Members task={task} />
    </>
  ),
  B: (_, budget) => budget && <Decide budget={budget} />,
  'B+': () => null,
  'B++': (task) => (
    <>
      <Start task={task} />
      <Time task={task} />
      <Members task={task} />
    </>
  ),
  '3': (task) => (
    <>
      <Complete task={task} />
      <Members task={task} />
    </>
  ),
  '3-': (_, budget) => budget && <Decide budget={budget} />,
  I: () => null,
  // The main inspection is finished by its decision, which is not this screen's.
  '4': (task) =>
    task.main ? null : (
      <>
        <Approve task={task} />
        <SendBack task={task} />
      </>
    ),
  A: () => null,
};

interface OfTask {
  readonly task: Task;
  readonly primary?: boolean;
}

function Confirm({ task }: OfTask) {
  return (
    <ActionButton
      primary
      command={{ name: 'confirm-received', input: { task: task.id } }}
      icon={<IconInbox size={16} aria-hidden />}
    >
      <Trans>Confirm received</Trans>
    </ActionButton>
  );
}

function Members({ task, primary }: OfTask) {
  return (
    <ActionButton
      primary={primary}
      command={{ name: 'assign-members', input: { task: task.id, members: [] } }}
      dialog={{ kind: 'assign-members', task: task.id }}
      icon={<IconUserPlus size={16} aria-hidden />}
    >
      {task.responsibles.length > 0 ? <Trans>Change members…</Trans> : <Trans>Assign members…</Trans>}
    </ActionButton>
  );
}

function Time({ task, primary }: OfTask) {
  const { now } = useCaseView();
  return (
    <ActionButton
      primary={primary}
      command={{ name: 'set-time', input: { task: task.id, start: now, end: '9999-01-01T00:00:00.000Z' } }}
      dialog={{ kind: 'set-time', task: task.id }}
      icon={<IconClockHour4 size={16} aria-hidden />}
    >
      {task.plannedStart ? <Trans>Change time…</Trans> : <Trans>Set time…</Trans>}
    </ActionButton>
  );
}

function EnterBudget({ task }: OfTask) {
  const { open } = useCaseView();
  return (
    <ActionButton
      primary
      command={budgetProbe(open, null, task)}
      dialog={{ kind: 'submit-budget', revises: null, task: task.id }}
      icon={<IconFileInvoice size={16} aria-hidden />}
    >
      <Trans>Enter budget…</Trans>
    </ActionButton>
  );
}

function Decide({ budget }: { budget: Budget }) {
  return (
    <ActionButton
      primary
      // Rejecting needs the right but no headroom: what is above the limit can still be opened and forwarded.
      command={{ name: 'reject-budget', input: { budget: budget.id, version: budget.version, reason: 'x' } }}
      dialog={{ kind: 'decide-budget', budget: budget.id }}
      icon={<IconCoins size={16} aria-hidden />}
    >
      <Trans>Decide on the budget…</Trans>
    </ActionButton>
  );
}

function Start({ task }: OfTask) {
  return (
    <ActionButton
      primary
      command={{ name: 'start-task', input: { task: task.id } }}
      icon={<IconPlayerPlay size={16} aria-hidden />}
    >
      {task.kind === 'inspection' ? <Trans>Start inspection</Trans> : <Trans>Start</Trans>}
    </ActionButton>
  );
}

function Complete({ task }: OfTask) {
  return (
    <ActionButton
      primary
      command={{ name: 'complete-task', input: { task: task.id } }}
      icon={<IconCheck size={16} aria-hidden />}
    >
      <Trans>Complete</Trans>
    </ActionButton>
  );
}

function Approve({ task }: OfTask) {
  return (
    <ActionButton
      primary
      command={{ name: 'approve-task', input: { task: task.id } }}
      dialog={{ kind: 'approve-task', task: task.id }}
      icon={<IconChecks size={16} aria-hidden />}
    >
      <Trans>Approve…</Trans>
    </ActionButton>
  );
}

function SendBack({ task }: OfTask) {
  return (
    <ActionButton
      command={{ name: 'send-back-task', input: { task: task.id, reason: 'x' } }}
      dialog={{ kind: 'send-back', task: task.id }}
      icon={<IconArrowBackUp size={16} aria-hidden />}
    >
      <Trans>Send back…</Trans>
    </ActionButton>
  );
}
