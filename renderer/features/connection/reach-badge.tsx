import { Trans } from '@lingui/react/macro';
import { IconCloudCheck, IconCloudOff, IconPlugOff, IconRefresh, IconUserOff } from '@tabler/icons-react';
import type { SyncState } from '../../offline/offline-desk.ts';
import { StateBadge } from '../../ui/state-badge.tsx';

/** Whether the portal server can be reached, as a badge. */
export function ReachBadge({ reach }: { reach: SyncState['reach'] }) {
  switch (reach) {
    case 'online':
      return (
        <StateBadge tone="act" icon={IconCloudCheck}>
          <Trans>Online</Trans>
        </StateBadge>
      );
    case 'offline':
      return (
        <StateBadge tone="quiet" icon={IconCloudOff}>
          <Trans>Offline</Trans>
        </StateBadge>
      );
    case 'on-purpose':
      return (
        <StateBadge tone="quiet" icon={IconPlugOff}>
          <Trans>Working offline</Trans>
        </StateBadge>
      );
    case 'signed-out':
      return (
        <StateBadge tone="near" icon={IconUserOff}>
          <Trans>Sign in again</Trans>
        </StateBadge>
      );
    case 'unknown':
      return (
        <StateBadge tone="quiet" icon={IconRefresh}>
          <Trans>Connecting</Trans>
        </StateBadge>
      );
  }
}
