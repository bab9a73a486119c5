import { useQuery } from '@tanstack/react-query';
import type { NewLimit, SettingsReach } from '../../shared/domain/portal/settings-reach.ts';
import { createPortalClient } from '../portal/portal-client.ts';
import { useWorkplace } from './contexts.ts';

/**
 * Whom a change of a portal's roles touches, counted by the portal server: the operator's app holds no cases. Undefined
 * while it is counted, null where it could not be.
 */
export function useSettingsReach(portal: string, limit: NewLimit): SettingsReach | null | undefined {
  const { session } = useWorkplace();
  const reach = useQuery({
    queryKey: ['settings reach', session.account, portal, limit],
    queryFn: async () => {
      const answer = await createPortalClient({ account: session.account }).settingsReach(portal, limit);
      return answer.kind === 'ok' ? answer.value : null;
    },
    retry: false,
    gcTime: 0,
  });
  return reach.data;
}
