import type { PortalId } from '../../shared/domain/ids.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import type { PriceItem, PriceListHead } from '../../shared/domain/price-list/price-list.ts';
import { priceListsSight } from '../../shared/domain/price-list/price-lists-sight.ts';
import { below, type Write } from './cache-database.ts';
import {
  isThere,
  openRecord,
  priceItemsAt,
  priceListsAt,
  removeRecord,
  sealRecord,
  type CacheTools,
} from './cache-records.ts';
import type { Generation, KeptPrices } from './generation.ts';
import { fromJsonBytes, jsonBytes } from './record-lines.ts';
import type { SyncAnswer } from './sync-answer.ts';

/** The price lists that are kept; null where none are. */
export async function readKeptPrices(
  tools: CacheTools,
  portal: PortalId,
  generation: number,
): Promise<KeptPrices | null> {
  const at = priceListsAt(portal, generation);
  if (!(await isThere(tools, at))) return null;
  // This app wrote it.
  const lists = fromJsonBytes(await openRecord(tools, at)) as readonly PriceListHead[];
  const keys = await below(tools.database, 'meta', ['price-items', portal, generation]).primaryKeys();
  const fetched = keys.flatMap((key) => (Array.isArray(key) && typeof key[3] === 'number' ? [key[3]] : []));
  return { lists, fetched };
}

/**
 * The price lists after an answer. The portal server tells when they are gone; where its line is missing, they leave all
 * the same with a standing that gives none.
 */
export function pricesAfter(
  held: KeptPrices | null,
  { priceLists: told }: Pick<SyncAnswer, 'priceLists'>,
  standing: Standing | null,
): KeptPrices | null {
  if (told) return told.lists && { lists: told.lists, fetched: fetchedOf(told.lists, held) };
  return standing && priceListsSight(standing).length === 0 ? null : held;
}

function fetchedOf(lists: readonly PriceListHead[], held: KeptPrices | null): readonly number[] {
  return (held?.fetched ?? []).filter((mark) => lists.some((list) => list.mark === mark));
}

/** What to write of price lists that became these: with a list that is gone, or is another one, its items leave. */
export async function putPrices(
  tools: CacheTools,
  portal: PortalId,
  { generation, before, after }: PricesChange,
): Promise<readonly Write[]> {
  if (after === before) return [];
  const at = priceListsAt(portal, generation);
  const left = (before?.fetched ?? []).filter((mark) => !after?.fetched.includes(mark));
  return [
    after === null ? removeRecord(at) : await sealRecord(tools, at, jsonBytes(after.lists)),
    ...left.map((mark) => removeRecord(priceItemsAt(portal, generation, mark))),
  ];
}

interface PricesChange {
  readonly generation: number;
  readonly before: KeptPrices | null;
  readonly after: KeptPrices | null;
}

/** The write that keeps the items of a list; null where it is not given any more, or is kept. */
export async function putPriceItems(
  tools: CacheTools,
  portal: PortalId,
  { head, prices }: Pick<Generation, 'head' | 'prices'>,
  { list: { id, mark }, items }: PriceItemsOf,
): Promise<{ readonly write: Write; readonly after: KeptPrices } | null> {
  const given = prices?.lists.some((each) => each.id === id && each.mark === mark) === true;
  if (!prices || !given || prices.fetched.includes(mark)) return null;
  const write = await sealRecord(tools, priceItemsAt(portal, head.number, mark), jsonBytes(items));
  return { write, after: { ...prices, fetched: [...prices.fetched, mark] } };
}

/** A list and its items. */
export interface PriceItemsOf {
  readonly list: PriceListHead;
  readonly items: readonly PriceItem[];
}

/** The items of a list as they are kept; null where they are not. */
export async function readPriceItems(
  tools: CacheTools,
  portal: PortalId,
  { head, prices }: Pick<Generation, 'head' | 'prices'>,
  mark: number,
): Promise<readonly PriceItem[] | null> {
  if (prices?.fetched.includes(mark) !== true) return null;
  const at = priceItemsAt(portal, head.number, mark);
  // Taken out meanwhile: then it is given no more.
  if (!(await isThere(tools, at))) return null;
  // This app wrote it.
  return fromJsonBytes(await openRecord(tools, at)) as readonly PriceItem[];
}
