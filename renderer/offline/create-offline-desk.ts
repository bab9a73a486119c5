import type { CommandId, PortalId } from '../../shared/domain/ids.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import type { DeskApi, DeskSession } from '../../shared/contract/desk-api.ts';
import { createCache, type Cache, type CacheOptions } from './cache.ts';
import type { CacheChange } from './cache-work.ts';
import type { IndexedDb } from './cache-database.ts';
import { createCaseIndex, type CaseIndex } from './case-index.ts';
import { deskActions } from './desk-actions.ts';
import { createForgetting, type Forgetting } from './forgetting.ts';
import { createTurns } from './in-turn.ts';
import type { LastView, OfflineDesk, OfflineState } from './offline-desk.ts';
import { offlineState, openingState } from './offline-state.ts';
import { openTheCase } from './open-case.ts';
import { createOutbox, isPending, type Outbox } from './outbox.ts';
import { createSyncFeed, type SyncFeed } from './sync-feed.ts';

export interface OfflineDeskDeps {
  readonly session: Pick<DeskSession, 'account' | 'cacheKey'>;
  readonly desk: Pick<DeskApi, 'journal' | 'forget' | 'onEvent'>;
  readonly now: () => Moment;
  /** A new UUIDv7 of that moment. */
  readonly newId: (now: Moment) => CommandId;
  /** Resolves when the page has nothing more urgent to do. */
  readonly whenIdle?: () => Promise<unknown>;
  /** Calls back each minute; answers a function that stops it. */
  readonly everyMinute?: (tick: () => void) => () => void;
  readonly indexedDb?: IndexedDb;
}

/** The account's store: what the screens use, and what the sync loop feeds it through. */
export interface OfflineAccount {
  readonly desk: OfflineDesk;
  /** Resolves when cache and journal are read. */
  readonly feed: Promise<SyncFeed>;
  /** Ends it: nothing is written any more. */
  readonly close: () => Promise<void>;
}

/** Makes the account's store. It is there at once in phase `opening`; the rest follows when cache and journal are read. */
export function createOfflineDesk(deps: OfflineDeskDeps): OfflineAccount {
  const { now, newId } = deps;
  const outbox = createOutbox(deps.desk.journal);
  const forgetting = createForgetting();
  forgetting.register('desk', async (subject) => {
    const answer = await deps.desk.forget(subject);
    if (!answer.ok) throw new Error(`the desk could not forget a case: ${answer.reason}`);
  });
  // One after the other: `after` and `seen` are about the command before.
  const inTurn = createTurns();
  const listeners = new Set<() => void>();
  let state: OfflineState | null = openingState;
  let parts: Parts | null = null;
  let portals: readonly string[] | null = null;
  let lastView: LastView | null = null;
  let closed = false;

  const changed = (): void => {
    if (closed) return;
    state = null;
    for (const listener of listeners) listener();
  };

  const opened = open(deps, outbox, forgetting, {
    onDamage: (portal) => void show([{ portal, cases: null }]).catch(() => undefined),
    onLastView: (view) => {
      lastView = view;
      changed();
    },
  }).then((made) => {
    parts = made;
    changed();
    return made;
  });
  // Whoever needs it waits for `opened` and is told there; nobody may be left with an unhandled rejection.
  opened.catch(() => undefined);

  const show = async (changes: readonly CacheChange[]): Promise<void> => {
    const { index } = await opened;
    for (const change of changes) await index.refresh(change);
    changed();
  };

  const feed = opened.then(({ cache }) =>
    createSyncFeed({
      cache,
      outbox,
      show,
      portalsKnown: (known) => {
        portals = known;
      },
    }),
  );
  feed.catch(() => undefined);

  const stopClock = (deps.everyMinute ?? eachMinute)(() => {
    if (parts?.index.tick()) changed();
  });
  const stopEvents = deps.desk.onEvent((event) => {
    // Another window of the account wrote to the journal.
    if (event.kind !== 'journal-changed') return;
    // In turn: this window's own command may be told of before its answer has come.
    void inTurn(async () => {
      const { cache } = await opened;
      if (event.highest <= outbox.seen()) return;
      await outbox.load();
      await show([...cache.portals.keys()].map((portal) => ({ portal, cases: null })));
    }).catch(() => undefined);
  });

  return {
    desk: {
      ...deskActions({ account: deps.session.account, now, newId }, { opened, outbox, show, inTurn }),
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      state: () => (state ??= parts ? offlineState({ ...parts, outbox, portals }) : { ...openingState, lastView }),
      openCase: async (key) => {
        const made = await opened;
        return openTheCase(key, { ...made, outbox });
      },
      priceItems: async (portal, mark) => (await opened).cache.priceItems(portal, mark),
      keepView: async (view) => (await opened).cache.keepView(view),
      registerForget: forgetting.register,
      places: forgetting.places,
    },
    feed,
    close: async () => {
      closed = true;
      stopClock();
      stopEvents();
      const made = await opened.catch(() => null);
      made?.cache.close();
    },
  };
}

interface Parts {
  readonly cache: Cache;
  readonly index: CaseIndex;
}

async function open(
  deps: OfflineDeskDeps,
  outbox: Outbox,
  forgetting: Forgetting,
  tell: { readonly onDamage: (portal: PortalId) => void; readonly onLastView: (view: LastView) => void },
): Promise<Parts> {
  const waits = (id: CommandId): boolean =>
    outbox.entries().some((entry) => entry.command?.id === id && isPending(entry));
  const [cache] = await Promise.all([openCache(deps, forgetting, { ...tell, waits }), outbox.load()]);
  const index = createCaseIndex({ cache, outbox, now: deps.now });
  forgetting.register('index', index.forget);
  for (const portal of cache.portals.keys()) await index.refresh({ portal, cases: null });
  return { cache, index };
}

async function openCache(
  deps: OfflineDeskDeps,
  { forget }: Forgetting,
  { onDamage, onLastView, waits }: Parameters<typeof open>[3] & Pick<CacheOptions, 'waits'>,
): Promise<Cache> {
  const { account, cacheKey } = deps.session;
  const indexedDb = deps.indexedDb ? { indexedDb: deps.indexedDb } : {};
  const cache = await createCache({ account, cacheKey, forget, onDamage, waits, ...indexedDb });
  const lastView = await cache.lastView(deps.now());
  if (lastView) {
    onLastView(lastView);
    // First the picture: reading the index takes the page's time.
    await deps.whenIdle?.();
  }
  await cache.open();
  return cache;
}

function eachMinute(tick: () => void): () => void {
  const timer = setInterval(tick, 60_000);
  return () => clearInterval(timer);
}
