import type { Notice } from '../../shared/contract/sync.ts';
import type { SyncAnswer } from '../offline/sync-answer.ts';
import type { SyncFeed, SyncPlace } from '../offline/sync-feed.ts';
import type { Answer } from '../portal/answer.ts';
import type { PortalClient } from '../portal/portal-client.ts';
import { setbackOf, worse, type Setback } from './trouble.ts';

export interface PullDeps {
  readonly feed: SyncFeed;
  readonly portal: PortalClient;
  /** The person is told; never of what a first sync brings, which waits in the bell. */
  readonly tell: (portal: string, notices: readonly Notice[]) => Promise<void>;
}

/** Named commands a request at most (contract). */
const namedAtOnce = 200;
/** A portal server that answers `reset` again and again is asked later. */
const resetsAtOnce = 3;

/** Fetches what changed, each portal by itself: one that fails does not hold the others (sync.md 18). */
export async function pull(deps: PullDeps, portals: readonly string[]): Promise<Setback | null> {
  await deps.feed.keepPortals(portals);
  let found: Setback | null = null;
  for (const portal of portals) {
    found = worse(found, await pullPortal(deps, portal));
    // Nobody answers, or nobody may ask: the others would only wait for the same.
    if (found && found.kind !== 'trouble') return found;
  }
  return found;
}

async function pullPortal(deps: PullDeps, portal: string): Promise<Setback | null> {
  const { feed } = deps;
  const pages = await pullPages(deps, portal);
  if (pages) return pages;
  let named = feed.toName(portal);
  // What goes on where it was broken off leads to what was then: what came since is asked for after it.
  let goesOn = isWithinDelta(feed.place(portal));
  for (let resets = 0; ;) {
    const place = feed.place(portal);
    if (place.kind === 'pages') return { kind: 'trouble', words: 'The cache was rebuilt in between.' };
    const asked = named.slice(0, namedAtOnce);
    const { cursor, after, upTo } = place;
    const categories = feed.holdsCategories(portal);
    const priceLists = feed.holdsPriceLists(portal);
    const held = { categories, priceLists };
    const answer = await deps.portal.delta(portal, { cursor, after, upTo, named: [...asked], ...held });
    if (answer.kind !== 'ok') return setbackOf(answer);
    const { reset, more } = answer.value;
    if (reset) {
      resets += 1;
      if (resets > resetsAtOnce) return { kind: 'trouble', words: 'The portal server asks to start again each time.' };
      await feed.startAgain(portal, reset);
      const again = await pullPages(deps, portal);
      if (again) return again;
      named = feed.toName(portal);
      continue;
    }
    const { notices } = await feed.applyDelta(portal, answer.value, named.length <= namedAtOnce);
    await deps.tell(portal, notices);
    if (more) continue;
    // What became of named commands comes with the last page only.
    named = named.slice(namedAtOnce);
    if (named.length === 0 && !goesOn) return null;
    goesOn = false;
  }
}

function isWithinDelta(place: SyncPlace): boolean {
  return place.kind === 'delta' && place.upTo !== undefined;
}

/** The pages that are missing of a first sync or reset; the next one is on its way while this one is written. */
async function pullPages({ feed, portal: client }: PullDeps, portal: string): Promise<Setback | null> {
  let ahead: Promise<Answer<SyncAnswer>> | null = null;
  for (;;) {
    const place = feed.place(portal);
    if (place.kind === 'delta') return null;
    const answer: Answer<SyncAnswer> = await (ahead ?? client.pages(portal, place.after));
    if (answer.kind !== 'ok') return setbackOf(answer);
    const next: string | null = answer.value.next;
    ahead = next === null ? null : client.pages(portal, next);
    try {
      await feed.storePage(portal, answer.value);
    } catch (error) {
      // The request on its way must not end unheard.
      await ahead?.catch(() => undefined);
      throw error;
    }
  }
}
