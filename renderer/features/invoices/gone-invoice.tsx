import { Trans } from '@lingui/react/macro';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import { DecisionDialog, useSeen } from '../case/frame.ts';

const gone: Refusal = { code: 'case-not-found', grantor: 'nobody' };

/** An invoice that went under the dialog: it was removed, or is not seen any more. */
export function GoneInvoice({ onClose }: { readonly onClose: () => void }) {
  const seen = useSeen(null);
  return (
    <DecisionDialog
      title={<Trans>Invoice</Trans>}
      primary={<Trans>Go on</Trans>}
      seen={seen}
      refusal={gone}
      onDecide={async () => ({ ok: false, kind: 'refused', refusal: gone })}
      onDone={onClose}
      onClose={onClose}
    >
      <Trans>The invoice was removed, or is not shown to you any more.</Trans>
    </DecisionDialog>
  );
}
