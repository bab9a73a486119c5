import type { CaseContent } from '../../shared/domain/case/case.ts';
import type { CaseId, CommandId, PortalId } from '../../shared/domain/ids.ts';
import { namingWhoCompleted } from '../../shared/domain/task/complete-task.ts';
import type { CaseKey } from '../../shared/contract/desk-api.ts';
import type { ResetReason } from '../../shared/contract/sync.ts';
import { writeAll } from './cache-database.ts';
import {
  DamagedCacheError,
  putHeads,
  readHeads,
  removeGeneration,
  removePortal,
  type CacheTools,
  type PortalHeads,
} from './cache-records.ts';
import type { Forget } from './forgetting.ts';
import { emptyGeneration, type Generation, type Held } from './generation.ts';
import type { createTurns } from './in-turn.ts';
import { loadGeneration } from './load-generation.ts';
import type { PriceItem } from '../../shared/domain/price-list/price-list.ts';
import { putPriceItems, readPriceItems, type PriceItemsOf } from './kept-prices.ts';
import { deltaCases } from './delta-cases.ts';
import { headOf, planPage, planSwap, type Plan, type PortalCache } from './plan-answer.ts';
import { planDelta } from './plan-delta.ts';
import { planCompaction, wantsCompaction } from './plan-compaction.ts';
import { readHeld } from './read-content.ts';
import { withRicherPieces } from './richer-pieces.ts';
import type { SyncAnswer } from './sync-answer.ts';

/** What the pieces of work on one cache share. Everything that writes runs in turn. */
export interface CacheWork {
  readonly tools: CacheTools;
  readonly portals: Map<PortalId, PortalCache>;
  readonly inTurn: ReturnType<typeof createTurns>;
  readonly forget: Forget;
  readonly onDamage: (portal: PortalId) => void;
  /** Whether a command still waits for the portal. */
  readonly waits: (command: CommandId) => boolean;
}

/** What an answer changed, for the index above. */
export interface CacheChange {
  readonly portal: PortalId;
  /** Cases to look at again; null = all of the portal. */
  readonly cases: ReadonlySet<CaseId> | null;
}

/** Reads a portal's generations into memory; one that cannot be read is dropped and fetched again (R3). */
export async function load(work: CacheWork, portal: PortalId): Promise<void> {
  try {
    const heads = await readHeads(work.tools, portal);
    const { current } = heads;
    // Begun by an app of before, which asked for other pages: it is begun again.
    const building = heads.building?.version === 1 ? await dropBuilding(work, portal, heads) : heads.building;
    work.portals.set(portal, {
      current: current && (await loadGeneration(work.tools, portal, current)),
      building: building && (await loadGeneration(work.tools, portal, building)),
    });
  } catch {
    // A lost key, a cut record, another layout.
    await drop(work, portal);
  }
}

async function dropBuilding({ tools }: CacheWork, portal: PortalId, { current, building }: PortalHeads): Promise<null> {
  const left = building ? removeGeneration(portal, building.number) : [];
  await writeAll(tools.database, [...left, await putHeads(tools, portal, { current, building: null })]);
  return null;
}

/** Everything of a portal leaves. */
export async function drop(work: CacheWork, portal: PortalId): Promise<void> {
  await forgetAll(work, portal, work.portals.get(portal)?.current?.cases.keys() ?? []);
  await writeAll(work.tools.database, removePortal(portal));
  work.portals.delete(portal);
}

/** A page of a first sync or reset; begins one where none is under way. */
export async function storePage(work: CacheWork, portal: PortalId, answer: SyncAnswer): Promise<CacheChange> {
  const known = work.portals.get(portal);
  const { current, building } = known?.building ? known : await startAgain(work, portal, null);
  if (building) await commit(work, await planPage(work.tools, portal, { current, building }, answer));
  return { portal, cases: null };
}

/** What a delta is taken with. */
export interface DeltaOf {
  readonly answer: SyncAnswer;
  /** No posted command is left to be asked about: until then a new generation may hold effects that nobody told of. */
  readonly allNamed: boolean;
}

/** A delta, into the generation that is being fetched or else the one that is read. */
export async function applyDelta(
  work: CacheWork,
  portal: PortalId,
  { answer, allNamed }: DeltaOf,
): Promise<CacheChange> {
  const cache = work.portals.get(portal);
  const generation = cache?.building ?? cache?.current;
  if (!cache || !generation || generation.head.version === 1) throw new Error('a delta for a portal without pages');
  const building = generation === cache.building;
  const cases = deltaCases(generation, answer);
  // Before the cursor that tells of the withdrawal is committed (sync.md 29).
  await forgetAll(work, portal, cases.forgotten);
  await guarded(work, portal, async () => {
    const { tools } = work;
    const all =
      building && answer.standing ? await withRicherPieces(tools, portal, generation, { answer, cases }) : cases;
    await commit(work, await planDelta(tools, portal, { cache, generation, answer, cases: all }));
  });
  if (building && !answer.more && allNamed) await swap(work, portal, cache);
  // Another standing or directory changes what every row and replay comes to.
  const all = building || answer.standing !== null || answer.directory !== null;
  const touched = [...cases.forgotten, ...Object.keys(answer.reading ?? {}), ...answer.rows.map(([row]) => row.id)];
  return { portal, cases: all ? null : new Set(touched) };
}

