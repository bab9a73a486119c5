import { Trans } from '@lingui/react/macro';
import { DecisionDialog, useSeen } from '../case/frame.ts';

/** A settlement that is not shown any more: the right to see it was withdrawn under the dialog. */
export function GoneSettlement({ onClose }: { readonly onClose: () => void }) {
  const seen = useSeen(null);
  const refusal = { code: 'case-not-found', grantor: 'nobody' } as const;
  return (
    <DecisionDialog
      title={<Trans>Settlement</Trans>}
      primary={<Trans>Done</Trans>}
      seen={seen}
      refusal={refusal}
      onDecide={async () => ({ ok: false, kind: 'refused', refusal })}
      onDone={onClose}
      onClose={onClose}
    >
      <Trans>The settlement is not shown to you any more.</Trans>
    </DecisionDialog>
  );
}
