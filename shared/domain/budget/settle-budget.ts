import type { Case } from '../case/case.ts';
import type { CaseQuestion } from '../decision.ts';
import { reaching } from '../task/change-task.ts';
import type { Task } from '../task/task.ts';
import type { BudgetQuestion } from './budget-page.ts';
import { plannedFor, statusByPlan } from '../work-plan/plan-status.ts';
import type { Budget } from './budget.ts';

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

/** The case with a budget that waits no more, and the items as they are then. All its tasks move together (domain.md §6.1). */
export function withSettled(
  question: CaseQuestion,
  after: Budget,
  workItems = question.case.workItems ?? [],
): Pick<Case, 'budgets' | 'tasks'> {
  const budgets = replaced(question, after);
  const tasks = question.case.tasks.map((task) =>
    after.tasks.includes(task.id) ? settled(question, task, { budgets, workItems }) : task,
  );
  return { budgets, tasks };
}

/** A task whose last waiting budget is settled: a running one goes on, another may start when any of its budgets is in force. */
function settled(question: CaseQuestion, task: Task, after: Pick<Case, 'budgets' | 'workItems'>): Task {
  if (task.status !== 'B' && task.status !== '3-') return task;
  const status = statusByPlan(task, plannedFor(after, task.id));
  if (status === task.status) return task;
  return { ...task, ...reaching(question, task, status), revision: question.stamp.id };
}
