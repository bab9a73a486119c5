import { t } from '@lingui/core/macro';
import type { EnteredInvoice } from '../../../shared/domain/invoice/enter-invoice.ts';
import { invoicesOf } from '../../../shared/domain/invoice/invoice.ts';
import type { CommandsSaid, DoneIn, LogSaid, NoticesSaid, TypedPart } from '../family-words.ts';
import { dayText, moneyText } from '../figures.ts';
import { filePart, noted, reasonPart } from '../typed-parts.ts';
import { invoiceKindWord } from './invoice-kind-word.ts';

/** The commands about invoices. */
export const invoiceCommands = {
  'add-invoice': {
    words: () => ({ label: t`Send invoice`, thing: t`An invoice` }),
    typed: (input) => [...enteredParts(input), filePart(input.file)],
  },
  'change-invoice': {
    words: () => ({ label: t`Change invoice`, thing: t`A changed invoice` }),
    typed: (input) => [...enteredParts(input), ...(input.file ? [filePart(input.file)] : [])],
    done: ({ number }) => t`Changed the invoice ${number}`,
  },
  'remove-invoice': {
    words: () => ({ label: t`Remove invoice`, thing: t`An invoice to remove` }),
    typed: () => [],
    done: ({ invoice }, place) => {
      const number = numberOf(invoice, place);
      return t`Removed the invoice ${number}`;
    },
  },
  'approve-invoice': {
    words: () => ({ label: t`Approve invoice`, thing: t`Approval of an invoice` }),
    typed: ({ money }) => [{ label: t`Amount`, value: moneyText(money) }],
    done: ({ invoice }, place) => {
      const number = numberOf(invoice, place);
      return t`Approved the invoice ${number}`;
    },
  },
  'reject-invoice': {
    words: () => ({ label: t`Reject invoice`, thing: t`Rejection of an invoice` }),
    typed: ({ reason }) => [reasonPart(reason)],
    done: ({ invoice }, place) => {
      const number = numberOf(invoice, place);
      return t`Rejected the invoice ${number}`;
    },
  },
} satisfies Partial<CommandsSaid>;

/** The lines that they leave in the log. */
export const invoiceLog = {
  'invoice-entered': ({ who, name }) => t`${who} sent the invoice ${name}.`,
  'invoice-changed': ({ who, name }) => t`${who} changed the invoice ${name}.`,
  'invoice-removed': ({ who, name }) => t`${who} removed the invoice ${name}.`,
  'invoice-approved': ({ who, name }) => t`${who} approved the invoice ${name}.`,
  'invoice-rejected': ({ who, name }) => t`${who} rejected the invoice ${name}.`,
} satisfies Partial<LogSaid>;

/** What people are told of it. */
export const invoiceNotices = {
  'invoice-entered': () => ({ title: t`An invoice waits for approval`, next: t`Look at it and decide.` }),
  'invoice-approved': () => ({ title: t`An invoice is approved`, next: t`There is nothing left to do about it.` }),
  'invoice-rejected': () => ({
    title: t`An invoice is rejected`,
    next: t`Read the reason; its number can be used again.`,
  }),
} satisfies Partial<NoticesSaid>;

function enteredParts({ number, money, vat, dated, kind, comment }: EnteredInvoice): readonly TypedPart[] {
  return [
    { label: t`Invoice number`, value: number },
    { label: t`Amount`, value: moneyText(money) },
    ...(vat === null ? [] : [{ label: t`VAT`, value: moneyText({ ...money, amount: vat }) }]),
    { label: t`Date of the invoice`, value: dayText(dated) },
    { label: t`Kind`, value: invoiceKindWord(kind) },
    ...noted(t`Comment`, comment),
  ];
}

function numberOf(id: string, { case: subject }: DoneIn): string {
  return invoicesOf(subject).find((each) => each.id === id)?.number ?? '';
}
