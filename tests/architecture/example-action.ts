import { reaching, withTask, wrongStatus } from '../../shared/domain/task/change-task.ts';
import { stepOfTask, taskPage, timeOfTask, type OnTask } from '../../shared/domain/task/task-page.ts';

/** Takes the time of a task back: an action that the product does not have, as its file beside the other verbs would be. */
export type ClearTime = OnTask;

/** The page of `clear-time`. */
export const clearTime = taskPage<ClearTime>({
  authority: 'task.schedule',
  ...stepOfTask,
  check: ({ task }) => wrongStatus(task, ['2', 'B++']),
  basedOn: (input) => [timeOfTask(input)],
  already: ({ task }) => task.plannedStart === null,
  apply: (asked) => {
    const { task } = asked;
    if (task.plannedStart === null) return null;
    return { tasks: withTask(asked, task, { ...reaching(asked, task, '1'), plannedStart: null, plannedEnd: null }) };
  },
  log: ({ task }) => ({ what: 'time-set', facts: { task: task.type } }),
  tells: ({ task }) => task.responsibles.map(({ member }) => ['task-assigned', { kind: 'member', member }]),
});
