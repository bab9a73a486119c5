import { Trans } from '@lingui/react/macro';
import { IconCoins, IconFileInvoice } from '@tabler/icons-react';
import { isOfItems } from '../../../shared/domain/budget/budget.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { ActionButton, useCaseView, type TaskAction } from '../case/frame.ts';
import { budgetProbe } from './budget-tasks.ts';

/** What is done about the budget of a task. */
export const taskActions: readonly TaskAction[] = [
  { name: 'enter-budget', at: { '2': 'first' }, Button: EnterBudget },
  { name: 'decide-budget', at: { B: 'first', '3-': 'first' }, Button: Decide },
];

interface OfTask {
  readonly task: Task;
  readonly primary: boolean;
}

function EnterBudget({ task, primary }: OfTask) {
  const { open } = useCaseView();
  const { directory, standing } = open;
  const anothers = standing.side === 'partner' && task.company !== standing.company;
  const office = directory.offices.find(({ id }) => id === task.office)?.name ?? '';
  // A plan of items is sent instead, from its tab.
  if (standing.settings.workPlans) return null;
  return (
    <ActionButton
      primary={primary}
      command={budgetProbe(open, null, task)}
      dialog={{ kind: 'submit-budget', revises: null, task: task.id }}
      icon={<IconFileInvoice size={16} aria-hidden />}
    >
      {anothers ? <Trans>Enter budget on behalf of {office}…</Trans> : <Trans>Enter budget…</Trans>}
    </ActionButton>
  );
}

function Decide({ task, primary }: OfTask) {
  const { open } = useCaseView();
  const budget = open.content.case.budgets.find((each) => each.state === 'submitted' && each.tasks.includes(task.id));
  if (!budget) return null;
  return (
    <ActionButton
      primary={primary}
      // Rejecting needs the right but no headroom: what is above the limit can still be opened and forwarded.
      command={{ name: 'reject-budget', input: { budget: budget.id, version: budget.version, reason: 'x' } }}
      dialog={{ kind: isOfItems(budget) ? 'decide-work-items' : 'decide-budget', budget: budget.id }}
      icon={<IconCoins size={16} aria-hidden />}
    >
      <Trans>Decide on the budget…</Trans>
    </ActionButton>
  );
}
