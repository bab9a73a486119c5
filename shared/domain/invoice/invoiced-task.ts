import type { Case } from '../case/case.ts';
import type { TaskId } from '../ids.ts';
import type { Refusal } from '../rights/refusal.ts';
import { invoicesOf, stands } from './invoice.ts';

/** Why a task stays as it is that an invoice is for; null where none stands: a rejected one is of the past. */
export function heldByInvoice(subject: Case, task: TaskId): Refusal | null {
  return invoicesOf(subject).some((each) => stands(each) && each.tasks.includes(task))
    ? { code: 'task-has-invoice', grantor: 'nobody' }
    : null;
}
