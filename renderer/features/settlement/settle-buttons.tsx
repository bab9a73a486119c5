import { Trans } from '@lingui/react/macro';
import { IconCash, IconHammer } from '@tabler/icons-react';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { settleProbe } from '../../../shared/domain/settlement/settle-probe.ts';
import type { SettlementKind } from '../../../shared/domain/settlement/settlement.ts';
import { ActionButton, useCaseView } from '../case/frame.ts';

/** The two ways to the customer; what goes is chosen in the dialog. */
export function SettleButtons() {
  const { open } = useCaseView();
  const { content, standing } = open;
  const ask = (kind: SettlementKind): CaseCommand => ({
    name: 'settle-items',
    input: settleProbe(content.case, { kind, named: [], currency: standing.settings.currency }),
  });
  return (
    <>
      <ActionButton
        command={ask('cashOffer')}
        dialog={{ kind: 'settle-items', as: 'cashOffer', items: [] }}
        icon={<IconCash size={16} aria-hidden />}
      >
        <Trans>Assign as cash offer…</Trans>
      </ActionButton>
      <ActionButton
        command={ask('customerOwnWork')}
        dialog={{ kind: 'settle-items', as: 'customerOwnWork', items: [] }}
        icon={<IconHammer size={16} aria-hidden />}
      >
        <Trans>Customer's own work…</Trans>
      </ActionButton>
    </>
  );
}
