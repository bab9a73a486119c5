import type { PortalId } from '../../shared/domain/ids.ts';
import type { PlacedRow } from '../../shared/contract/sync.ts';
import { below, type CacheDatabase, type RecordKey, type TableName, type Write } from './cache-database.ts';
import {
  boundTo,
  type ChunkContents,
  type Generation,
  type GenerationBase,
  type GenerationHead,
} from './generation.ts';
import {
  chunkLine,
  fromJsonBytes,
  jsonBytes,
  readChunk,
  readLogRecord,
  readRows,
  rowsLine,
  type LogRecord,
} from './record-lines.ts';
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
  const bytes = await openRecord(tools, portal, headsRecord(portal));
  return fromJsonBytes(bytes) as PortalHeads;
}

/** Writes where they stand: the directory entry of everything else in the same transaction. */
export async function putHeads(tools: CacheTools, portal: PortalId, heads: PortalHeads): Promise<Write> {
  return sealRecord(tools, portal, headsRecord(portal), jsonBytes(heads));
}

/** What is kept beside the cases. */
export async function readBase(tools: CacheTools, portal: PortalId, generation: number): Promise<GenerationBase> {
  return fromJsonBytes(await openRecord(tools, portal, baseRecord(portal, generation))) as GenerationBase;
}

export async function putBase(tools: CacheTools, portal: PortalId, { head, base }: BaseOf): Promise<Write> {
  return sealRecord(tools, portal, baseRecord(portal, head.number), jsonBytes(base));
}

type BaseOf = Pick<Generation, 'head' | 'base'>;

/** A page's rows. */
export async function readPage(tools: CacheTools, portal: PortalId, at: PageAt): Promise<readonly PlacedRow[]> {
  return readRows(await openRecord(tools, portal, pageRecord(portal, at)));
}

export async function putPage(tools: CacheTools, portal: PortalId, at: PageAt, rows: PageRows): Promise<Write> {
  const bytes = 'line' in rows ? rows.line : rowsLine(rows.rows);
  return sealRecord(tools, portal, pageRecord(portal, at), bytes);
}

/** The rows of a page: as received, or this app's own. */
export type PageRows = { readonly line: Uint8Array } | { readonly rows: readonly PlacedRow[] };

export interface PageAt {
  readonly generation: number;
  readonly page: number;
}

export interface ChunkAt extends PageAt {
  readonly chunk: number;
}

/** A chunk's contents. */
export async function readChunkAt(tools: CacheTools, portal: PortalId, at: ChunkAt): Promise<ChunkContents> {
  return readChunk(await openRecord(tools, portal, chunkRecord(portal, at)));
}

export async function putChunk(
  tools: CacheTools,
  portal: PortalId,
  at: ChunkAt,
  content: Uint8Array | ChunkContents,
): Promise<Write> {
  const line = content instanceof Uint8Array ? content : chunkLine(content);
  return sealRecord(tools, portal, chunkRecord(portal, at), line);
}

/** A page with its chunks leaves. */
export function removePage(portal: PortalId, { generation, page }: PageAt): readonly Write[] {
  return [
    { table: 'pages', key: [portal, generation, page], remove: 'one' },
    { table: 'chunks', key: [portal, generation, page], remove: 'all-below' },
  ];
}

export interface LogAt {
  readonly generation: number;
  readonly log: number;
}

/** One delta as it was logged. */
export async function readLog(tools: CacheTools, portal: PortalId, at: LogAt): Promise<LogRecord> {
  return readLogRecord(await openRecord(tools, portal, logRecord(portal, at)));
}

export async function putLog(tools: CacheTools, portal: PortalId, at: LogAt, bytes: Uint8Array): Promise<Write> {
  return sealRecord(tools, portal, logRecord(portal, at), bytes);
}

/** A whole generation leaves. */
export function removeGeneration(portal: PortalId, generation: number): readonly Write[] {
  return [
    { table: 'pages', key: [portal, generation], remove: 'all-below' },
    { table: 'chunks', key: [portal, generation], remove: 'all-below' },
    { table: 'log', key: [portal, generation], remove: 'all-below' },
    { table: 'meta', key: baseRecord(portal, generation).key, remove: 'one' },
  ];
}

/** Everything of a portal leaves, damaged or not. */
export function removePortal(portal: PortalId): readonly Write[] {
  return [
    { table: 'pages', key: [portal], remove: 'all-below' },
    { table: 'chunks', key: [portal], remove: 'all-below' },
    { table: 'log', key: [portal], remove: 'all-below' },
    { table: 'meta', key: ['base', portal], remove: 'all-below' },
    { table: 'meta', key: ['heads', portal], remove: 'one' },
  ];
}

interface RecordAt {
  readonly table: TableName;
  readonly key: RecordKey;
  readonly place: readonly (string | number)[];
}

function headsRecord(portal: PortalId): RecordAt {
  return { table: 'meta', key: ['heads', portal], place: ['heads'] };
}

function baseRecord(portal: PortalId, generation: number): RecordAt {
  return { table: 'meta', key: ['base', portal, generation], place: ['base', generation] };
}

function pageRecord(portal: PortalId, { generation, page }: PageAt): RecordAt {
  return { table: 'pages', key: [portal, generation, page], place: ['page', generation, page] };
}

function chunkRecord(portal: PortalId, { generation, page, chunk }: ChunkAt): RecordAt {
  return { table: 'chunks', key: [portal, generation, page, chunk], place: ['chunk', generation, page, chunk] };
}

function logRecord(portal: PortalId, { generation, log }: LogAt): RecordAt {
  return { table: 'log', key: [portal, generation, log], place: ['log', generation, log] };
}

async function openRecord(tools: CacheTools, portal: PortalId, at: RecordAt): Promise<Uint8Array> {
  const stored = await tools.database.table<unknown, RecordKey>(at.table).get(at.key);
  const bytes =
    stored instanceof Uint8Array ? await tools.sealer.open(stored, boundTo(tools.account, portal, ...at.place)) : null;
  if (!bytes) throw new DamagedCacheError(portal, at.place.join(' '));
  return bytes;
}

async function sealRecord(tools: CacheTools, portal: PortalId, at: RecordAt, bytes: Uint8Array): Promise<Write> {
  const put = await tools.sealer.seal(bytes, boundTo(tools.account, portal, ...at.place));
  return { table: at.table, key: at.key, put };
}
