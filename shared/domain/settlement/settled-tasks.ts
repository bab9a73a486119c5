import { bindingAmount } from '../budget/budget.ts';
import type { Case } from '../case/case.ts';
import type { CaseQuestion, Told } from '../decision.ts';
import type { TaskId } from '../ids.ts';
import { personRef } from '../member/standing.ts';
import { revisionBy } from '../overwriting.ts';
import { reaching } from '../task/change-task.ts';
import { toOfficeOf } from '../task/task-page.ts';
import type { TaskStatus } from '../task/task-status.ts';
import type { Task } from '../task/task.ts';
import { plannedFor, statusByPlan, withPlanStatus } from '../work-plan/plan-status.ts';
import { itemsOfTask } from '../work-plan/plan-items.ts';
import type { WorkItem } from '../work-plan/work-plan.ts';

type After = Pick<Case, 'workItems' | 'budgets'>;

/**
 * The tasks of a case when items of these went to the customer: one of which nothing is left is finished (domain.md §3.3
 * row 24), the others follow their plan. An inspection is finished by what is decided on it, and by nothing else.
 */
export function tasksLeft(question: CaseQuestion, ids: readonly TaskId[], after: After): readonly Task[] {
  const were = new Map(question.case.tasks.map((task) => [task.id, task.status]));
  const settled = { by: personRef(question.standing), ...revisionBy(question.stamp) };
  return withPlanStatus(question, ids, after).map((task) => {
    if (!ids.includes(task.id) || !isNothingLeft(task, after)) return task;
    return {
      ...task,
      ...reaching(question, task, 'A'),
      settled: { ...settled, from: were.get(task.id) ?? task.status },
    };
  });
}

function isNothingLeft({ id, kind }: Task, after: After): boolean {
  if (kind === 'inspection') return false;
  const { budgets } = plannedFor(after, id);
  const simple = budgets.some((budget) => budget.state === 'submitted' || bindingAmount(budget) !== null);
  return !simple && !itemsOfTask(after, id).some(isLeft);
}

/** What was done without, or approved to be none of it, is nothing to do. */
function isLeft({ allocation, state, accepted, amountOf }: WorkItem): boolean {
  const none = state === 'approved' && amountOf === 0;
  return allocation === 'partner' && !none && !(state === 'rejected' && accepted);
}

/**
 * The tasks of a case when items of these came back to the partner: one that they had finished goes on from where it was,
 * one that was finished meanwhile without them is running again, because there is work left in it.
 */
export function tasksGoingOn(question: CaseQuestion, ids: readonly TaskId[], after: After): readonly Task[] {
  return question.case.tasks.map((task) => {
    if (!ids.includes(task.id)) return task;
    const { settled: _, ...rest } = task;
    const status = statusByPlan({ status: goesOnFrom(task) }, plannedFor(after, task.id));
    const reached = status === task.status ? {} : reaching(question, task, status);
    return { ...rest, ...reached, revision: question.stamp.id };
  });
}

function goesOnFrom({ status, settled, kind }: Task): TaskStatus {
  if (settled) return settled.from;
  const finished = status === '4' || status === 'A';
  return finished && kind !== 'inspection' ? '3' : status;
}

/** Tells the offices of tasks, each once of the same. */
export function toldOffices(tasks: readonly Task[], noticeOf: (task: Task) => Told[0]): readonly Told[] {
  const told = tasks.flatMap((task) => toOfficeOf(task, noticeOf(task)));
  const signs = told.map((each) => JSON.stringify(each));
  return told.filter((_, at) => signs.indexOf(signs[at] ?? '') === at);
}
