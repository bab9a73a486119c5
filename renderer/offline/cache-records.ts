import type { PortalId } from '../../shared/domain/ids.ts';
import { below, type CacheDatabase, type RecordKey, type TableName, type Write } from './cache-database.ts';
import { boundTo, emptyBase, type Generation, type GenerationBase, type GenerationHead } from './generation.ts';
import { fromJsonBytes, jsonBytes } from './record-lines.ts';
import type { Sealer } from './sealed.ts';

/** What every reader and writer of records needs. */
export interface CacheTools {
  readonly account: string;
  readonly database: CacheDatabase;
  readonly sealer: Sealer;
}

/** A record that does not open: the cache of its portal is damaged and is rebuilt (R3). */
export class DamagedCacheError extends Error {
  readonly portal: PortalId;

  constructor(portal: PortalId, what: string) {
    super(`a record of the cache does not open: ${what}`);
    this.name = 'DamagedCacheError';
    this.portal = portal;
  }
}

/** The two generations a portal can have: the one that is read, and the one that is being fetched. */
export interface PortalHeads {
  readonly current: GenerationHead | null;
  readonly building: GenerationHead | null;
}

/** The portals that have anything in the cache. */
export async function cachedPortals({ database }: CacheTools): Promise<readonly PortalId[]> {
  const keys = await below(database, 'meta', ['heads']).primaryKeys();
  return keys.flatMap((key) => (Array.isArray(key) && typeof key[1] === 'string' ? [key[1]] : []));
}

/** Where a portal's generations stand. */
export async function readHeads(tools: CacheTools, portal: PortalId): Promise<PortalHeads> {
  const { current, building } = fromJsonBytes(await openRecord(tools, headsRecord(portal))) as PortalHeads;
  return { current: ofItsVersion(current), building: ofItsVersion(building) };
}

/** Apps of before wrote no version. */
function ofItsVersion(head: GenerationHead | null): GenerationHead | null {
  return head && { ...head, version: (head as Partial<GenerationHead>).version ?? 1, ahead: head.ahead ?? null };
}

/** Writes where they stand: the directory entry of everything else in the same transaction. */
export async function putHeads(tools: CacheTools, portal: PortalId, heads: PortalHeads): Promise<Write> {
  return sealRecord(tools, headsRecord(portal), jsonBytes(heads));
}

/** What is kept beside the cases. */
export async function readBase(tools: CacheTools, portal: PortalId, generation: number): Promise<GenerationBase> {
  const written = fromJsonBytes(await openRecord(tools, baseRecord(portal, generation))) as Partial<GenerationBase>;
  return { ...emptyBase, ...written };
}

export async function putBase(tools: CacheTools, portal: PortalId, { head, base }: BaseOf): Promise<Write> {
  return sealRecord(tools, baseRecord(portal, head.number), jsonBytes(base));
}

type BaseOf = Pick<Generation, 'head' | 'base'>;

/** Where a case's row lies: a page's rows are kept in parts, so that taking one out writes little again. */
export function rowsAt(portal: PortalId, generation: number, page: number, part: number): RecordAt {
  return { portal, table: 'pages', place: ['page', generation, page, part] };
}

/** Where pieces lie: a line of them as received. */
export function piecesAt(portal: PortalId, generation: number, page: number, line: number): RecordAt {
  return { portal, table: 'chunks', place: ['chunk', generation, page, line] };
}

/** Where one delta lies as it was logged. */
export function logAt(portal: PortalId, generation: number, log: number): RecordAt {
  return { portal, table: 'log', place: ['log', generation, log] };
}

/** Where the categories of offices lie, if there are any for the account. */
export function categoriesAt(portal: PortalId, generation: number): RecordAt {
  return { portal, table: 'meta', place: ['categories', generation] };
}

/** Where the price lists lie that the account is given, without their items. */
export function priceListsAt(portal: PortalId, generation: number): RecordAt {
  return { portal, table: 'meta', place: ['price-lists', generation] };
}

/** Where the items of a price list lie, by its mark. */
export function priceItemsAt(portal: PortalId, generation: number, mark: number): RecordAt {
  return { portal, table: 'meta', place: ['price-items', generation, mark] };
}

/** One record leaves. */
export function removeRecord(at: RecordAt): Write {
  return { table: at.table, key: keyOf(at), remove: 'one' };
}

