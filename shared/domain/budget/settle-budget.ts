import type { Case } from '../case/case.ts';
import type { CaseQuestion } from '../decision.ts';
import { reaching } from '../task/change-task.ts';
import type { Task } from '../task/task.ts';
import type { BudgetQuestion } from './budget-page.ts';
import { bindingAmount, type Budget } from './budget.ts';

/** A budget that waits for nothing any more: the version that waited is decided on, or recalled. */
export function closed({ budget, stamp }: BudgetQuestion): Budget {
  const { forwarded } = budget;
  const answered = forwarded ? { answered: { by: forwarded.by, at: forwarded.at } } : {};
  return { ...budget, rejection: null, target: null, forwarded: null, ...answered, revision: stamp.id };
}

/** The budgets of a case with one of them changed. */
export function replaced({ case: subject }: CaseQuestion, after: Budget): readonly Budget[] {
  return subject.budgets.map((each) => (each.id === after.id ? after : each));
}

/** The case with a budget that waits no more. All its tasks move together (domain.md §6.1). */
export function withSettled(question: CaseQuestion, after: Budget): Pick<Case, 'budgets' | 'tasks'> {
  const budgets = replaced(question, after);
  const tasks = question.case.tasks.map((task) =>
    after.tasks.includes(task.id) ? settled(question, task, budgets) : task,
  );
  return { budgets, tasks };
}

/** A task whose last waiting budget is settled: a running one goes on, another may start when any of its budgets is in force. */
function settled(question: CaseQuestion, task: Task, budgets: readonly Budget[]): Task {
  const its = budgets.filter((budget) => budget.tasks.includes(task.id));
  const waits = its.some((budget) => budget.state === 'submitted');
  if (waits || (task.status !== 'B' && task.status !== '3-')) return task;
  const mayStart = its.some((budget) => bindingAmount(budget) !== null);
  const status = task.status === '3-' ? '3' : mayStart ? 'B++' : '2';
  return { ...task, ...reaching(question, task, status), revision: question.stamp.id };
}
