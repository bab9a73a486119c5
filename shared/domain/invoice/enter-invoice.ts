import type { CaseDocument, FileRef } from '../document/document.ts';
import type { CaseQuestion } from '../decision.ts';
import { createdId, type InvoiceId, type TaskId } from '../ids.ts';
import { personRef } from '../member/standing.ts';
import type { Money } from '../money.ts';
import { may } from '../rights/may.ts';
import type { Refusal } from '../rights/refusal.ts';
import type { Verdict } from '../rights/verdict.ts';
import { wrongStatus } from '../task/change-task.ts';
import type { TaskStatus } from '../task/task-status.ts';
import type { Task } from '../task/task.ts';
import { invoicesOf, isNumberTaken, type InvoiceKind } from './invoice.ts';

/** What is entered of an invoice. */
export interface EnteredInvoice {
  readonly number: string;
  readonly tasks: readonly TaskId[];
  readonly money: Money;
  /** Minor units; null where it is not entered. */
  readonly vat: number | null;
  /** Calendar day. */
  readonly dated: string;
  readonly kind: InvoiceKind;
  readonly comment: string;
}

/** Tasks of one case, at least one. */
export type SomeTasks = readonly [Task, ...Task[]];

/** Work that is being done or waits for its approval: once it is approved, invoices are only read (domain.md §6.4). */
export const invoicedStatuses: readonly TaskStatus[] = ['3', '3-', '4'];

/** The tasks that are named, all of them; null where one is not there. */
export function namedTasks({ case: subject }: CaseQuestion, tasks: readonly TaskId[]): SomeTasks | null {
  const [first, ...more] = subject.tasks.filter(({ id }) => tasks.includes(id));
  return first && more.length + 1 === new Set(tasks).size ? [first, ...more] : null;
}

/** Who may enter invoices for all of these tasks. */
export function mayEnter({ standing, case: subject }: CaseQuestion, tasks: SomeTasks): Verdict {
  const mayFor = (task: Task): Verdict => may(standing, 'invoice.enter', { case: subject, task });
  return tasks.map(mayFor).find((each) => !each.allowed) ?? mayFor(tasks[0]);
}

/** Tasks of several companies, or one that is not being done or is approved already. */
export function tasksRefusal(tasks: SomeTasks): Refusal | null {
  if (tasks.some(({ company }) => company !== tasks[0].company))
    return { code: 'other-office-task', grantor: 'other-office' };
  return tasks.map((task) => wrongStatus(task, invoicedStatuses)).find((each) => each !== null) ?? null;
}

/** Another currency than the portal's, or a number that the company has used; beyond this case the portal server knows. */
export function enteredRefusal(
  { standing: { settings }, case: subject }: CaseQuestion,
  { money, number }: EnteredInvoice,
  { company, except }: { readonly company: string; readonly except: InvoiceId | null },
): Refusal | null {
  if (money.currency !== settings.currency)
    return { code: 'currency-differs', grantor: 'nobody', expected: settings.currency };
  return isNumberTaken(invoicesOf(subject), { company, number, except })
    ? { code: 'invoice-number-taken', grantor: 'nobody' }
    : null;
}

/** The document of an invoice: seen by who sees the invoice. */
export function invoiceDocument({ standing, stamp }: CaseQuestion, file: FileRef, invoice: InvoiceId): CaseDocument {
  const id = createdId<'document'>(stamp.id, 1);
  return { ...file, id, budget: null, invoice, by: personRef(standing), at: stamp.at };
}
