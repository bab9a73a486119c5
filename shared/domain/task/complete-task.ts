import type { CaseContent } from '../case/case.ts';
import { tellDeciders } from '../decision.ts';
import { personRef } from '../member/standing.ts';
import { reaching, withTask, wrongStatus } from './change-task.ts';
import { stepOfReturned, taskPage, type OnTask } from './task-page.ts';
import type { Task } from './task.ts';

/** Marks a running task as done: 3 → 4 (domain.md §3.3 row 17). */
export type CompleteTask = OnTask;

/** The page of `complete-task`; a changed budget that still waits (3-) has to be decided first. */
export const completeTask = taskPage<CompleteTask>({
  authority: 'task.complete',
  ...stepOfReturned,
  check: ({ task }) => wrongStatus(task, ['3']),
  apply: (asked) => {
    const { task, standing } = asked;
    const completed = { ...reaching(asked, task, '4'), completedBy: personRef(standing), sentBack: null };
    return { tasks: withTask(asked, task, completed) };
  },
  log: ({ task }) => ({ what: 'task-completed', facts: { task: task.type } }),
  // The main inspection is followed by the decision on compensation (domain.md §9).
  tells: (asked) => tellDeciders(asked, 'task-completed', asked.task.main ? 'decision.make' : 'tasks.approve'),
});

/** The case with who completed its tasks told by the log where the task itself does not keep it. */
export function namingWhoCompleted<Content extends CaseContent>(content: Content): Content {
  const untold = (task: Task): boolean => task.status === '4' && task.completedBy === undefined;
  if (!content.case.tasks.some(untold)) return content;
  // Nothing but its completion or what follows on it changes a task in 4, so the revision there is the completion's.
  const completed = ({ revision }: Task): Task['completedBy'] =>
    content.log.find((entry) => entry.command === revision && entry.what === 'task-completed')?.by ?? null;
  const tasks = content.case.tasks.map((task) => (untold(task) ? { ...task, completedBy: completed(task) } : task));
  return { ...content, case: { ...content.case, tasks } };
}
