import { casePage } from '../case/case-page.ts';
import { mayEnter, namedTasks, tasksRefusal, type SomeTasks } from './enter-invoice.ts';
import {
  decidedRefusal,
  factsOfInvoice,
  findInvoice,
  lastOfInvoice,
  momentsOfInvoice,
  stepOfInvoice,
  wholeInvoice,
  type OnInvoice,
} from './invoice-page.ts';
import { invoicesOf, type Invoice } from './invoice.ts';

/** Takes an invoice back until it is decided on; its number is free again. */
export type RemoveInvoice = OnInvoice;

interface Found {
  readonly found: Invoice;
  readonly tasks: SomeTasks;
}

/** The page of `remove-invoice`: its file goes with it. */
export const removeInvoice = casePage<RemoveInvoice, Found>({
  authority: 'invoice.enter',
  ...stepOfInvoice,
  reads: [...stepOfInvoice.reads, 'budget-files'],
  changes: [...stepOfInvoice.changes, 'budget-files'],
  find: (question, input) => {
    const found = findInvoice(question.case, input.invoice);
    const tasks = found && namedTasks(question, found.tasks);
    return found && tasks ? { found, tasks } : null;
  },
  since: ({ found }) => momentsOfInvoice(found),
  may: (asked) => mayEnter(asked, asked.tasks),
  check: ({ found, tasks }) => decidedRefusal(found) ?? tasksRefusal(tasks),
  basedOn: (input) => [wholeInvoice(input)],
  apply: ({ case: subject, found }) => ({
    invoices: invoicesOf(subject).filter((each) => each !== found),
    documents: subject.documents.filter(({ invoice }) => invoice !== found.id),
  }),
  log: ({ found }) => ({ what: 'invoice-removed', facts: factsOfInvoice(found), company: found.company }),
  instead: lastOfInvoice,
});
