import { reaching, withTask, wrongStatus } from './change-task.ts';
import { stepOfTask, taskPage, type OnTask } from './task-page.ts';

/** Confirms that the office has received a task: 0 → 0+ (domain.md §3.3 row 3). */
export type ConfirmReceived = OnTask;

/** The page of `confirm-received`. */
export const confirmReceived = taskPage<ConfirmReceived>({
  authority: 'task.confirm',
  ...stepOfTask,
  check: ({ task }) => wrongStatus(task, ['0']),
  apply: (asked) => ({ tasks: withTask(asked, asked.task, reaching(asked, asked.task, '0+')) }),
  log: ({ task }) => ({ what: 'received-confirmed', facts: { task: task.type } }),
});
