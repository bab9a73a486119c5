import type { Budget } from '../../../../shared/domain/budget/budget.ts';
import { actsForTask } from '../../../../shared/domain/rights/roles-in-case.ts';
import type { Task } from '../../../../shared/domain/task/task.ts';
import type { OpenCase } from '../../../offline/offline-desk.ts';
import type { CaseCommand } from '../forecast.ts';
import { budgetCommand, emptyBudget } from './budget-draft.ts';

/** The tasks a new budget can be for: those of the own company that wait for one. */
export function tasksForBudget({ content, standing }: OpenCase): readonly Task[] {
  return content.case.tasks.filter((task) => task.status === '2' && actsForTask(standing, task));
}

/** The command that asks whether a budget could be sent at all, before anything is typed. */
export function budgetProbe({ content, standing }: OpenCase, earlier: Budget | null, task: Task | null): CaseCommand {
  const first =
    task ??
    content.case.tasks.find((each) => actsForTask(standing, each) && each.status === '2') ??
    content.case.tasks[0];
  const draft = emptyBudget(earlier, first?.id ?? null);
  return budgetCommand(draft, { amount: 1, currency: standing.settings.currency }, earlier?.id ?? null);
}
