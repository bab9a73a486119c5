import { useQuery } from '@tanstack/react-query';
import { useWorkplace } from '../../bindings/contexts.ts';
import { isOffline, useSync } from '../../bindings/use-sync.ts';
import { createPortalClient } from '../../portal/portal-client.ts';

/** How often the desk looks again how the portal server is. */
const lookAgain = 20_000;

/** Every portal in numbers, as the portal server answers now; asked again each time the page is opened. */
export function useOperatorPortals() {
  const { account, isAway } = useAsked();
  return useQuery({
    queryKey: ['operator portals', account],
    queryFn: () => createPortalClient({ account }).operator.portals(),
    enabled: !isAway,
    staleTime: 0,
  });
}

/** How the portal server is, and by how many milliseconds this computer's clock is ahead of its. */
export function useHealth() {
  const { account, isAway } = useAsked();
  return useQuery({
    queryKey: ['operator health', account],
    queryFn: async () => {
      const asked = Date.now();
      const answer = await createPortalClient({ account }).operator.health();
      // The server read its clock somewhere in between.
      const middle = (asked + Date.now()) / 2;
      const ahead = answer.kind === 'ok' ? middle - Date.parse(answer.value.serverTime) : 0;
      return { answer, ahead };
    },
    enabled: !isAway,
    staleTime: 0,
    refetchInterval: lookAgain,
  });
}

function useAsked() {
  const { session } = useWorkplace();
  const { state } = useSync();
  return { account: session.account, isAway: isOffline(state) };
}
