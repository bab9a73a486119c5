import { casePage } from '../case/case-page.ts';
import type { CaseQuestion } from '../decision.ts';
import type { CaseDocument, FileRef } from '../document/document.ts';
import type { Refusal } from '../rights/refusal.ts';
import {
  enteredRefusal,
  invoiceDocument,
  mayEnter,
  namedTasks,
  tasksRefusal,
  type EnteredInvoice,
  type SomeTasks,
} from './enter-invoice.ts';
import {
  decidedRefusal,
  factsOfInvoice,
  findInvoice,
  lastOfInvoice,
  momentsOfInvoice,
  shownOfInvoice,
  stepOfInvoice,
  wholeInvoice,
  withInvoice,
  type OnInvoice,
} from './invoice-page.ts';
import type { Invoice } from './invoice.ts';

/** Corrects an invoice until it is decided on. */
export interface ChangeInvoice extends EnteredInvoice, OnInvoice {
  /** null where the one that is there stays. */
  readonly file: FileRef | null;
}

/** The invoice, the tasks it was for and those it is for from now on. */
interface Found {
  readonly found: Invoice;
  readonly before: SomeTasks;
  readonly tasks: SomeTasks;
}

/** The page of `change-invoice`: all of it can be another, but not whose it is. */
export const changeInvoice = casePage<ChangeInvoice, Found>({
  authority: 'invoice.enter',
  ...stepOfInvoice,
  reads: [...stepOfInvoice.reads, 'budget-files'],
  changes: [...stepOfInvoice.changes, 'budget-files'],
  find: (question, input) => {
    const found = findInvoice(question.case, input.invoice);
    const before = found && namedTasks(question, found.tasks);
    const tasks = namedTasks(question, input.tasks);
    return found && before && tasks ? { found, before, tasks } : null;
  },
  since: ({ found, tasks }) => [...tasks.map((task) => task.since), ...momentsOfInvoice(found)],
  may: (asked) => mayEnter(asked, [...asked.before, ...asked.tasks]),
  check: ({ found, before, tasks }): Refusal | null => decidedRefusal(found) ?? tasksRefusal([...before, ...tasks]),
  basedOn: (input) => [wholeInvoice(input)],
  limits: (asked, input) => enteredRefusal(asked, input, { company: asked.found.company, except: asked.found.id }),
  apply: (asked, input) => ({
    invoices: withInvoice(asked, changed(asked, input)),
    documents: documentsAfter(asked, input),
  }),
  log: ({ found: { company } }, input) => ({ what: 'invoice-changed', facts: factsOfInvoice(input), company }),
  shows: (subject, { found }) => shownOfInvoice(findInvoice(subject, found.id)),
  instead: lastOfInvoice,
});

function changed({ found, stamp, tasks: [first] }: CaseQuestion & Found, input: ChangeInvoice): Invoice {
  const { invoice: _, vat, file, ...rest } = input;
  const { vat: __, ...kept } = found;
  return {
    ...kept,
    ...rest,
    ...(vat === null ? {} : { vat }),
    office: first.office ?? '',
    file: file ?? found.file,
    revision: stamp.id,
  };
}

/** The file of an invoice is the one that is decided on: what it took the place of is no document of the case. */
function documentsAfter(asked: CaseQuestion & Found, { file }: ChangeInvoice): readonly CaseDocument[] {
  const { case: subject, found } = asked;
  if (!file) return subject.documents;
  return [...subject.documents.filter(({ invoice }) => invoice !== found.id), invoiceDocument(asked, file, found.id)];
}
