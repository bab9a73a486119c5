import { useEffect, useState } from 'react';
import type { PriceList, PriceListHead } from '../../shared/domain/price-list/price-list.ts';
import type { KeptPrices } from '../offline/generation.ts';
import type { OfflineDesk } from '../offline/offline-desk.ts';
import { useWorkplace } from './contexts.ts';
import { useOffline } from './use-offline.ts';

/** A portal's price lists for who is given them, in force and to come. `missing` are those that are still to be fetched. */
export type PriceListsHold =
  | { readonly phase: 'not-given' | 'loading' }
  | { readonly phase: 'held'; readonly lists: readonly PriceList[]; readonly missing: readonly PriceListHead[] };

interface Read {
  readonly prices: KeptPrices;
  readonly lists: readonly PriceList[];
}

/** Opens the price lists that are kept offline, and again when others are. */
export function usePriceLists(portal: string): PriceListsHold {
  const { offline } = useWorkplace();
  const prices = useOffline(({ portals }) => portals.find((each) => each.portal === portal)?.prices ?? null);
  const [read, setRead] = useState<Read | null>(null);
  useEffect(() => {
    let wanted = true;
    if (prices)
      void openLists(offline, portal, prices).then((lists) => {
        if (wanted) setRead({ prices, lists });
      });
    return () => {
      wanted = false;
    };
  }, [offline, portal, prices]);
  if (!prices) return { phase: 'not-given' };
  if (read?.prices !== prices) return { phase: 'loading' };
  const held = new Set(read.lists.map(({ mark }) => mark));
  return { phase: 'held', lists: read.lists, missing: prices.lists.filter(({ mark }) => !held.has(mark)) };
}

async function openLists(offline: OfflineDesk, portal: string, { lists }: KeptPrices): Promise<readonly PriceList[]> {
  const opened = await Promise.all(
    lists.map(async (list) => {
      const items = await offline.priceItems(portal, list.mark);
      return items ? [{ ...list, items }] : [];
    }),
  );
  return opened.flat();
}
