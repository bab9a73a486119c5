import { anEntry } from '../invoices.ts';
import { calculation, made, type Tries } from './try.ts';
import { amountOf } from './words.ts';

const own = { basedOn: 'revision-of-invoice-1', change: { drying: { status: '3' } } } as const;
const theirs = { basedOn: 'revision-of-invoice-of-rival', change: { painting: { status: '3' } } } as const;
const money = (place: number) => ({ amount: amountOf('one', place), currency: 'EUR' });
/** Another number for everybody who tries it, on every case. */
const entry = (subject: string, who: string) => anEntry({ number: `${subject} ${who}` });

/** What is tried with invoices. */
export const invoiceTries: Tries = {
  'Send an invoice': made({
    name: 'add-invoice',
    input: (subject, who) => ({ ...entry(subject, who), file: calculation(subject, who) }),
    change: own.change,
  }),
  'Send an invoice for a task that is approved': made({
    name: 'add-invoice',
    input: (subject, who) => ({ ...entry(subject, who), file: calculation(subject, who) }),
    change: { drying: { status: 'A' } },
  }),
  'Change an invoice': made({
    name: 'change-invoice',
    input: (subject, who) => ({ ...entry(subject, who), invoice: 'invoice-1', file: null }),
    ...own,
  }),
  'Take an invoice back': made({ name: 'remove-invoice', input: () => ({ invoice: 'invoice-1' }), ...own }),
  'Take another partner’s invoice back': made({
    name: 'remove-invoice',
    input: () => ({ invoice: 'invoice-of-rival' }),
    ...theirs,
  }),
  'Approve an invoice': made({
    name: 'approve-invoice',
    input: () => ({ invoice: 'invoice-1', money: money(52) }),
    ...own,
  }),
  'Approve another partner’s invoice, seen otherwise': made({
    name: 'approve-invoice',
    input: () => ({ invoice: 'invoice-of-rival', money: { amount: 1, currency: 'EUR' } }),
    ...theirs,
  }),
  'Reject an invoice': made({
    name: 'reject-invoice',
    input: () => ({ invoice: 'invoice-1', reason: 'x' }),
    ...own,
  }),
};
