import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import type { Write } from './cache-database.ts';
import {
  putChunk,
  putLog,
  putPage,
  readChunkAt,
  readLog,
  readPage,
  removePage,
  type CacheTools,
} from './cache-records.ts';
import type { ChunkContents, Generation, Place } from './generation.ts';
import { chunkLine, readChunk, rewrittenLogRecord } from './record-lines.ts';

/** What has to be written so that no record holds these cases any more, and what the index then has to know. */
export interface Purge {
  readonly writes: readonly Write[];
  /** Rows left in each page that was written again; 0 = the page is gone. */
  readonly pages: ReadonlyMap<number, number>;
  readonly logs: ReadonlyMap<number, number>;
}

/** Takes cases out of every record that holds them, now or from before (sync.md 29); the other cases stay in place. */
export async function purge(
  tools: CacheTools,
  portal: PortalId,
  generation: Generation,
  cases: ReadonlySet<CaseId>,
): Promise<Purge> {
  const places = [...cases].flatMap((id) => {
    const held = generation.cases.get(id);
    return held ? [held.at, ...held.older] : [];
  });
  const writes: Write[] = [];
  const pages = new Map<number, number>();
  const logs = new Map<number, number>();
  for (const page of numbersOf(places, 'page')) {
    const at = { generation: generation.head.number, page };
    const rows = (await readPage(tools, portal, at)).filter(([row]) => !cases.has(row.id));
    pages.set(page, rows.length);
    if (rows.length === 0) writes.push(...removePage(portal, at));
    else writes.push(await putPage(tools, portal, at, { rows }), ...(await purgeChunks(tools, portal, at, places)));
  }
  for (const log of numbersOf(places, 'log')) {
    const at = { generation: generation.head.number, log };
    const record = await readLog(tools, portal, at);
    const rows = record.rows.filter(([row]) => !cases.has(row.id));
    const chunks = record.chunks.map((line, chunk) => {
      const gone = placesIn(places, { in: 'log', number: log, chunk });
      return gone.size === 0 ? line : chunkLine(without(readChunk(line), gone));
    });
    const bytes = rewrittenLogRecord(record, rows, chunks);
    logs.set(log, bytes.length);
    writes.push(await putLog(tools, portal, at, bytes));
  }
  return { writes, pages, logs };
}

/** Tells the index what a purge left, once it is committed. */
export function notePurge(generation: Generation, { pages, logs }: Purge): void {
  for (const [page, rows] of pages) {
    if (rows === 0) generation.pages.delete(page);
    else generation.pages.set(page, rows);
  }
  for (const [log, bytes] of logs) generation.logs.set(log, bytes);
}

async function purgeChunks(
  tools: CacheTools,
  portal: PortalId,
  at: { readonly generation: number; readonly page: number },
  places: readonly Place[],
): Promise<readonly Write[]> {
  const mine = places.filter((place) => place.in === 'page' && place.number === at.page);
  const chunks = [...new Set(mine.map((place) => place.chunk))];
  return Promise.all(
    chunks.map(async (chunk) => {
      const gone = placesIn(mine, { in: 'page', number: at.page, chunk });
      const contents = await readChunkAt(tools, portal, { ...at, chunk });
      return putChunk(tools, portal, { ...at, chunk }, without(contents, gone));
    }),
  );
}

function without(contents: ChunkContents, gone: ReadonlySet<number>): ChunkContents {
  return contents.map((content, place) => (gone.has(place) ? null : content));
}

function numbersOf(places: readonly Place[], kind: Place['in']): readonly number[] {
  return [...new Set(places.filter((place) => place.in === kind).map((place) => place.number))];
}

function placesIn(places: readonly Place[], where: Omit<Place, 'place'>): ReadonlySet<number> {
  const found = places.filter(
    (place) => place.in === where.in && place.number === where.number && place.chunk === where.chunk,
  );
  return new Set(found.map((place) => place.place));
}
