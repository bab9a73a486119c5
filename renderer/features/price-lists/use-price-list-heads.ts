import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PriceListHead } from '../../../shared/domain/price-list/price-list.ts';
import { useWorkplace } from '../../bindings/contexts.ts';
import { isOffline, useSync } from '../../bindings/use-sync.ts';
import { createPortalClient } from '../../portal/portal-client.ts';

/** All price lists of a portal as the portal server has them now, also those that have ended. */
export function usePriceListHeads(portal: string) {
  const { account, isAway } = useAsked();
  return useQuery({
    queryKey: ['price lists', account, portal],
    queryFn: () => createPortalClient({ account }).priceLists.all(portal),
    enabled: !isAway,
    staleTime: 0,
  });
}

/** The items of one. */
export function usePriceItems(portal: string, { id, mark }: PriceListHead) {
  const { account, isAway } = useAsked();
  return useQuery({
    queryKey: ['price items', account, portal, id, mark],
    queryFn: () => createPortalClient({ account }).priceLists.items(portal, { id, mark }),
    enabled: !isAway,
    // A list of a mark never changes.
    staleTime: Infinity,
  });
}

/** Has lists and log of a portal read again. */
export function useReadAgain(portal: string): () => void {
  const { account } = useAsked();
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['price lists', account, portal] });
    void queries.invalidateQueries({ queryKey: ['settings log', account, portal] });
  };
}

function useAsked() {
  const { session } = useWorkplace();
  const { state } = useSync();
  return { account: session.account, isAway: isOffline(state) };
}
