import type { CaseContent } from '../../shared/domain/case/case.ts';
import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import type { CaseKey } from '../../shared/contract/desk-api.ts';
import type { ResetReason } from '../../shared/contract/sync.ts';
import { openCacheDatabase, writeAll, type IndexedDb } from './cache-database.ts';
import {
  cachedPortals,
  DamagedCacheError,
  putHeads,
  readHeads,
  removeGeneration,
  removePortal,
  type CacheTools,
} from './cache-records.ts';
import type { Forget } from './forgetting.ts';
import { emptyGeneration, type Generation, type Held } from './generation.ts';
import { createTurns } from './in-turn.ts';
import { loadGeneration } from './load-generation.ts';
import { headOf, planDelta, planPage, planSwap, type Plan, type PortalCache } from './plan-answer.ts';
import { planCompaction, wantsCompaction } from './plan-compaction.ts';
import { readHeld } from './read-content.ts';
import { createSealer } from './sealed.ts';
import type { SyncAnswer } from './sync-answer.ts';

export interface CacheOptions {
  readonly account: string;
  readonly cacheKey: Uint8Array;
  /** Called before a withdrawal commits, for every place that keeps case content. */
  readonly forget: Forget;
  /** A portal's records did not open: it was dropped and has to be fetched again. */
  readonly onDamage: (portal: PortalId) => void;
  readonly indexedDb?: IndexedDb;
}

/** What an answer changed, for the index above. */
export interface CacheChange {
  readonly portal: PortalId;
  /** Cases to look at again; null = all of the portal. */
  readonly cases: ReadonlySet<CaseId> | null;
}

/** What the portal server confirmed, encrypted in IndexedDB; in memory only rows and places. */
export interface Cache {
  readonly portals: ReadonlyMap<PortalId, PortalCache>;
  /** Reads the index; what cannot be read is dropped and fetched again. */
  readonly open: () => Promise<void>;
  readonly content: (key: CaseKey) => Promise<CaseContent | null>;
  readonly storePage: (portal: PortalId, answer: SyncAnswer) => Promise<CacheChange>;
  readonly applyDelta: (portal: PortalId, answer: SyncAnswer) => Promise<CacheChange>;
  readonly startAgain: (portal: PortalId, because: ResetReason) => Promise<CacheChange>;
  /** Drops portals the account no longer works in. */
  readonly keepPortals: (portals: readonly PortalId[]) => Promise<readonly PortalId[]>;
  /** Compacts what wants it. */
  readonly tidy: () => Promise<void>;
  readonly close: () => void;
}

