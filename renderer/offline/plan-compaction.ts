import type { CaseContent } from '../../shared/domain/case/case.ts';
import type { PortalId } from '../../shared/domain/ids.ts';
import type { PlacedRow } from '../../shared/contract/sync.ts';
import type { Write } from './cache-database.ts';
import {
  chunkAt,
  DamagedCacheError,
  logAt,
  openRecord,
  putBase,
  putHeads,
  removePage,
  rowsAt,
  sealRecord,
  type CacheTools,
} from './cache-records.ts';
import type { Generation, GenerationHead, Held } from './generation.ts';
import { headsWith, type Plan, type PortalCache } from './plan-answer.ts';
import { bytesText, chunkLine, readChunk, readLogRecord, rowsLine } from './record-lines.ts';
import { rowParts } from './row-parts.ts';

const logsBefore = 64;
const bytesBefore = 2_000_000;
const casesInChunk = 64;
/** A page this small is taken along, so that pages do not pile up. */
const smallPage = 256;
/** Cases taken out of older pages at once: compaction must stay short. */
const movedAtOnce = 2000;

/** True when the log is long enough to be folded into pages. */
export function wantsCompaction({ logs }: Generation): boolean {
  return logs.size >= logsBefore || [...logs.values()].reduce((sum, bytes) => sum + bytes, 0) >= bytesBefore;
}

/** Folds the log, and pages that are small or mostly history, into one new page; one transaction with the head. */
export async function planCompaction(
  tools: CacheTools,
  portal: PortalId,
  cache: PortalCache,
  generation: Generation,
): Promise<Plan> {
  const folded = pagesToFold(generation);
  const moved = [...generation.cases.values()].filter(({ at }) => at.in === 'log' || folded.has(at.number));
  const contents = await readAll(tools, portal, generation, moved);
  const page = generation.head.nextPage;
  const rows = moved.map(({ row }, place): PlacedRow => [row, Math.floor(place / casesInChunk), place % casesInChunk]);
  const head: GenerationHead = { ...generation.head, nextPage: page + 1 };
  const writes: Write[] = [
    { table: 'log', key: [portal, head.number], remove: 'all-below' },
    ...[...folded].flatMap((each) => removePage(portal, head.number, each)),
    await putHeads(tools, portal, headsWith(cache, generation, head)),
    await putBase(tools, portal, generation),
  ];
  for (const { part, line } of rowParts(bytesText(rowsLine(rows)), rows))
    writes.push(await sealRecord(tools, rowsAt(portal, head.number, page, part), line));
  for (let chunk = 0; chunk * casesInChunk < contents.length; chunk += 1) {
    const part = contents.slice(chunk * casesInChunk, (chunk + 1) * casesInChunk);
    writes.push(await sealRecord(tools, chunkAt(portal, head.number, page, chunk), chunkLine(part)));
  }
  return { writes, learn: () => learn(generation, { head, page, rows, folded, moved }) };
}

interface Folded {
  readonly head: GenerationHead;
  readonly page: number;
  readonly rows: readonly PlacedRow[];
  readonly folded: ReadonlySet<number>;
  readonly moved: readonly Held[];
}

function learn(generation: Generation, { head, page, rows, folded, moved }: Folded): void {
  generation.head = head;
  generation.logs.clear();
  for (const each of folded) generation.pages.delete(each);
  if (rows.length > 0) generation.pages.set(page, rows.length);
  for (const [id, held] of generation.cases)
    if (held.older.length > 0) generation.cases.set(id, { ...held, older: older(held.older, folded) });
  moved.forEach((held, index) => {
    const [, chunk = 0, place = 0] = rows[index] ?? [];
    const at = { in: 'page', number: page, chunk, place } as const;
    generation.cases.set(held.row.id, { ...held, at, older: older([...held.older, held.at], folded) });
  });
}

/** Earlier content that is still on the disk: in pages that were not folded. */
function older(places: Held['older'], folded: ReadonlySet<number>): Held['older'] {
  return places.filter((each) => each.in === 'page' && !folded.has(each.number));
}

function pagesToFold(generation: Generation): ReadonlySet<number> {
  const live = new Map<number, number>();
  for (const { at } of generation.cases.values())
    if (at.in === 'page') live.set(at.number, (live.get(at.number) ?? 0) + 1);
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

/** The contents of cases in their order, each chunk and log record opened once. */
async function readAll(
  tools: CacheTools,
  portal: PortalId,
  generation: Generation,
  cases: readonly Held[],
): Promise<readonly CaseContent[]> {
  const opened = new Map<string, Promise<readonly (readonly (CaseContent | null)[])[]>>();
  const open = ({ at }: Held): Promise<readonly (readonly (CaseContent | null)[])[]> => {
    const { number } = generation.head;
    const name = at.in === 'log' ? `log ${String(at.number)}` : `${String(at.number)} ${String(at.chunk)}`;
    const known = opened.get(name);
    if (known) return known;
    const reading =
      at.in === 'log'
        ? openRecord(tools, logAt(portal, number, at.number)).then((bytes) =>
            readLogRecord(bytes).chunks.map(readChunk),
          )
        : openRecord(tools, chunkAt(portal, number, at.number, at.chunk)).then((bytes) => [readChunk(bytes)]);
    opened.set(name, reading);
    return reading;
  };
  const contents: CaseContent[] = [];
  for (const held of cases) {
    const content = (await open(held))[held.at.in === 'log' ? held.at.chunk : 0]?.[held.at.place];
    if (content?.case.id !== held.row.id) throw new DamagedCacheError(portal, 'a place without its case');
    contents.push(content);
  }
  return contents;
}
