import type { PortalId } from '../../shared/domain/ids.ts';
import { below } from './cache-database.ts';
import {
  DamagedCacheError,
  logAt,
  openRecord,
  openRecords,
  readBase,
  rowsAt,
  type CacheTools,
} from './cache-records.ts';
import { emptyBase, foldBase, takeRows, type Generation, type GenerationHead } from './generation.ts';
import { readKeptCategories } from './kept-categories.ts';
import { readKeptPrices } from './kept-prices.ts';
import { groupBy } from './group-by.ts';
import { readLogRecord, readRows } from './record-lines.ts';
import { takeFirstLog, takeFirstPage } from './version-1.ts';

/** Reads a generation's rows into memory: pages first, then the log over them, as they were written. */
export async function loadGeneration(tools: CacheTools, portal: PortalId, head: GenerationHead): Promise<Generation> {
  const generation: Generation = {
    head,
    base: emptyBase,
    categories: null,
    prices: null,
    cases: new Map(),
    pages: new Map(),
    logs: new Map(),
  };
  if (head.nextPage === 0) return generation;
  generation.base = await readBase(tools, portal, head.number);
  generation.categories = await readKeptCategories(tools, portal, head.number);
  generation.prices = await readKeptPrices(tools, portal, head.number);
  const parts = groupBy(await numbersBelow(tools, 'pages', [portal, head.number]), ([page = 0]) => page);
  for (const [page, numbers] of parts) {
    const places = numbers.map(([, part = 0]) => rowsAt(portal, head.number, page, part));
    for (const record of await openRecords(tools, 'pages', places)) takePage(generation, portal, record, page);
  }
  for (const [log = 0] of await numbersBelow(tools, 'log', [portal, head.number]))
    takeLog(generation, portal, await openRecord(tools, logAt(portal, head.number, log)), log);
  return generation;
}

function takePage(generation: Generation, portal: PortalId, record: Uint8Array, page: number): void {
  if (generation.head.version === 1) {
    takeFirstPage(generation, record, page);
    return;
  }
  const rows = readRows(record);
  takeRows(generation, portal, rows, { in: 'page', number: page });
  generation.pages.set(page, (generation.pages.get(page) ?? 0) + rows.length);
}

function takeLog(generation: Generation, portal: PortalId, bytes: Uint8Array, log: number): void {
  if (generation.head.version === 1) {
    takeFirstLog(generation, bytes, log);
    return;
  }
  const record = readLogRecord(bytes);
  // The purge of that delta took what was withdrawn out of older records already; a later return must stay.
  for (const each of record.withdrawn) generation.cases.delete(each.case);
  takeRows(generation, portal, record.rows, { in: 'log', number: log });
  generation.base = foldBase(
    generation.base,
    record,
    record.rows.map(([row]) => row.id),
  );
  generation.logs.set(log, bytes.length);
}

/** The numbers of the keys below one, in their order. */
async function numbersBelow(
  { database }: CacheTools,
  table: 'pages' | 'log',
  key: readonly [PortalId, number],
): Promise<readonly (readonly number[])[]> {
  const keys = await below(database, table, key).primaryKeys();
  return keys.map((found) => {
    const numbers: readonly unknown[] = Array.isArray(found) ? found.slice(2) : [];
    return numbers.map((each) => {
      if (typeof each !== 'number') throw new DamagedCacheError(key[0], `a key of ${table}`);
      return each;
    });
  });
}
