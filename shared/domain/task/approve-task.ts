import { ownCompanyFlag } from '../decision.ts';
import { personRef } from '../member/standing.ts';
import type { Refusal } from '../rights/refusal.ts';
import { reaching, withTask, wrongStatus } from './change-task.ts';
import { stepOfReturned, taskPage, toOfficeOf, wholeTask, type OnTask } from './task-page.ts';
import type { Task } from './task.ts';

/** Approves a completed task: 4 → A (seed, right 9; domain.md §3.3 row 18). */
export type ApproveTask = OnTask;

/** Sends a completed task back to be corrected: 4 → 3, with the reason (domain.md §3.3 row 19). */
export interface SendBackTask extends OnTask {
  readonly reason: string;
}

/** The page of `approve-task`: not while a budget of it waits for its decision. */
export const approveTask = taskPage<ApproveTask>({
  authority: 'tasks.approve',
  ...stepOfReturned,
  reads: [...stepOfReturned.reads, 'budgets'],
  check: ({ task }) => notCompleted(task),
  basedOn: (input) => [wholeTask(input)],
  wholly: 'other-budgets',
  limits: ({ case: { budgets }, task }) =>
    budgets.some(({ state, tasks }) => state === 'submitted' && tasks.includes(task.id))
      ? { code: 'pending-budget', grantor: 'insurer' }
      : null,
  apply: (asked) => ({
    tasks: withTask(asked, asked.task, { ...reaching(asked, asked.task, 'A'), sentBack: null }),
  }),
  log: (asked) => ({
    what: 'task-approved',
    facts: { task: asked.task.type, ...ownCompanyFlag(asked, asked.task.company) },
  }),
  tells: ({ task }) => toOfficeOf(task, 'task-approved'),
});

/** The page of `send-back-task`. */
export const sendBackTask = taskPage<SendBackTask>({
  authority: 'tasks.approve',
  ...stepOfReturned,
  check: ({ task }) => notCompleted(task),
  basedOn: (input) => [wholeTask(input)],
  apply: (asked, { reason }) => {
    const sentBack = { reason, by: personRef(asked.standing), at: asked.stamp.at };
    return { tasks: withTask(asked, asked.task, { ...reaching(asked, asked.task, '3'), sentBack }) };
  },
  log: ({ task }, { reason }) => ({
    what: 'task-sent-back',
    facts: { task: task.type, reason },
    company: task.company,
  }),
  tells: ({ task }) => toOfficeOf(task, 'task-sent-back'),
});

/** Both take a task in 4; the main inspection is finished by its decision instead (right 4). */
function notCompleted(task: Task): Refusal | null {
  return task.main ? { code: 'inspection-undecided', grantor: 'insurer' } : wrongStatus(task, ['4']);
}
