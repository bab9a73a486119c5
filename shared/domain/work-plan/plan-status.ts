import { bindingAmount, type Budget } from '../budget/budget.ts';
import type { Case } from '../case/case.ts';
import type { CaseQuestion } from '../decision.ts';
import type { TaskId } from '../ids.ts';
import { reaching } from '../task/change-task.ts';
import type { TaskStatus } from '../task/task-status.ts';
import type { Task } from '../task/task.ts';
import { itemsOfTask } from './plan-items.ts';
import type { WorkItem } from './work-plan.ts';

/** What a task's budgets and items make of its status. */
export interface Planned {
  readonly items: readonly Pick<WorkItem, 'state' | 'allocation' | 'accepted' | 'budget'>[];
  /** Those without items: an amount with a file. */
  readonly budgets: readonly Budget[];
}

/** In these a task's status follows from its budgets (domain.md §3.3 rows 7–12, 14–16). */
const followed: readonly TaskStatus[] = ['2', 'B', 'B+', 'B++', '3', '3-'];

/**
 * The status of a task by its plan: something waits, B (3- once it is running); something was rejected that the partner
 * has not accepted, B+ beside what is in force, else 2; all that was sent is in force, B++. Drafts are nobody's yet, and
 * what went to the customer is not the partner's (domain.md §7, §3.3 rows 7–12, 14–16).
 */
export function statusByPlan({ status }: Pick<Task, 'status'>, { items, budgets }: Planned): TaskStatus {
  if (!followed.includes(status)) return status;
  const own = items.filter(({ allocation }) => allocation === 'partner');
  const waits = own.some(({ state }) => state === 'submitted') || budgets.some(({ state }) => state === 'submitted');
  if (status === '3' || status === '3-') return waits ? '3-' : '3';
  if (waits) return 'B';
  const isInForce = ({ state }: (typeof own)[number]): boolean => state === 'approved' || state === 'changed';
  const inForce = own.some(isInForce) || budgets.some((budget) => bindingAmount(budget) !== null);
  const rejected = own.some(({ state, accepted }) => state === 'rejected' && !accepted);
  if (!inForce) return '2';
  return rejected ? 'B+' : 'B++';
}

/** What the status of a task follows from, in a case. */
export function plannedFor(subject: Pick<Case, 'workItems' | 'budgets'>, id: TaskId): Planned {
  const budgets = subject.budgets.filter(({ tasks, file }) => file !== null && tasks.includes(id));
  return { items: itemsOfTask(subject, id), budgets };
}

/** The tasks of a case, these of them in the status that the plan makes of them. */
export function withPlanStatus(
  question: CaseQuestion,
  ids: readonly TaskId[],
  after: Pick<Case, 'workItems' | 'budgets'>,
): readonly Task[] {
  return question.case.tasks.map((task) => {
    if (!ids.includes(task.id)) return task;
    const status = statusByPlan(task, plannedFor(after, task.id));
    const reached = status === task.status ? {} : reaching(question, task, status);
    return { ...task, ...reached, revision: question.stamp.id };
  });
}
