import type { CaseDocument } from '../../shared/domain/document/document.ts';
import type { EnteredInvoice } from '../../shared/domain/invoice/enter-invoice.ts';
import type { Invoice } from '../../shared/domain/invoice/invoice.ts';
import { aFile, anna, monday } from './builders.ts';

const file = { ...aFile(), file: 'file-of-invoice-1', name: 'invoice.pdf', mediaType: 'application/pdf' };

/** What Anna enters of her invoice. */
export function anEntry(change: Partial<EnteredInvoice> = {}): EnteredInvoice {
  return {
    number: 'KP 2026-014',
    tasks: ['drying-1'],
    money: { amount: 380_000, currency: 'EUR' },
    vat: 95_000,
    dated: '2026-11-20',
    kind: 'final',
    comment: '',
    ...change,
  };
}

/** Anna's invoice for the drying, which waits for the insurer. */
export function anInvoice(change: Partial<Invoice> = {}): Invoice {
  return {
    ...anEntry(),
    vat: 95_000,
    id: 'invoice-1',
    company: 'kuivaus',
    office: 'kuopio',
    file,
    enteredBy: anna,
    enteredAt: monday,
    state: 'entered',
    revision: 'revision-of-invoice-1',
    ...change,
  };
}

/** The document of an invoice. */
export function itsDocument({ id: invoice, file: its }: Invoice): CaseDocument {
  return { ...its, id: `of-${invoice}`, budget: null, invoice, by: anna, at: monday };
}
