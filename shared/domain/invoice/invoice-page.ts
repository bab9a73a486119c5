import type { Case } from '../case/case.ts';
import type { ContraryDecision, Facts, Logged } from '../case/log-entry.ts';
import type { CaseQuestion } from '../decision.ts';
import type { InvoiceId } from '../ids.ts';
import type { Moment } from '../moment.ts';
import type { Thing } from '../overwriting.ts';
import type { Refusal } from '../rights/refusal.ts';
import { invoicesOf, type Invoice } from './invoice.ts';

/** A command about one invoice. */
export interface OnInvoice {
  readonly invoice: InvoiceId;
}

/** Which parts of the case everything about an invoice reads and changes. */
export const stepOfInvoice = {
  reads: ['head', 'tasks', 'role', 'invoices'],
  changes: ['invoices', 'log'],
} as const;

/** The invoice of a case, or undefined. */
export function findInvoice(subject: Case, id: InvoiceId): Invoice | undefined {
  return invoicesOf(subject).find((each) => each.id === id);
}

/** The invoices with one of them as it is afterwards. */
export function withInvoice({ case: subject }: CaseQuestion, after: Invoice): readonly Invoice[] {
  return invoicesOf(subject).map((each) => (each.id === after.id ? after : each));
}

/** All of an invoice, for what changes it, takes it back or decides on it. */
export function wholeInvoice({ invoice: id }: OnInvoice): Thing<Case> {
  return {
    thing: `invoice:${id}`,
    in: (subject) => {
      const invoice = findInvoice(subject, id);
      const last = invoice && lastDeed(invoice);
      return invoice && last ? { revision: invoice.revision, by: last.by.name, at: last.at } : null;
    },
  };
}

/** When an invoice became what it is. */
export function momentsOfInvoice({ enteredAt, decided }: Invoice): readonly (Moment | null)[] {
  return [enteredAt, decided?.at ?? null];
}

/** The refusal of an invoice that was decided on, or null: it can be changed no more, and is not decided on twice. */
export function decidedRefusal({ decided }: Invoice): Refusal | null {
  if (!decided) return null;
  return { code: 'already-decided', grantor: 'nobody', changedBy: decided.by.name, changedAt: decided.at };
}

/** What became of an invoice instead, as far as it tells; null where it is not there. */
export function lastOfInvoice({ case: subject }: { readonly case: Case }, { invoice: id }: OnInvoice) {
  const invoice = findInvoice(subject, id);
  return invoice ? told(invoice) : null;
}

/** What the log shows of an invoice: never the amount. */
export function shownOfInvoice(invoice: Invoice | undefined): Logged {
  return invoice ? { decision: invoice.state } : {};
}

/** What the words of a line say of an invoice. */
export function factsOfInvoice({ number }: Pick<Invoice, 'number'>): Facts {
  return { name: number };
}

function told(invoice: Invoice): ContraryDecision {
  const { state, decided } = invoice;
  const { by, at } = lastDeed(invoice);
  const facts = { ...factsOfInvoice(invoice), ...(decided?.reason ? { reason: decided.reason } : {}) };
  return { what: `invoice-${state}`, by, at, facts };
}

function lastDeed({
  decided,
  enteredBy,
  enteredAt,
}: Invoice): Pick<ContraryDecision, 'at'> & { by: Invoice['enteredBy'] } {
  return decided ?? { by: enteredBy, at: enteredAt };
}
