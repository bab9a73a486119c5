import { t } from '@lingui/core/macro';
import { IconReceipt2 } from '@tabler/icons-react';
import type { FamilyWords } from '../family-words.ts';
import { invoiceCommands, invoiceLog, invoiceNotices } from './invoice-commands.ts';

/** What is said of invoices. */
export const invoiceWords = {
  commands: invoiceCommands,
  log: invoiceLog,
  actions: {
    'approve-invoices': () => ({
      row: t`Invoices to approve`,
      one: t`Invoice to approve`,
      next: t`Decide`,
      icon: IconReceipt2,
    }),
  },
  notices: invoiceNotices,
} satisfies FamilyWords;
