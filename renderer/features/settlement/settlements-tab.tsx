import { Trans } from '@lingui/react/macro';
import { IconCash } from '@tabler/icons-react';
import { settlementsOf } from '../../../shared/domain/settlement/settlement.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useCaseView } from '../case/frame.ts';
import { SettleButtons } from './settle-buttons.tsx';
import { SettlementCard } from './settlement-card.tsx';
import classes from './settlement.module.css';

/** What went to the customer, the latest first: what is paid, what of it waits, and what the customer said. */
export function SettlementsTab() {
  const { open } = useCaseView();
  const settlements = settlementsOf(open.content.case).toReversed();
  return (
    <div className={classes.tab}>
      {open.standing.settings.workPlans && (
        <div className={classes.deeds}>
          <SettleButtons />
        </div>
      )}
      {settlements.length === 0 && (
        <EmptyState icon={IconCash} title={<Trans>Nothing went to the customer yet</Trans>}>
          <Trans>
            Work items that are assigned as cash offer or left to the customer's own work stand here with their
            settlement sheet.
          </Trans>
        </EmptyState>
      )}
      {settlements.map((settlement) => (
        <SettlementCard key={settlement.id} settlement={settlement} />
      ))}
    </div>
  );
}
