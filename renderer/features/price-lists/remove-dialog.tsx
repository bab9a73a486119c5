import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { PriceListHead } from '../../../shared/domain/price-list/price-list.ts';
import { useWorkplace } from '../../bindings/contexts.ts';
import { createPortalClient } from '../../portal/portal-client.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { priceTroubleWords, validityWords } from './price-list-words.ts';
import classes from './price-lists.module.css';
import { useReadAgain } from './use-price-list-heads.ts';

interface RemoveDialogProps {
  readonly portal: string;
  readonly list: PriceListHead;
  readonly onRemoved: () => void;
  readonly onClose: () => void;
}

/** Asks before a price list is taken away; one that is used stays, and it says so. */
export function RemoveDialog({ portal, list, onRemoved, onClose }: RemoveDialogProps) {
  const { t } = useLingui();
  const { session } = useWorkplace();
  const readAgain = useReadAgain(portal);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const remove = async () => {
    if (busy) return;
    setBusy(true);
    const answer = await createPortalClient({ account: session.account }).priceLists.remove(portal, list.id);
    setBusy(false);
    readAgain();
    if (answer.kind !== 'ok') return setTrouble(priceTroubleWords(answer));
    onRemoved();
    onClose();
  };
  const valid = validityWords(list);
  return (
    <ConfirmDialog
      opened
      destructive
      busy={busy}
      title={t`Remove ${list.name}?`}
      confirm={t`Remove the price list`}
      cancel={t`Keep it`}
      onConfirm={() => void remove()}
      onClose={onClose}
    >
      <p className={classes.note}>
        <Trans>
          The list {list.name}, valid {valid}, is gone for everybody. The log tells who removed it. A list from which a
          work item has its price is not removed.
        </Trans>
      </p>
      {trouble && (
        <p className={classes.objection} role="alert">
          {trouble}
        </p>
      )}
    </ConfirmDialog>
  );
}
