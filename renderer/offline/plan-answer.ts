import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import type { PlacedRow, ResetReason, Withdrawal } from '../../shared/contract/sync.ts';
import type { Write } from './cache-database.ts';
import {
  putBase,
  putChunk,
  putHeads,
  putLog,
  putPage,
  removeGeneration,
  type CacheTools,
  type PortalHeads,
} from './cache-records.ts';
import { foldBase, takeRows, type Generation, type GenerationHead, type HiddenParts } from './generation.ts';
import { notePurge, purge } from './purge.ts';
import { readHeld } from './read-content.ts';
import { logRecordBytes, readChunk } from './record-lines.ts';
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
  const at = { generation: building.head.number, page };
  const head: GenerationHead = {
    ...building.head,
    // The start number is fixed before page 1: what changed since is in the delta from there.
    cursor: building.head.cursor ?? answer.cursor,
    nextPage: page + 1,
    after: answer.next,
  };
  const changesBase = page === 0 || answer.standing || answer.directory || answer.reading;
  const base = changesBase ? foldBase(building.base, { ...answer, withdrawn: [], notices: [] }) : building.base;
  const records: Promise<Write>[] = [putHeads(tools, portal, { current: headOf(cache.current), building: head })];
  if (changesBase) records.push(putBase(tools, portal, { head, base }));
  if (answer.rowsLine) records.push(putPage(tools, portal, at, { line: answer.rowsLine }));
  answer.chunks.forEach((line, chunk) => records.push(putChunk(tools, portal, { ...at, chunk }, line)));
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
  const hidden = hiddenIn(answer);
  const smaller = await shrunk(tools, portal, generation, hidden);
  const gone = new Set([...withdrawn, ...smaller].filter((id) => generation.cases.has(id)));
  const purged = await purge(tools, portal, generation, gone);
  const bytes = logRecordBytes(answer);
  const log = generation.head.nextLog;
  const nextLog = bytes.length > 0 ? log + 1 : log;
  const head: GenerationHead = { ...generation.head, cursor: answer.cursor, asOf: answer.serverTime, nextLog };
  const writes = [...purged.writes, await putHeads(tools, portal, headsWith(cache, generation, head))];
  if (bytes.length > 0) writes.push(await putLog(tools, portal, { generation: head.number, log }, bytes));
  return {
    writes,
    learn: () => {
      notePurge(generation, purged);
      for (const id of gone) generation.cases.delete(id);
      takeRows(generation, answer.rows, { in: 'log', number: log }, (id) => hidden.get(id) ?? null);
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
    { standing: null, directory: null, reading: null, withdrawn: lost, notices: [], rows: rowsOf(building) },
  );
  const writes = [
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

function hiddenIn(answer: SyncAnswer): ReadonlyMap<CaseId, HiddenParts> {
  const found = new Map<CaseId, HiddenParts>();
  for (const line of answer.chunks)
    for (const content of readChunk(line)) if (content) found.set(content.case.id, content.case.hidden);
  return found;
}

/** Cases of which less is seen than what lies on the disk. */
async function shrunk(
  tools: CacheTools,
  portal: PortalId,
  generation: Generation,
  hidden: ReadonlyMap<CaseId, HiddenParts>,
): Promise<readonly CaseId[]> {
  const found: CaseId[] = [];
  for (const [id, parts] of hidden) {
    const held = generation.cases.get(id);
    if (!held || parts.length === 0) continue;
    const before = held.hidden ?? (await readHeld(tools, portal, generation, held)).case.hidden;
    if (parts.some((part) => !before.includes(part))) found.push(id);
  }
  return found;
}
