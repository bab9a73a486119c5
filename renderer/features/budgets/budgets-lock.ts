import type { Wanted } from '../../../shared/domain/asking/ask.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { noRole, readRefusal } from '../case/frame.ts';

/** Why this person sees no budgets at all, or null. */
export function budgetsLock(open: OpenCase): Refusal | null {
  const { standing, content } = open;
  const { hidden } = content.case;
  if (!hidden.includes('budgets') || !hidden.includes('other-budgets')) return null;
  if (ownTask(open) && !standing.budgetPermission) return { code: 'no-budget-permission', grantor: 'company-admin' };
  return readRefusal(open, 'budget.approve') ?? noRole;
}

/** What is asked for where they are not seen: to enter those of the own tasks, or to decide on them by the role. */
export function budgetsWanted(open: OpenCase): Wanted {
  const task = ownTask(open);
  return task ? { wanted: 'submit-budget', task: task.id } : { wanted: 'budget.approve' };
}

function ownTask({ standing, content }: OpenCase): Task | undefined {
  return content.case.tasks.find((task) => task.company === standing.company);
}
