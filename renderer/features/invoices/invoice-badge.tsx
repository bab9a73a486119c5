import { Trans } from '@lingui/react/macro';
import type { Invoice } from '../../../shared/domain/invoice/invoice.ts';
import { StateBadge } from '../../ui/state-badge.tsx';

/** The state of an invoice in a word. */
export function InvoiceBadge({ state }: Pick<Invoice, 'state'>) {
  if (state === 'approved')
    return (
      <StateBadge tone="finished">
        <Trans>Approved</Trans>
      </StateBadge>
    );
  if (state === 'rejected')
    return (
      <StateBadge tone="refused">
        <Trans>Rejected</Trans>
      </StateBadge>
    );
  return (
    <StateBadge tone="budget">
      <Trans>Waits for a decision</Trans>
    </StateBadge>
  );
}
