import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { invoicedStatuses } from '../../../shared/domain/invoice/enter-invoice.ts';
import { may } from '../../../shared/domain/rights/may.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { emptyInvoice, invoiceCommand } from './invoice-draft.ts';

/** The tasks an invoice can be for: those whose invoices the viewer may enter, that are being done or wait for approval. */
export function tasksForInvoice({ content, standing }: OpenCase): readonly Task[] {
  return content.case.tasks.filter(
    (task) =>
      invoicedStatuses.includes(task.status) && may(standing, 'invoice.enter', { case: content.case, task }).allowed,
  );
}

/** The command that asks whether an invoice could be sent at all, before anything is typed. */
export function invoiceProbe(open: OpenCase, task: Task | null): CaseCommand {
  const { content, standing } = open;
  const { tasks } = content.case;
  const own = tasks.find(({ company }) => company === standing.company);
  const first = task ?? tasksForInvoice(open)[0] ?? own ?? tasks[0];
  return invoiceCommand(emptyInvoice(first?.id ?? null), standing.settings.currency, null);
}
