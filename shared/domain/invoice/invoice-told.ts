import type { NoticeSaid } from '../notice-said.ts';

/** The lines that what happens to invoices leaves in the log. */
export const invoiceLines = [
  'invoice-entered',
  'invoice-changed',
  'invoice-removed',
  'invoice-approved',
  'invoice-rejected',
] as const;

/** What people are told of invoices. */
export const invoiceNotices = {
  'invoice-entered': {
    mail: { subject: 'An invoice waits for approval', text: 'An invoice was entered.' },
    asks: ['approve-invoices'],
  },
  'invoice-approved': {
    mail: { subject: 'An invoice was approved', text: 'An invoice was approved.' },
    asks: [],
  },
  'invoice-rejected': {
    mail: { subject: 'An invoice was rejected', text: 'An invoice was rejected. Its number can be used again.' },
    asks: [],
  },
} as const satisfies Readonly<Record<string, NoticeSaid>>;