/** Begins a new generation; the one that is read stays until the new one is whole (sync.md 19). */
export async function startAgain(work: CacheWork, portal: PortalId, because: ResetReason | null): Promise<PortalCache> {
  const cache = work.portals.get(portal) ?? { current: null, building: null };
  const number = Math.max(cache.current?.head.number ?? 0, cache.building?.head.number ?? 0) + 1;
  const building = emptyGeneration(number, because);
  const left = cache.building ? removeGeneration(portal, cache.building.head.number) : [];
  const heads = await putHeads(work.tools, portal, { current: headOf(cache.current), building: building.head });
  await writeAll(work.tools.database, [...left, heads]);
  cache.building = building;
  work.portals.set(portal, cache);
  return cache;
}

/** Opens a case's pieces; damage drops the portal and answers null, as if the case were not held. */
export async function readContent(work: CacheWork, { portal, case: id }: CaseKey): Promise<CaseContent | null> {
  for (;;) {
    const generation = work.portals.get(portal)?.current;
    const held = generation?.cases.get(id);
    if (!generation || !held) return null;
    try {
      const content = await readHeld(work.tools, portal, generation, held);
      return content && namingWhoCompleted(content);
    } catch (error) {
      // Moved or withdrawn while it was read? Then look again, else it is damage.
      await work.inTurn(async () => undefined);
      if (!isStill(work, portal, generation, held)) continue;
      await work.inTurn(() => dropDamaged(work, portal, error));
      return null;
    }
  }
}

/** Keeps the items of a price list, unless it has left meanwhile. */
export async function keepPriceItems({ tools, portals }: CacheWork, portal: PortalId, of: PriceItemsOf): Promise<void> {
  const cache = portals.get(portal);
  const generation = cache?.building ?? cache?.current;
  const kept = generation && (await putPriceItems(tools, portal, generation, of));
  if (!kept) return;
  await writeAll(tools.database, [kept.write]);
  generation.prices = kept.after;
}

/** Opens the items of a price list; damage drops the portal, as with a case. */
export async function openPriceItems(
  work: CacheWork,
  portal: PortalId,
  mark: number,
): Promise<readonly PriceItem[] | null> {
  const cache = work.portals.get(portal);
  const generation = cache?.current ?? cache?.building;
  if (!generation) return null;
  try {
    return await readPriceItems(work.tools, portal, generation, mark);
  } catch (error) {
    await work.inTurn(() => dropDamaged(work, portal, error));
    return null;
  }
}

/** Compacts what wants it. */
export async function compact(work: CacheWork): Promise<void> {
  for (const [portal, cache] of work.portals) {
    const { current } = cache;
    if (!current || !wantsCompaction(current)) continue;
    const { tools, waits } = work;
    await guarded(work, portal, async () =>
      commit(work, await planCompaction(tools, portal, { cache, generation: current, waits })),
    );
  }
}

async function swap(work: CacheWork, portal: PortalId, cache: PortalCache): Promise<void> {
  const { current, building } = cache;
  if (!building) return;
  const plan = await planSwap(work.tools, portal, { current, building });
  await forgetAll(
    work,
    portal,
    plan.lost.map((each) => each.case),
  );
  await commit(work, plan);
  cache.current = building;
  cache.building = null;
}

/** Memory learns only what is on the disk. */
async function commit({ tools }: CacheWork, plan: Plan): Promise<void> {
  await writeAll(tools.database, plan.writes);
  plan.learn();
}

async function forgetAll({ forget }: CacheWork, portal: PortalId, cases: Iterable<CaseId>): Promise<void> {
  await Promise.all([...cases].map(async (id) => forget({ portal, case: id })));
}

/** Work that opens records: where one is damaged, its portal is rebuilt from the portal server (R3). */
async function guarded<Result>(work: CacheWork, portal: PortalId, piece: () => Promise<Result>): Promise<Result> {
  try {
    return await piece();
  } catch (error) {
    await dropDamaged(work, portal, error);
    throw error;
  }
}

async function dropDamaged(work: CacheWork, portal: PortalId, error: unknown): Promise<void> {
  if (!(error instanceof DamagedCacheError)) throw error;
  await drop(work, portal);
  work.onDamage(portal);
}

function isStill({ portals }: CacheWork, portal: PortalId, generation: Generation, held: Held): boolean {
  const current = portals.get(portal)?.current;
  return current === generation && current.cases.get(held.row.id) === held;
}
