import type { PortalId } from '../../shared/domain/ids.ts';
import { below } from './cache-database.ts';
import { DamagedCacheError, readBase, readLog, readPage, type CacheTools } from './cache-records.ts';
import { emptyBase, foldBase, takeRows, type Generation, type GenerationHead } from './generation.ts';

/** Reads a generation's rows into memory: pages first, then the log over them, as they were written. */
export async function loadGeneration(tools: CacheTools, portal: PortalId, head: GenerationHead): Promise<Generation> {
  const generation: Generation = { head, base: emptyBase, cases: new Map(), pages: new Map(), logs: new Map() };
  if (head.nextPage === 0) return generation;
  generation.base = await readBase(tools, portal, head.number);
  const pages = await numbersBelow(tools, 'pages', [portal, head.number]);
  for (const page of pages) {
    const rows = await readPage(tools, portal, { generation: head.number, page });
    takeRows(generation, rows, { in: 'page', number: page });
    generation.pages.set(page, rows.length);
  }
  for (const log of await numbersBelow(tools, 'log', [portal, head.number])) {
    const record = await readLog(tools, portal, { generation: head.number, log });
    // The purge of that delta took what was withdrawn out of older records already; a later return must stay.
    for (const each of record.withdrawn) generation.cases.delete(each.case);
    takeRows(generation, record.rows, { in: 'log', number: log });
    generation.base = foldBase(generation.base, record);
    generation.logs.set(
      log,
      record.chunks.reduce((sum, line) => sum + line.length, 0),
    );
  }
  return generation;
}

async function numbersBelow(
  { database }: CacheTools,
  table: 'pages' | 'log',
  key: readonly [PortalId, number],
): Promise<readonly number[]> {
  const keys = await below(database, table, key).primaryKeys();
  return keys.map((found) => {
    const number: unknown = Array.isArray(found) ? found[2] : undefined;
    if (typeof number !== 'number') throw new DamagedCacheError(key[0], `a key of ${table}`);
    return number;
  });
}
