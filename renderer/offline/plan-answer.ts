import type { PortalId } from '../../shared/domain/ids.ts';
import type { ResetReason, Withdrawal } from '../../shared/contract/sync.ts';
import { foldCategories } from '../../shared/domain/category/fold-categories.ts';
import type { Write } from './cache-database.ts';
import {
  forgetView,
  piecesAt,
  putBase,
  putHeads,
  removeGeneration,
  rowsAt,
  sealRecord,
  type CacheTools,
  type PortalHeads,
} from './cache-records.ts';
import { foldBase, takeRows, type Generation, type GenerationHead } from './generation.ts';
import { putCategories } from './kept-categories.ts';
import { pricesAfter, putPrices } from './kept-prices.ts';
import { rowsWithTies } from './piece-ties.ts';
import { bytesText, noChange } from './record-lines.ts';
import { rowParts } from './row-parts.ts';
import type { SyncAnswer } from './sync-answer.ts';

/** A portal's generations in memory. */
export interface PortalCache {
  current: Generation | null;
  building: Generation | null;
}

/** What to write, and what memory has to learn once it is written: never before (design.md sentence 5). */
export interface Plan {
  readonly writes: readonly Write[];
  readonly learn: () => void;
}

/** A page of a first sync or reset: page and progress in one transaction (sync.md 19). */
export async function planPage(
  tools: CacheTools,
  portal: PortalId,
  cache: PortalCache & { readonly building: Generation },
  answer: SyncAnswer,
): Promise<Plan> {
  const { building } = cache;
  const page = building.head.nextPage;
  const head: GenerationHead = {
    ...building.head,
    // The start number is fixed before page 1: what changed since is in the delta from there.
    cursor: building.head.cursor ?? answer.cursor,
    nextPage: page + 1,
    after: answer.next,
  };
  const changesBase = page === 0 || answer.standing || answer.directory || answer.reading || answer.notices.length > 0;
  const base = changesBase ? foldBase(building.base, { ...answer, withdrawn: [] }, []) : building.base;
  const records: Promise<Write>[] = [putHeads(tools, portal, { current: headOf(cache.current), building: head })];
  if (changesBase) records.push(putBase(tools, portal, { head, base }));
  const { number } = building.head;
  const before = building.categories;
  const after = answer.categories ? foldCategories(before, answer.categories) : before;
  const kept = await putCategories(tools, portal, { generation: number, before, after });
  const prices = pricesAfter(building.prices, answer, base.standing);
  const keptPrices = await putPrices(tools, portal, { generation: number, before: building.prices, after: prices });
  const rows = rowsWithTies(answer.rows, answer.pieces);
  if (answer.rowsLine)
    for (const { part, line } of rowParts(bytesText(answer.rowsLine), rows))
      records.push(sealRecord(tools, rowsAt(portal, number, page, part), line));
  answer.pieces.forEach((line, at) => records.push(sealRecord(tools, piecesAt(portal, number, page, at), line)));
  return {
    writes: [...kept, ...keptPrices, ...(await Promise.all(records))],
    learn: () => {
      building.head = head;
      building.base = base;
      building.categories = after;
      building.prices = prices;
      if (!answer.rowsLine) return;
      takeRows(building, portal, rows, { in: 'page', number: page });
      building.pages.set(page, answer.rows.length);
    },
  };
}

/** The building generation becomes the one that is read, the older one leaves: one transaction (sync.md 19). */
export async function planSwap(
  tools: CacheTools,
  portal: PortalId,
  cache: PortalCache & { readonly building: Generation },
): Promise<Plan & { readonly lost: readonly Withdrawal[] }> {
  const { current, building } = cache;
  const lost = current ? lostIn(current, building) : [];
  const told = current?.base ?? building.base;
  const base = foldBase(
    { ...building.base, withdrawn: told.withdrawn, notices: told.notices },
    // Told between the old copy and the new one.
    { ...noChange, withdrawn: lost, notices: building.base.notices.toReversed() },
    building.cases.keys(),
  );
  const writes = [
    forgetView,
    ...(current ? removeGeneration(portal, current.head.number) : []),
    await putHeads(tools, portal, { current: building.head, building: null }),
    await putBase(tools, portal, { head: building.head, base }),
  ];
  return {
    writes,
    lost,
    learn: () => {
      building.base = base;
    },
  };
}

/** The heads with one generation's changed. */
export function headsWith(cache: PortalCache, generation: Generation, head: GenerationHead): PortalHeads {
  return {
    current: generation === cache.current ? head : headOf(cache.current),
    building: generation === cache.building ? head : headOf(cache.building),
  };
}

/** The head of a generation that may not be there. */
export function headOf(generation: Generation | null): GenerationHead | null {
  return generation?.head ?? null;
}

/** Cases that the new generation has no more: nobody sent a tombstone for them (sync.md 22). */
function lostIn(current: Generation, building: Generation): readonly Withdrawal[] {
  const at = building.head.asOf ?? '';
  const reason = reasons[building.head.because ?? 'unknown-cursor'];
  return [...current.cases.values()].flatMap(({ row }) =>
    building.cases.has(row.id) ? [] : [{ case: row.id, number: row.number, at, reason }],
  );
}

const reasons = {
  'audience-changed': 'level-changed',
  'unknown-cursor': 'other',
  horizon: 'other',
} as const satisfies Record<ResetReason, Withdrawal['reason']>;
