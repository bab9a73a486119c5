import type { Moment } from '../moment.ts';
import { revisionBy } from '../overwriting.ts';
import { reaching, withTask, wrongStatus } from './change-task.ts';
import { stepOfTask, taskPage, timeOfTask, type OnTask } from './task-page.ts';
import type { TaskStatus } from './task-status.ts';
import type { Task } from './task.ts';

/** Sets when a task is carried out: 1 → 2, or → B++ where no budget is asked for (domain.md §3.3 rows 5, 6, 6a). */
export interface SetTime extends OnTask {
  readonly start: Moment;
  readonly end: Moment;
}

/** The page of `set-time`; later on it only moves the time. Two people who set the same time are of one mind. */
export const setTime = taskPage<SetTime>({
  authority: 'task.schedule',
  ...stepOfTask,
  check: ({ task }, { start, end }) =>
    wrongStatus(task, ['1', '2', 'B', 'B+', 'B++', '3', '3-']) ??
    (end <= start ? { code: 'time-order', grantor: 'nobody' } : null),
  basedOn: (input) => [timeOfTask(input)],
  already: ({ task }, input) => isTime(task, input),
  apply: (asked, input) => {
    const { task, stamp } = asked;
    if (isTime(task, input) && task.status !== '1') return null;
    const step = task.status === '1' ? reaching(asked, task, statusAfterTime(task)) : {};
    const time = { plannedStart: input.start, plannedEnd: input.end, timeSet: revisionBy(stamp) };
    return { tasks: withTask(asked, task, { ...step, ...time }) };
  },
  log: ({ task }, { start, end }) => ({ what: 'time-set', facts: { task: task.type, start, end } }),
});

function isTime({ plannedStart, plannedEnd }: Task, { start, end }: SetTime): boolean {
  return plannedStart === start && plannedEnd === end;
}

function statusAfterTime(task: Task): TaskStatus {
  return task.budget === 'required' ? '2' : 'B++';
}