/** True where there is a record, readable or not. */
export async function isThere({ database }: CacheTools, at: RecordAt): Promise<boolean> {
  return (
    (await database
      .table<unknown, RecordKey>(at.table)
      .where(':id')
      .equals([...keyOf(at)])
      .count()) > 0
  );
}

/** A page with its pieces leaves. */
export function removePage(portal: PortalId, generation: number, page: number): readonly Write[] {
  return [
    { table: 'pages', key: [portal, generation, page], remove: 'all-below' },
    { table: 'chunks', key: [portal, generation, page], remove: 'all-below' },
  ];
}

/** A whole generation leaves. */
export function removeGeneration(portal: PortalId, generation: number): readonly Write[] {
  return [
    { table: 'pages', key: [portal, generation], remove: 'all-below' },
    { table: 'chunks', key: [portal, generation], remove: 'all-below' },
    { table: 'log', key: [portal, generation], remove: 'all-below' },
    { table: 'meta', key: keyOf(baseRecord(portal, generation)), remove: 'one' },
    removeRecord(categoriesAt(portal, generation)),
    removeRecord(priceListsAt(portal, generation)),
    { table: 'meta', key: ['price-items', portal, generation], remove: 'all-below' },
  ];
}

/** Everything of a portal leaves, damaged or not. */
export function removePortal(portal: PortalId): readonly Write[] {
  return [
    { table: 'pages', key: [portal], remove: 'all-below' },
    { table: 'chunks', key: [portal], remove: 'all-below' },
    { table: 'log', key: [portal], remove: 'all-below' },
    { table: 'meta', key: ['base', portal], remove: 'all-below' },
    { table: 'meta', key: ['categories', portal], remove: 'all-below' },
    { table: 'meta', key: ['price-lists', portal], remove: 'all-below' },
    { table: 'meta', key: ['price-items', portal], remove: 'all-below' },
    { table: 'meta', key: ['heads', portal], remove: 'one' },
    forgetView,
  ];
}

/** A record: its table, and its place in the portal, which is also what it is encrypted for. */
export interface RecordAt {
  readonly portal: PortalId;
  readonly table: TableName;
  /** A name, then the numbers of the key. */
  readonly place: readonly [string, ...number[]];
}

function headsRecord(portal: PortalId): RecordAt {
  return { portal, table: 'meta', place: ['heads'] };
}

function baseRecord(portal: PortalId, generation: number): RecordAt {
  return { portal, table: 'meta', place: ['base', generation] };
}

/** What a list showed last, of all portals; changed rows take it away. */
export const viewRecord: RecordAt = { portal: '', table: 'meta', place: ['view'] };
export const forgetView: Write = { table: 'meta', key: keyOf(viewRecord), remove: 'one' };

/** `[portal, …]`; in meta the name comes first, because several kinds share the table. */
function keyOf({ portal, table, place }: RecordAt): readonly (string | number)[] {
  const [name, ...numbers] = place;
  return table === 'meta' ? [name, portal, ...numbers] : [portal, ...numbers];
}

/** The bytes of a record; one that does not open is damage. */
export async function openRecord(tools: CacheTools, at: RecordAt): Promise<Uint8Array> {
  return opened(tools, at, await tools.database.table<unknown, RecordKey>(at.table).get(keyOf(at)));
}

/** The same for several of one table, read at once: a read costs more than its bytes. */
export async function openRecords(
  tools: CacheTools,
  table: TableName,
  places: readonly RecordAt[],
): Promise<readonly Uint8Array[]> {
  const stored = await tools.database.table<unknown, RecordKey>(table).bulkGet(places.map(keyOf));
  return Promise.all(places.map((at, index) => opened(tools, at, stored[index])));
}

async function opened(tools: CacheTools, at: RecordAt, stored: unknown): Promise<Uint8Array> {
  const bound = boundTo(tools.account, at.portal, ...at.place);
  const bytes = stored instanceof Uint8Array ? await tools.sealer.open(stored, bound) : null;
  if (!bytes) throw new DamagedCacheError(at.portal, at.place.join(' '));
  return bytes;
}

/** The write that puts bytes at a place. */
export async function sealRecord(tools: CacheTools, at: RecordAt, bytes: Uint8Array): Promise<Write> {
  const put = await tools.sealer.seal(bytes, boundTo(tools.account, at.portal, ...at.place));
  return { table: at.table, key: keyOf(at), put };
}
