import type { Case } from '../case/case.ts';
import type { CompanyId } from '../ids.ts';
import type { Task } from '../task/task.ts';
import { invoicesOf, stands } from './invoice.ts';

/**
 * True for a task that needs an invoice and has none, as far as its reader sees invoices: once it is approved none can be
 * entered (domain.md §15 right 9).
 */
export function lacksInvoice(view: Case, { id, budget, company }: Task, reader: CompanyId): boolean {
  const part = company === reader ? 'budgets' : 'other-budgets';
  if (budget !== 'required' || view.hidden.includes(part)) return false;
  return !invoicesOf(view).some((each) => stands(each) && each.tasks.includes(id));
}
