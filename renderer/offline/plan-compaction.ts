import { pieceOf, type CasePiece } from '../../shared/domain/case/parts/held-case.ts';
import { packRow } from '../../shared/domain/case/row-line.ts';
import type { CommandId, PortalId } from '../../shared/domain/ids.ts';
import type { Write } from './cache-database.ts';
import { piecesAt, putBase, putHeads, removePage, rowsAt, sealRecord, type CacheTools } from './cache-records.ts';
import {
  placesOf,
  type Generation,
  type GenerationBase,
  type GenerationHead,
  type Held,
  type Place,
  type StoredRow,
} from './generation.ts';
import { openedOnce } from './opened-once.ts';
import { headsWith, type Plan, type PortalCache } from './plan-answer.ts';
import { foldHeld, givenOf } from './read-content.ts';
import { bytesText, piecesLine, rowsLine } from './record-lines.ts';
import { rowParts } from './row-parts.ts';

const logsBefore = 64;
const bytesBefore = 2_000_000;
const piecesALine = 64;
/** A page this small is taken along, so that pages do not pile up. */
const smallPage = 256;
/** Cases taken out of older pages at once: compaction must stay short. */
const movedAtOnce = 2000;

/** True when the log is long enough to be folded into pages. */
export function wantsCompaction({ head, logs }: Generation): boolean {
  if (head.version === 1) return false;
  return logs.size >= logsBefore || [...logs.values()].reduce((sum, bytes) => sum + bytes, 0) >= bytesBefore;
}

/** What a compaction is about. */
export interface ToCompact {
  readonly cache: PortalCache;
  readonly generation: Generation;
  /** Whether a command still waits for the portal: what an own one's effect is in is forgotten with it. */
  readonly waits: (command: CommandId) => boolean;
}

/** Folds the log, and pages that are small or mostly history, into one new page; one transaction with the head. */
export async function planCompaction(
  tools: CacheTools,
  portal: PortalId,
  { cache, generation, waits }: ToCompact,
): Promise<Plan> {
  const folded = pagesToFold(generation);
  const moved = [...generation.cases.values()].filter(({ places }) =>
    places.some((at) => at.in === 'log' || folded.has(at.number)),
  );
  const pieces = await readAll(tools, portal, generation, moved);
  const page = generation.head.nextPage;
  const rows = moved.map(({ row, ties }, place): StoredRow => {
    return [packRow(row), Math.floor(place / piecesALine), place % piecesALine, ties];
  });
  const head: GenerationHead = { ...generation.head, nextPage: page + 1 };
  const base = { ...generation.base, own: generation.base.own.filter(waits) };
  const writes: Write[] = [
    { table: 'log', key: [portal, head.number], remove: 'all-below' },
    ...[...folded].flatMap((each) => removePage(portal, head.number, each)),
    await putHeads(tools, portal, headsWith(cache, generation, head)),
    await putBase(tools, portal, { head, base }),
  ];
  for (const { part, line } of rowParts(bytesText(rowsLine(rows)), rows))
    writes.push(await sealRecord(tools, rowsAt(portal, head.number, page, part), line));
  for (let line = 0; line * piecesALine < pieces.length; line += 1) {
    const mine = pieces.slice(line * piecesALine, (line + 1) * piecesALine);
    writes.push(await sealRecord(tools, piecesAt(portal, head.number, page, line), piecesLine(mine)));
  }
  return { writes, learn: () => learn(generation, { head, base, page, rows, folded, moved }) };
}

interface Folded {
  readonly head: GenerationHead;
  readonly base: GenerationBase;
  readonly page: number;
  readonly rows: readonly StoredRow[];
  readonly folded: ReadonlySet<number>;
  readonly moved: readonly Held[];
}

function learn(generation: Generation, { head, base, page, rows, folded, moved }: Folded): void {
  generation.head = head;
  generation.base = base;
  generation.logs.clear();
  for (const each of folded) generation.pages.delete(each);
  if (rows.length > 0) generation.pages.set(page, rows.length);
  const stays = (at: Place): boolean => at.in === 'page' && !folded.has(at.number);
  for (const [id, held] of generation.cases)
    if (held.older.length > 0) generation.cases.set(id, { ...held, older: held.older.filter(stays) });
  moved.forEach((held, index) => {
    const [, line = 0, place = 0] = rows[index] ?? [];
    const at: Place = { in: 'page', number: page, line, place };
    // Earlier pieces are still on the disk in pages that were not folded.
    generation.cases.set(held.row.id, { ...held, places: [at], older: placesOf(held).filter(stays) });
  });
}

function pagesToFold(generation: Generation): ReadonlySet<number> {
  const live = new Map<number, number>();
  for (const { places } of generation.cases.values()) {
    const [first] = places;
    // A case that is in the log too is moved anyway.
    if (first?.in === 'page' && places.length === 1) live.set(first.number, (live.get(first.number) ?? 0) + 1);
  }
  const folded = new Set<number>();
  let moved = 0;
  for (const [page, rows] of generation.pages) {
    const alive = live.get(page) ?? 0;
    const worth = rows < smallPage || alive * 2 < rows;
    if (!worth || moved + alive > movedAtOnce) continue;
    folded.add(page);
    moved += alive;
  }
  return folded;
}

/** The cases in their order, each as one whole piece of what its reader is given. */
async function readAll(
  tools: CacheTools,
  portal: PortalId,
  generation: Generation,
  cases: readonly Held[],
): Promise<readonly CasePiece[]> {
  const records = openedOnce(tools, portal, generation.head.number);
  const pieces: CasePiece[] = [];
  for (const held of cases) {
    const given = givenOf(generation, held) ?? new Map();
    pieces.push(pieceOf(held.row.id, await foldHeld(records, held, given)));
  }
  return pieces;
}
