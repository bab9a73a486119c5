import type { Told } from '../decision.ts';
import type { MemberId } from '../ids.ts';
import { heldByInvoice } from '../invoice/invoiced-task.ts';
import type { Refusal } from '../rights/refusal.ts';
import { reaching, withTask, wrongStatus } from './change-task.ts';
import { startOfTask, stepOfTask, taskPage, type OnTask } from './task-page.ts';
import type { Task } from './task.ts';

/** Takes the start of a task back: 3 → B++, with the reason. The insurer's (domain.md §10). */
export interface UndoStart extends OnTask {
  readonly reason: string;
}

/** The page of `undo-start`: not once the task is completed or an invoice is for it, and of the start that was seen. */
export const undoStart = taskPage<UndoStart>({
  authority: 'task.undoStart',
  ...stepOfTask,
  reads: [...stepOfTask.reads, 'task-returns', 'invoices'],
  check: ({ task }) => (isUndone(task) ? null : (wrongStatus(task, ['3']) ?? completedSince(task))),
  basedOn: (input) => [startOfTask(input)],
  // Invoices are for work that was begun (domain.md §6.4): one that is not begun cannot have any.
  limits: ({ case: subject, task }) => (isUndone(task) ? null : heldByInvoice(subject, task.id)),
  already: ({ task }) => isUndone(task),
  apply: (asked) =>
    isUndone(asked.task)
      ? null
      : { tasks: withTask(asked, asked.task, { ...reaching(asked, asked.task, 'B++'), started: null }) },
  log: ({ task }, { reason }) => ({
    what: 'task-start-undone',
    facts: { task: task.type, reason },
    company: task.company,
  }),
  tells: ({ task }) => peopleOf(task).map((member): Told => ['task-start-undone', { kind: 'member', member }]),
});

/** Work that was marked as done and came back was done: its start was no mistake. */
function completedSince({ sentBack }: Task): Refusal | null {
  return sentBack ? { code: 'was-completed', grantor: 'nobody' } : null;
}

/** Two people who undo the same start are of one mind. */
function isUndone({ status }: Task): boolean {
  return status === 'B++';
}

function peopleOf({ started, responsibles }: Task): readonly MemberId[] {
  return [...new Set([...(started ? [started.by.member] : []), ...responsibles.map(({ member }) => member)])];
}
