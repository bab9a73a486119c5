import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import { useCaseView } from '../case/frame.ts';
import { chatLock } from './chat-lock.ts';

/** The way to who can help, where they read the case's chat. */
export function AskInChat({ refusal }: { readonly refusal: Refusal }) {
  const { open, openTab } = useCaseView();
  const reads = refusal.grantor === 'insurer' || refusal.grantor === 'operator' || refusal.grantor === 'other-office';
  if (!reads || chatLock(open)) return null;
  return (
    <Button variant="subtle" size="compact-xs" onClick={() => openTab('chat')}>
      {refusal.grantor === 'other-office' ? <Trans>Ask in the chat</Trans> : <Trans>Ask the insurer in the chat</Trans>}
    </Button>
  );
}
