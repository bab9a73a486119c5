import { Trans } from '@lingui/react/macro';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import { headroom, may } from '../../../shared/domain/rights/may.ts';
import { isExternalCaseHandler } from '../../../shared/domain/rights/roles-in-case.ts';
import { LimitMeter, useCaseView } from '../case/frame.ts';

/** What a budget that waits does to the limit of the External Case Handler (domain.md §6.3). */
export function HeadroomMeter({ budget }: { readonly budget: Budget }) {
  const { open } = useCaseView();
  const { standing, content } = open;
  const verdict = may(standing, 'budget.approve', { case: content.case, budget });
  // The limit binds who holds the role, also where another role allows the approval.
  const binds = isExternalCaseHandler({ standing, case: content.case });
  if (!verdict.allowed || !binds || budget.state !== 'submitted') return null;
  const room = headroom(standing, content.case, budget);
  return (
    <LimitMeter
      room={room}
      currency={budget.money.currency}
      amountOf={
        room.amount === budget.money.amount ? <Trans>This budget</Trans> : <Trans>What this version adds</Trans>
      }
    />
  );
}