/** Opens the cache of one account. Every change is planned, written in one transaction, and only then known in memory. */
export async function createCache(options: CacheOptions): Promise<Cache> {
  const { account, forget } = options;
  const name = `cache ${account}`;
  const tools: CacheTools = {
    account,
    database: await openCacheDatabase(name, options.indexedDb),
    sealer: await createSealer(options.cacheKey),
  };
  const portals = new Map<PortalId, PortalCache>();
  const inTurn = createTurns();

  const commit = async (plan: Plan): Promise<void> => {
    await writeAll(tools.database, plan.writes);
    plan.learn();
  };

  const forgetAll = async (portal: PortalId, cases: Iterable<CaseId>): Promise<void> => {
    await Promise.all([...cases].map((id) => forget({ portal, case: id })));
  };

  const drop = async (portal: PortalId): Promise<void> => {
    await forgetAll(portal, portals.get(portal)?.current?.cases.keys() ?? []);
    await writeAll(tools.database, removePortal(portal));
    portals.delete(portal);
  };

  const dropDamaged = async (portal: PortalId, error: unknown): Promise<void> => {
    if (!(error instanceof DamagedCacheError)) throw error;
    await drop(portal);
    options.onDamage(portal);
  };

  /** Work that opens records: where one is damaged, its portal is rebuilt from the portal server (R3). */
  const guarded = async <Result>(portal: PortalId, work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      await dropDamaged(portal, error);
      throw error;
    }
  };

  const load = async (portal: PortalId): Promise<void> => {
    const { current, building } = await readHeads(tools, portal);
    portals.set(portal, {
      current: current && (await loadGeneration(tools, portal, current)),
      building: building && (await loadGeneration(tools, portal, building)),
    });
  };

  const applyDelta = async (portal: PortalId, answer: SyncAnswer): Promise<CacheChange> => {
    const cache = portals.get(portal);
    const generation = cache?.building ?? cache?.current;
    if (!cache || !generation) throw new Error('a delta for a portal without pages');
    const building = generation === cache.building;
    const withdrawn = answer.withdrawn.map((each) => each.case);
    // The generation that is read keeps a withdrawn case no longer than the one that is built.
    await forgetAll(portal, withdrawn);
    await commit(await planDelta(tools, portal, { cache, generation }, answer));
    // Another standing or directory changes what every row and replay comes to.
    const all = building || answer.standing !== null || answer.directory !== null;
    const read = Object.keys(answer.reading ?? {});
    if (!all) return { portal, cases: new Set([...withdrawn, ...read, ...answer.rows.map(([row]) => row.id)]) };
    if (building && !answer.more) await swap(portal, cache);
    return { portal, cases: null };
  };

  const swap = async (portal: PortalId, cache: PortalCache): Promise<void> => {
    if (!cache.building) return;
    const plan = await planSwap(tools, portal, { current: cache.current, building: cache.building });
    await forgetAll(
      portal,
      plan.lost.map((each) => each.case),
    );
    await commit(plan);
    cache.current = cache.building;
    cache.building = null;
  };

  const startAgain = async (portal: PortalId, because: ResetReason | null): Promise<PortalCache> => {
    const cache = portals.get(portal) ?? { current: null, building: null };
    const number = Math.max(cache.current?.head.number ?? 0, cache.building?.head.number ?? 0) + 1;
    const building = emptyGeneration(number, because);
    const left = cache.building ? removeGeneration(portal, cache.building.head.number) : [];
    const heads = await putHeads(tools, portal, { current: headOf(cache.current), building: building.head });
    await writeAll(tools.database, [...left, heads]);
    cache.building = building;
    portals.set(portal, cache);
    return cache;
  };

  return {
    portals,
    open: () =>
      inTurn(async () => {
        for (const portal of await cachedPortals(tools)) {
          try {
            await load(portal);
          } catch {
            // A lost key, a cut record, another layout: rebuilt from the portal server (R3).
            await drop(portal);
          }
        }
      }),
    content: async ({ portal, case: id }) => {
      for (;;) {
        const generation = portals.get(portal)?.current;
        const held = generation?.cases.get(id);
        if (!generation || !held) return null;
        try {
          return await readHeld(tools, portal, generation, held);
        } catch (error) {
          // Moved or withdrawn while it was read? Then look again, else it is damage.
          await inTurn(async () => undefined);
          if (!isStill(portals, portal, generation, held)) continue;
          await inTurn(() => dropDamaged(portal, error));
          return null;
        }
      }
    },
    storePage: (portal, answer) =>
      inTurn(async () => {
        const cache = portals.get(portal) ?? (await startAgain(portal, null));
        const { building } = cache.building ? cache : await startAgain(portal, null);
        if (building) await commit(await planPage(tools, portal, { current: cache.current, building }, answer));
        return { portal, cases: null };
      }),
    applyDelta: (portal, answer) => inTurn(() => guarded(portal, () => applyDelta(portal, answer))),
    startAgain: (portal, because) =>
      inTurn(async () => {
        await startAgain(portal, because);
        return { portal, cases: null };
      }),
    keepPortals: (kept) =>
      inTurn(async () => {
        const gone = [...portals.keys()].filter((portal) => !kept.includes(portal));
        for (const portal of gone) await drop(portal);
        return gone;
      }),
    tidy: () =>
      inTurn(async () => {
        for (const [portal, cache] of portals) {
          const { current } = cache;
          if (!current || !wantsCompaction(current)) continue;
          await guarded(portal, async () => commit(await planCompaction(tools, portal, cache, current)));
        }
      }),
    close: () => tools.database.close(),
  };
}

function isStill(
  portals: ReadonlyMap<PortalId, PortalCache>,
  portal: PortalId,
  generation: Generation,
  held: Held,
): boolean {
  const current = portals.get(portal)?.current;
  return current === generation && current.cases.get(held.row.id) === held;
}
