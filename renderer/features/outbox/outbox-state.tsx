import { useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconCheck, IconHandStop, IconSend } from '@tabler/icons-react';
import type { JournalState } from '../../../shared/contract/desk-api.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { WaitingMark } from '../../ui/waiting-mark.tsx';

/** Where a command stands, in plain words. */
export function OutboxState({ state, at }: { state: JournalState; at?: string }) {
  const { t } = useLingui();
  if (state === 'waiting' && at) return <WaitingMark since={at} />;
  if (state === 'blocked') {
    return (
      <StateBadge tone="near" icon={IconHandStop}>
        {t`Held back`}
      </StateBadge>
    );
  }
  if (state === 'carried-out') {
    return (
      <StateBadge tone="finished" icon={IconCheck}>
        {t`Carried out, being fetched`}
      </StateBadge>
    );
  }
  if (state === 'sent') {
    return (
      <StateBadge tone="quiet" icon={IconSend}>
        {t`Sent, no answer yet`}
      </StateBadge>
    );
  }
  return (
    <StateBadge tone="refused" icon={IconAlertTriangle}>
      {t`Needs attention`}
    </StateBadge>
  );
}
