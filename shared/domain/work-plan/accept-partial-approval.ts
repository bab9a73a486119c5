import { wrongStatus } from '../task/change-task.ts';
import { stepOfTask, taskPage, wholeTask, type OnTask } from '../task/task-page.ts';
import { itemsOfTask, replacing } from './plan-items.ts';
import { withPlanStatus } from './plan-status.ts';
import type { WorkItem } from './work-plan.ts';

/** The partner does without what was rejected of a task: B+ → B++ (domain.md §3.3 row 11). */
export type AcceptPartialApproval = OnTask;

/** The page of `accept-partial-approval`: based on all of the task, so that nobody accepts a decision that was not seen. */
export const acceptPartialApproval = taskPage<AcceptPartialApproval>({
  authority: 'plan.submit',
  reads: [...stepOfTask.reads, 'role', 'budgets', 'work-items'],
  changes: [...stepOfTask.changes, 'work-items'],
  check: ({ task }) => wrongStatus(task, ['B+']),
  basedOn: (input) => [wholeTask(input)],
  apply: (asked) => {
    const { task, stamp, case: subject } = asked;
    const rejected = itemsOfTask(subject, task.id).filter(({ state, accepted }) => state === 'rejected' && !accepted);
    const now = rejected.map((item): WorkItem => ({ ...item, accepted: true, revision: stamp.id }));
    const workItems = replacing(subject.workItems ?? [], now);
    return { workItems, tasks: withPlanStatus(asked, [task.id], { workItems, budgets: subject.budgets }) };
  },
  log: ({ task }) => ({
    what: 'partial-approval-accepted',
    facts: { task: task.type },
    company: task.company,
  }),
});
