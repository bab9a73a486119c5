import { useQuery } from '@tanstack/react-query';
import type { Moment } from '../../shared/domain/moment.ts';
import { useDesk, useWorkplace } from './contexts.ts';
import { isOffline, useSync } from './use-sync.ts';

/** Until when what is kept here opens without the portal. Each answer of the portal moves it, so it is asked again when they end. */
export function useOfflineUntil(): Moment {
  const desk = useDesk();
  const { session } = useWorkplace();
  const { state } = useSync();
  const { data } = useQuery({
    queryKey: ['offline-until', session.account, isOffline(state)],
    queryFn: async () => (await desk.session())?.offlineUntil ?? session.offlineUntil,
    staleTime: 0,
  });
  return data ?? session.offlineUntil;
}
