import { useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconArrowBackUp, IconCheck, IconHandStop, IconSend } from '@tabler/icons-react';
import type { OutboxItem } from '../../offline/offline-desk.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { WaitingMark } from '../../ui/waiting-mark.tsx';

/** Where a command stands, in plain words. */
export function OutboxState({ item }: { item: OutboxItem }) {
  const { t } = useLingui();
  const { state, command, cancelling } = item;
  if (cancelling) {
    return (
      <StateBadge tone="quiet" icon={IconArrowBackUp}>
        {t`Being cancelled`}
      </StateBadge>
    );
  }
  if (state === 'waiting' && command) return <WaitingMark since={command.at} />;
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
