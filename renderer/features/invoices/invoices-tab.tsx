import { Trans } from '@lingui/react/macro';
import { IconPlus, IconReceipt2 } from '@tabler/icons-react';
import { invoicesOf } from '../../../shared/domain/invoice/invoice.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ActionButton, useCaseView } from '../case/frame.ts';
import { CompanyInvoices } from './company-invoices.tsx';
import { invoiceProbe } from './invoiced-tasks.ts';
import classes from './invoices.module.css';

/** The invoices the viewer sees, each company's against its approved budget (domain.md §6.4). */
export function InvoicesTab() {
  const { open } = useCaseView();
  const { content, standing } = open;
  const invoices = invoicesOf(content.case);
  const companies = [...new Set(invoices.map(({ company }) => company))];
  return (
    <div className={classes.tab}>
      {standing.side === 'partner' && (
        <div>
          <ActionButton
            command={invoiceProbe(open, null)}
            dialog={{ kind: 'enter-invoice', invoice: null, task: null }}
            icon={<IconPlus size={16} aria-hidden />}
          >
            <Trans>Add invoice…</Trans>
          </ActionButton>
        </div>
      )}
      {invoices.length === 0 && (
        <EmptyState icon={IconReceipt2} title={<Trans>No invoice yet</Trans>}>
          <Trans>An invoice is sent once the work has started, until the task is approved.</Trans>
        </EmptyState>
      )}
      {companies.map((company) => (
        <CompanyInvoices key={company} company={company} named={companies.length > 1 || company !== standing.company} />
      ))}
    </div>
  );
}
