import type { FetchingAhead } from '../offline/offline-desk.ts';
import { fetchPrices } from './fetch-prices.ts';
import { createPrefetch } from './prefetch.ts';
import { pull, type PullDeps } from './pull.ts';
import { push, type PushDeps } from './push.ts';
import type { SyncLoopDeps } from './sync-deps.ts';
import { tellNotices } from './tell.ts';
import { sinceStart } from './since-start.ts';
import { setbackOf, worse, type Setback } from './trouble.ts';
import { createUploadLane, type UploadLane } from './upload-lane.ts';

export interface RoundWorkOptions {
  readonly automatic: boolean;
  readonly pause: (tries: number) => number;
  readonly notBefore: Map<string, number>;
  /** A file arrived: the command that names it can go. */
  readonly onMoved: () => void;
  readonly onAhead: (progress: FetchingAhead | null) => void;
}

/** What one round does: push, pull, then what can wait for a quiet moment. Answers what stopped it. */
export function createRoundWork(
  {
    offline,
    portal,
    desk,
    feed: opening,
    noticeWords,
    isKept = () => false,
  }: Pick<SyncLoopDeps, 'offline' | 'portal' | 'desk' | 'feed' | 'noticeWords' | 'isKept'>,
  { automatic, pause, notBefore, onMoved, onAhead }: RoundWorkOptions,
): () => Promise<Setback | null> {
  const uploads = createUploadLane({
    portal,
    files: desk.files,
    giveUp: async ({ position }, words) => {
      const feed = await opening;
      await feed.mark([{ position, state: 'attention', detail: { trouble: words, tries: 1 } }]);
    },
    onMoved,
  });
  const prefetch = createPrefetch({ offline, portal, files: desk.files, isKept, onProgress: onAhead });
  return async () => {
    const feed = await opening;
    const pushing: PushDeps = { feed, portal, uploads, clock: sinceStart, pause, notBefore };
    const pulling: PullDeps = { feed, portal, tell: (from, notices) => tellNotices(desk, noticeWords, from, notices) };
    // Asked first: what cannot be posted must not be marked sent, or it could only be taken back online (sync.md 12).
    const me = await portal.me();
    if (me.kind !== 'ok') return setbackOf(me);
    const pushed = await pushAll(pushing, automatic);
    if (pushed && pushed.kind !== 'trouble') return pushed;
    const portals = me.value.portals.map(({ id }) => id);
    const pulled = await pull(pulling, portals);
    if (!pulled) {
      await fetchPrices(feed, portal, portals);
      await feed.tidy();
      await prefetch();
    }
    return worse(pushed, pulled);
  };
}

/** Pushes; whoever asks for one round waits for its uploads, the automatic loop is woken when they arrive. */
async function pushAll(deps: PushDeps, automatic: boolean): Promise<Setback | null> {
  for (;;) {
    const setback = await push(deps);
    if (setback) return setback;
    if (automatic) return lastTrouble(deps.uploads);
    if (!(await deps.uploads.settled())) return deps.uploads.setback();
  }
}

/** Why a file was not taken. Whether the portal server is reached, this round finds out by itself. */
function lastTrouble(uploads: UploadLane): Setback | null {
  const last = uploads.setback();
  return last?.kind === 'trouble' ? last : null;
}
