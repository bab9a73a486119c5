import type { CaseContent } from '../../shared/domain/case/case.ts';
import type { CommandId, PortalId } from '../../shared/domain/ids.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import type { PriceItem } from '../../shared/domain/price-list/price-list.ts';
import type { CaseKey } from '../../shared/contract/desk-api.ts';
import type { ResetReason } from '../../shared/contract/sync.ts';
import { openCacheDatabase, type IndexedDb } from './cache-database.ts';
import { cachedPortals, type CacheTools } from './cache-records.ts';
import {
  applyDelta,
  compact,
  drop,
  keepPriceItems,
  load,
  openPriceItems,
  readContent,
  startAgain,
  storePage,
  type CacheChange,
  type CacheWork,
  type DeltaOf,
} from './cache-work.ts';
import type { Forget } from './forgetting.ts';
import type { PriceItemsOf } from './kept-prices.ts';
import { createTurns } from './in-turn.ts';
import { readView, writeView } from './last-view.ts';
import type { LastView, ViewToKeep } from './offline-desk.ts';
import type { PortalCache } from './plan-answer.ts';
import { createSealer } from './sealed.ts';
import type { SyncAnswer } from './sync-answer.ts';

export interface CacheOptions {
  readonly account: string;
  readonly cacheKey: Uint8Array;
  /** Called before a withdrawal commits, for every place that keeps case content. */
  readonly forget: Forget;
  /** A portal's records did not open: it was dropped and has to be fetched again. */
  readonly onDamage: (portal: PortalId) => void;
  /** Whether a command still waits for the portal. */
  readonly waits: (command: CommandId) => boolean;
  readonly indexedDb?: IndexedDb;
}

/** What the portal server confirmed, encrypted in IndexedDB; in memory only rows and places. */
export interface Cache {
  readonly portals: ReadonlyMap<PortalId, PortalCache>;
  /** Reads the index; what cannot be read is dropped and fetched again. */
  readonly open: () => Promise<void>;
  /** What a list showed when it was last kept; read before all else. */
  readonly lastView: (now: Moment) => Promise<LastView | null>;
  readonly keepView: (view: ViewToKeep) => Promise<void>;
  readonly content: (key: CaseKey) => Promise<CaseContent | null>;
  /** The items of a price list by its mark; null where they are not kept. */
  readonly priceItems: (portal: PortalId, mark: number) => Promise<readonly PriceItem[] | null>;
  readonly keepPriceItems: (portal: PortalId, items: PriceItemsOf) => Promise<void>;
  readonly storePage: (portal: PortalId, answer: SyncAnswer) => Promise<CacheChange>;
  readonly applyDelta: (portal: PortalId, delta: DeltaOf) => Promise<CacheChange>;
  readonly startAgain: (portal: PortalId, because: ResetReason) => Promise<CacheChange>;
  /** Drops portals the account no longer works in. */
  readonly keepPortals: (portals: readonly PortalId[]) => Promise<readonly PortalId[]>;
  /** Compacts what wants it. */
  readonly tidy: () => Promise<void>;
  readonly close: () => void;
}

/** Opens the cache of one account. Every change is planned, written in one transaction, and only then known in memory. */
export async function createCache(options: CacheOptions): Promise<Cache> {
  const { account, forget, onDamage, waits } = options;
  const tools: CacheTools = {
    account,
    database: await openCacheDatabase(`cache ${account}`, options.indexedDb),
    sealer: await createSealer(options.cacheKey),
  };
  const inTurn = createTurns();
  const portals = new Map<PortalId, PortalCache>();
  const work: CacheWork = { tools, portals, inTurn, forget, onDamage, waits };
  return {
    portals,
    open: () =>
      inTurn(async () => {
        for (const portal of await cachedPortals(tools)) await load(work, portal);
      }),
    lastView: (now) => readView(tools, now),
    keepView: (view) => inTurn(() => writeView(tools, portals, view)),
    content: (key) => readContent(work, key),
    priceItems: (portal, mark) => openPriceItems(work, portal, mark),
    keepPriceItems: (portal, items) => inTurn(() => keepPriceItems(work, portal, items)),
    storePage: (portal, answer) => inTurn(() => storePage(work, portal, answer)),
    applyDelta: (portal, delta) => inTurn(() => applyDelta(work, portal, delta)),
    startAgain: (portal, because) =>
      inTurn(async () => {
        await startAgain(work, portal, because);
        return { portal, cases: null };
      }),
    keepPortals: (kept) =>
      inTurn(async () => {
        const gone = [...portals.keys()].filter((portal) => !kept.includes(portal));
        for (const portal of gone) await drop(work, portal);
        return gone;
      }),
    tidy: () => inTurn(() => compact(work)),
    close: () => tools.database.close(),
  };
}
