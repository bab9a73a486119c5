import { t } from '@lingui/core/macro';
import type { Book } from '../refusal-said.ts';

/** Why an invoice is not taken, or keeps something in the case. */
export const invoiceRefusals = {
  'invoice-number-taken': (_, { companyName, portalName }) => ({
    short: t`Number used already`,
    sentence: t`${companyName} has sent ${portalName} an invoice with this number already.`,
    wayOn: t`Look at the number on the invoice and enter it again.`,
  }),
  'task-has-invoice': () => ({
    short: t`An invoice is for it`,
    sentence: t`An invoice is for this task, so it stays.`,
    wayOn: t`The invoice has to be removed or rejected before.`,
  }),
} satisfies Partial<Book>;
