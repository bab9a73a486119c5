import { Trans } from '@lingui/react/macro';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import { StateBadge } from '../../ui/state-badge.tsx';

/** The state of a budget in a word. */
export function BudgetBadge({ budget }: { readonly budget: Pick<Budget, 'state' | 'forwarded'> }) {
  switch (budget.state) {
    case 'approved':
      return (
        <StateBadge tone="finished">
          <Trans>Approved</Trans>
        </StateBadge>
      );
    case 'rejected':
      return (
        <StateBadge tone="refused">
          <Trans>Rejected</Trans>
        </StateBadge>
      );
    case 'recalled':
      return (
        <StateBadge tone="quiet" icon={IconArrowBackUp}>
          <Trans>Recalled</Trans>
        </StateBadge>
      );
    case 'submitted':
      return (
        <StateBadge tone="budget">
          {budget.forwarded ? <Trans>Forwarded to the insurer</Trans> : <Trans>Waits for a decision</Trans>}
        </StateBadge>
      );
  }
}
