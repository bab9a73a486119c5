import { t } from '@lingui/core/macro';
import type { InvoiceId, TaskId } from '../../../shared/domain/ids.ts';
import { invoicesOf } from '../../../shared/domain/invoice/invoice.ts';
import { moneyLock, type Family } from '../case/frame.ts';
import { decisionSteps } from './decision-steps.ts';
import { InvoiceDecision } from './invoice-decision.tsx';
import { InvoiceForm } from './invoice-form.tsx';
import { InvoicesTab } from './invoices-tab.tsx';
import { invoicesWanted } from './invoices-wanted.ts';
import { RemoveInvoice } from './remove-invoice.tsx';
import { taskActions } from './task-actions.tsx';

declare module '../case/family.ts' {
  interface CaseDialogs {
    'enter-invoice': { readonly invoice: InvoiceId | null; readonly task: TaskId | null };
    'decide-invoice': { readonly invoice: InvoiceId };
    'remove-invoice': { readonly invoice: InvoiceId };
  }
}

/** The invoices of a case. */
export const invoices = {
  name: 'invoices',
  tabs: [
    {
      id: 'invoices',
      order: 35,
      label: () => t`Invoices`,
      lock: moneyLock,
      wants: invoicesWanted,
      count: ({ content }) => invoicesOf(content.case).length,
      Panel: InvoicesTab,
    },
  ],
  dialogs: { 'enter-invoice': InvoiceForm, 'decide-invoice': InvoiceDecision, 'remove-invoice': RemoveInvoice },
  taskActions,
  steps: { 'approve-invoices': decisionSteps },
} satisfies Family;
