import type { SyncFeed } from '../offline/sync-feed.ts';
import type { PortalClient } from '../portal/portal-client.ts';

/** Fetches the items of price lists that are given and not kept yet, each once: work plans are made offline with them. */
export async function fetchPrices(
  feed: Pick<SyncFeed, 'pricesToFetch' | 'keepPrices'>,
  portal: Pick<PortalClient, 'priceLists'>,
  portals: readonly string[],
): Promise<void> {
  for (const id of portals) {
    for (const list of feed.pricesToFetch(id)) {
      const answer = await portal.priceLists.items(id, list);
      if (answer.kind === 'ok') await feed.keepPrices(id, { list, items: answer.value });
      // Replaced or taken away in between: the next delta says so.
      else if (answer.kind === 'unreachable' || answer.problem.kind !== 'not-found') return;
    }
  }
}
