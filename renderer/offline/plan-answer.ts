import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import type { PlacedRow, ResetReason, Withdrawal } from '../../shared/contract/sync.ts';
import type { Write } from './cache-database.ts';
import {
  chunkAt,
  forgetView,
  logAt,
  putBase,
  putHeads,
  removeGeneration,
  rowsAt,
  sealRecord,
  type CacheTools,
  type PortalHeads,
} from './cache-records.ts';
import { foldBase, takeRows, type Generation, type GenerationHead } from './generation.ts';
import { notePurge, purge } from './purge.ts';
import { bytesText, logRecordBytes } from './record-lines.ts';
import { rowParts } from './row-parts.ts';
import { lostRights, maySeeLess } from './sight.ts';
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
  const base = changesBase ? foldBase(building.base, { ...answer, withdrawn: [] }) : building.base;
  const records: Promise<Write>[] = [putHeads(tools, portal, { current: headOf(cache.current), building: head })];
  if (changesBase) records.push(putBase(tools, portal, { head, base }));
  const { number } = building.head;
  if (answer.rowsLine)
    for (const { part, line } of rowParts(bytesText(answer.rowsLine), answer.rows))
      records.push(sealRecord(tools, rowsAt(portal, number, page, part), line));
  answer.chunks.forEach((line, chunk) => records.push(sealRecord(tools, chunkAt(portal, number, page, chunk), line)));
  return {
    writes: await Promise.all(records),
    learn: () => {
      building.head = head;
      building.base = base;
      if (!answer.rowsLine) return;
      takeRows(building, answer.rows, { in: 'page', number: page });
      building.pages.set(page, answer.rows.length);
    },
  };
}

/**
 * A delta: withdrawals first, out of every record at once; then one log record and the cursor. Content that shrank
 * (a right was lost) is purged like a withdrawal before the smaller one is logged.
 */
export async function planDelta(
  tools: CacheTools,
  portal: PortalId,
  { cache, generation }: { readonly cache: PortalCache; readonly generation: Generation },
  answer: SyncAnswer,
): Promise<Plan> {
  const withdrawn = answer.withdrawn.map((each) => each.case);
  const { standing } = generation.base;
  const seesLess =
    generation.head.seesLess ||
    (standing !== null && answer.standing !== null && lostRights(standing, answer.standing));
  const smaller = shrunk(generation, answer, seesLess);
  const gone = new Set([...withdrawn, ...smaller].filter((id) => generation.cases.has(id)));
  const purged = await purge(tools, portal, generation, gone);
  const bytes = logRecordBytes(answer);
  const log = generation.head.nextLog;
  const nextLog = bytes.length > 0 ? log + 1 : log;
  const head: GenerationHead = {
    ...generation.head,
    cursor: answer.cursor,
    asOf: answer.serverTime,
    nextLog,
    seesLess,
  };
  const writes = [...purged.writes, await putHeads(tools, portal, headsWith(cache, generation, head))];
  if (bytes.length > 0) writes.push(forgetView, await sealRecord(tools, logAt(portal, head.number, log), bytes));
  return {
    writes,
    learn: () => {
      notePurge(generation, purged);
      for (const id of gone) generation.cases.delete(id);
      takeRows(generation, answer.rows, { in: 'log', number: log });
      generation.base = foldBase(generation.base, answer);
      generation.head = head;
      if (bytes.length > 0) generation.logs.set(log, bytes.length);
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
    {
      standing: null,
      directory: null,
      reading: null,
      withdrawn: lost,
      // Told between the old copy and the new one.
      notices: building.base.notices.toReversed(),
      rows: rowsOf(building),
    },
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

function rowsOf(generation: Generation): readonly PlacedRow[] {
  return [...generation.cases.values()].map(({ row, at }) => [row, at.chunk, at.place]);
}

/** Changed cases of which less may be seen than what lies on the disk; the insurer always sees all. */
function shrunk(generation: Generation, { rows }: SyncAnswer, seesLess: boolean): readonly CaseId[] {
  const { standing } = generation.base;
  if (!standing || standing.side === 'insurer') return [];
  return rows.flatMap(([row]) => {
    const held = generation.cases.get(row.id);
    return held && (seesLess || maySeeLess(held.row, row, standing)) ? [row.id] : [];
  });
}
