import type { Told } from '../decision.ts';
import { heldByInvoice } from '../invoice/invoiced-task.ts';
import type { Refusal } from '../rights/refusal.ts';
import { wrongStatus } from './change-task.ts';
import { blockedBy } from '../work-plan/blocked-by.ts';
import { itemsOfTask, withoutItemsOf } from '../work-plan/plan-items.ts';
import { taskPage, toOfficeOf, wholeTask, type OnTask, type TaskQuestion } from './task-page.ts';
import type { TaskStatus } from './task-status.ts';

/** Takes a task out of a case (seed, right 1; domain.md §3.3 row 22). */
export interface RemoveTask extends OnTask {
  /** Its type's code: what was removed is named by it where the task is gone. */
  readonly type: string;
}

/** Before the work is planned: in these the task is nobody's work yet, or an office's that has spent nothing on it (domain.md §15 right 1). */
const removable: readonly TaskStatus[] = ['C', '0', '0+', '1'];

/** The page of `remove-task`: based on all of the task, so that one which went on meanwhile stays. */
export const removeTask = taskPage<RemoveTask>({
  authority: 'tasks.edit',
  reads: [
    'head',
    'tasks',
    'task-returns',
    'task-inquiries',
    'task-handbacks',
    'role',
    'budgets',
    'invoices',
    'work-items',
    'work-values',
  ],
  changes: ['tasks', 'task-returns', 'task-inquiries', 'task-handbacks', 'work-items', 'work-values', 'log'],
  check: ({ task }, { type }) => {
    if (task.type !== type) return { code: 'case-not-found', grantor: 'nobody' };
    return task.main ? { code: 'main-inspection', grantor: 'nobody' } : wrongStatus(task, removable);
  },
  basedOn: (input) => [wholeTask(input)],
  limits: heldBy,
  apply: ({ case: { tasks, ...subject }, task }) => ({
    tasks: tasks.filter((each) => each !== task),
    ...withoutItemsOf(subject, task.id),
  }),
  log: ({ task, directory }) => ({
    what: 'task-removed',
    facts: { task: task.type, office: directory.offices.find(({ id }) => id === task.office)?.name ?? '' },
  }),
  tells: ({ task }): readonly Told[] => toOfficeOf(task, 'task-removed'),
});

/**
 * What in the case is about the task and would be left without it; a budget that was rejected or recalled, or an invoice
 * that was rejected, is of the past. Quotations that are
 * asked for, and what was reported, are asked here as well once there are some.
 */
function heldBy({ case: subject, task }: TaskQuestion): Refusal | null {
  const invoiced = heldByInvoice(subject, task.id);
  if (invoiced) return invoiced;
  // What the customer was promised would be of nothing.
  const given = itemsOfTask(subject, task.id).filter(({ allocation }) => allocation !== 'partner');
  const settled = blockedBy(given.map(({ id, text }) => ({ thing: id, name: text, because: 'allocated' })));
  if (settled) return settled;
  const holds = subject.budgets.some(
    ({ state, tasks }) => (state === 'submitted' || state === 'approved') && tasks.includes(task.id),
  );
  return holds ? { code: 'task-has-budget', grantor: 'nobody' } : null;
}
