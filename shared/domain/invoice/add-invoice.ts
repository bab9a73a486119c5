import { casePage } from '../case/case-page.ts';
import type { CaseQuestion } from '../decision.ts';
import type { FileRef } from '../document/document.ts';
import { createdId } from '../ids.ts';
import { personRef } from '../member/standing.ts';
import {
  enteredRefusal,
  invoiceDocument,
  mayEnter,
  namedTasks,
  tasksRefusal,
  type EnteredInvoice,
  type SomeTasks,
} from './enter-invoice.ts';
import { factsOfInvoice, shownOfInvoice, stepOfInvoice } from './invoice-page.ts';
import { invoicesOf, type Invoice } from './invoice.ts';

/** Enters an invoice with its file, which waits for the insurer then (domain.md §6.4). */
export interface AddInvoice extends EnteredInvoice {
  readonly file: FileRef;
}

/** The tasks that were named and found. */
interface Found {
  readonly tasks: SomeTasks;
}

/** The page of `add-invoice`: for tasks of the own company that are being done, or wait for their approval. */
export const addInvoice = casePage<AddInvoice, Found>({
  authority: 'invoice.enter',
  ...stepOfInvoice,
  changes: [...stepOfInvoice.changes, 'budget-files'],
  find: (question, input) => {
    const tasks = namedTasks(question, input.tasks);
    return tasks && { tasks };
  },
  since: ({ tasks }) => tasks.map((task) => task.since),
  may: (asked) => mayEnter(asked, asked.tasks),
  check: ({ tasks }) => tasksRefusal(tasks),
  limits: (asked, input) => enteredRefusal(asked, input, { company: asked.tasks[0].company ?? '', except: null }),
  apply: (asked, input) => {
    const invoice = entered(asked, input);
    const { case: subject } = asked;
    return {
      invoices: [...invoicesOf(subject), invoice],
      documents: [...subject.documents, invoiceDocument(asked, input.file, invoice.id)],
    };
  },
  log: ({ tasks: [{ company }] }, input) => ({ what: 'invoice-entered', facts: factsOfInvoice(input), company }),
  shows: (subject, { stamp }) =>
    shownOfInvoice(invoicesOf(subject).find(({ id }) => id === createdId<'invoice'>(stamp.id))),
  tells: () => [['invoice-entered', { kind: 'insurer' }]],
});

function entered({ standing, stamp, tasks: [first] }: CaseQuestion & Found, input: AddInvoice): Invoice {
  const { vat, ...rest } = input;
  return {
    ...rest,
    ...(vat === null ? {} : { vat }),
    id: createdId<'invoice'>(stamp.id),
    office: first.office ?? '',
    company: first.company ?? '',
    enteredBy: personRef(standing),
    enteredAt: stamp.at,
    state: 'entered',
    revision: stamp.id,
  };
}
