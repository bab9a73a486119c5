import type { Budget } from '../../../shared/domain/budget/budget.ts';
import { takesNewBudget } from '../../../shared/domain/budget/submit-budget.ts';
import { may } from '../../../shared/domain/rights/may.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { budgetCommand, emptyBudget } from './budget-draft.ts';

/** The tasks a new budget can be for: those whose budgets the viewer may enter, that wait for one or are being done. */
export function tasksForBudget({ content, standing }: OpenCase): readonly Task[] {
  return content.case.tasks.filter(
    (task) => takesNewBudget(task) && may(standing, 'budget.submit', { case: content.case, task }).allowed,
  );
}

/** Takes the version that was seen back. */
export function recallCommand({ id, version }: Pick<Budget, 'id' | 'version'>, comment: string): CaseCommand {
  return { name: 'recall-budget', input: { budget: id, version, comment } };
}

/** The command that asks whether a budget could be sent at all, before anything is typed. */
export function budgetProbe(open: OpenCase, earlier: Budget | null, task: Task | null): CaseCommand {
  const { content, standing } = open;
  const first = task ?? tasksForBudget(open)[0] ?? content.case.tasks[0];
  const draft = emptyBudget(earlier, first?.id ?? null);
  return budgetCommand(draft, { amount: 1, currency: standing.settings.currency }, earlier?.id ?? null);
}
