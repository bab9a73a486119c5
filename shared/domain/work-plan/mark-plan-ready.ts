import { tellDeciders } from '../decision.ts';
import { personRef } from '../member/standing.ts';
import { revisionBy } from '../overwriting.ts';
import { withTask, wrongStatus } from '../task/change-task.ts';
import { stepOfTask, taskPage, type OnTask } from '../task/task-page.ts';
import type { Task } from '../task/task.ts';
import { planning, withoutPlans } from './edit-work-plan.ts';
import { itemsOfTask } from './plan-items.ts';

/** Says that the first work plan of a task is ready to be looked at (domain.md §7). */
export type MarkPlanReady = OnTask;

/** The page of `mark-plan-ready`: once, of a plan with something in it. */
export const markPlanReady = taskPage<MarkPlanReady>({
  authority: 'plan.submit',
  reads: [...stepOfTask.reads, 'role', 'work-items'],
  changes: stepOfTask.changes,
  check: (asked) => {
    const { case: subject, task } = asked;
    const refusal = withoutPlans(asked) ?? wrongStatus(task, planning);
    if (refusal) return refusal;
    if (itemsOfTask(subject, task.id).length === 0) return { code: 'plan-empty', grantor: 'nobody' };
    return isPlanReady(task) ? { code: 'nothing-to-change', grantor: 'nobody' } : null;
  },
  apply: (asked) => {
    const planReady = { ...revisionBy(asked.stamp), by: personRef(asked.standing) };
    return { tasks: withTask(asked, asked.task, { planReady }) };
  },
  log: ({ task }) => ({ what: 'work-plan-ready', facts: { task: task.type } }),
  tells: (asked) => tellDeciders(asked, 'work-plan-ready', 'budget.approve'),
});

/** True where the company that has the task now has said so. */
export function isPlanReady({ planReady, company }: Pick<Task, 'planReady' | 'company'>): boolean {
  return planReady !== undefined && planReady.by.company === company;
}
