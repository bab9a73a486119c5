import Dexie, { type IndexableTypeArrayReadonly, type Table } from 'dexie';

/** The four tables; no secondary index, because each costs more than the bytes (design.md §9). */
export type TableName = 'meta' | 'pages' | 'chunks' | 'log';

/** `[portal, generation, page]` and so on; the number of the piece is added below. */
export type RecordKey = readonly (string | number)[];

/** One change of the cache; a batch of them is one transaction. */
export type Write =
  | {
      readonly table: TableName;
      readonly key: RecordKey;
      readonly put: Uint8Array<ArrayBuffer>;
      /** The record may be there already, and longer. */
      readonly over: boolean;
    }
  /** Everything whose key begins with this one. */
  | { readonly table: TableName; readonly key: RecordKey; readonly remove: true };

/**
 * Chromium puts values above 64 KiB into files of their own, which made a put of a chunk five times as slow: records
 * are laid down in pieces below that.
 */
const pieceBytes = 60_000;

/** IndexedDB as the page has it, or a test's own. */
export interface IndexedDb {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof globalThis.IDBKeyRange;
}

/** One Dexie database an account. */
export class CacheDatabase extends Dexie {
  readonly meta: Table<unknown, IDBValidKey>;
  readonly pages: Table<unknown, IDBValidKey>;
  readonly chunks: Table<unknown, IDBValidKey>;
  readonly log: Table<unknown, IDBValidKey>;

  constructor(name: string, from?: IndexedDb) {
    // Strict: a command is marked done only when what holds its effect is on the disk (sync.md 3).
    super(name, { ...from, chromeTransactionDurability: 'strict' });
    this.version(1).stores({ meta: '', pages: '', chunks: '', log: '' });
    this.meta = this.table('meta');
    this.pages = this.table('pages');
    this.chunks = this.table('chunks');
    this.log = this.table('log');
  }
}

/** The layout of what the tables hold; a cache of another layout is made anew. */
const layout = 1;

/** Opens the cache; one of another version or that cannot be opened is deleted, it can be rebuilt at any time (R3). */
export async function openCacheDatabase(name: string, from?: IndexedDb): Promise<CacheDatabase> {
  try {
    return await opened(name, from);
  } catch {
    const broken = new CacheDatabase(name, from);
    broken.close();
    await broken.delete();
    return opened(name, from);
  }
}

async function opened(name: string, from: IndexedDb | undefined): Promise<CacheDatabase> {
  const database = new CacheDatabase(name, from);
  await database.open();
  if (database.verno !== 1) {
    database.close();
    throw new Error('a cache of another version');
  }
  const found = await database.meta.get('layout');
  if (found === layout) return database;
  await emptyDatabase(database);
  return database;
}

/** Forgets everything in the cache. */
async function emptyDatabase(database: CacheDatabase): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    await Promise.all(database.tables.map((table) => table.clear()));
    await database.meta.put(layout, 'layout');
  });
}

/** Writes a batch in one transaction: all of it or nothing. */
export async function writeAll(database: CacheDatabase, writes: readonly Write[]): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    // Removals first: a batch may remove a generation's log and put its first record again.
    const removed = writes.filter((write) => 'remove' in write || write.over);
    await Promise.all(removed.map(({ table, key }) => below(database, table, key).delete()));
    await Promise.all(tables.map((name) => putPieces(database, name, writes)));
  });
}

const tables = ['meta', 'pages', 'chunks', 'log'] as const;

async function putPieces(database: CacheDatabase, name: TableName, writes: readonly Write[]): Promise<void> {
  const values: Uint8Array[] = [];
  const keys: RecordKey[] = [];
  for (const write of writes) {
    if (!('put' in write) || write.table !== name) continue;
    for (let piece = 0; piece * pieceBytes < write.put.length; piece += 1) {
      // A copy, because IndexedDB would take the whole buffer behind a view.
      values.push(write.put.slice(piece * pieceBytes, (piece + 1) * pieceBytes));
      keys.push([...write.key, piece]);
    }
  }
  if (values.length === 0) return;
  // IndexedDB takes arrays of text and numbers as keys; Dexie's type of many keys leaves them out.
  await database.table<unknown, RecordKey>(name).bulkPut(values, keys as IndexableTypeArrayReadonly);
}

/** The bytes of a record, its pieces put together; null where there is none. */
export async function readRecord(
  database: CacheDatabase,
  table: TableName,
  key: RecordKey,
): Promise<Uint8Array | null> {
  const pieces = await below(database, table, key).toArray();
  const [only] = pieces;
  if (pieces.length === 1 && only instanceof Uint8Array) return only;
  if (pieces.length === 0 || !pieces.every((piece) => piece instanceof Uint8Array)) return null;
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The keys of the records below one, without the numbers of their pieces, in their order. */
export async function keysBelow(
  database: CacheDatabase,
  table: TableName,
  key: RecordKey,
): Promise<readonly (readonly unknown[])[]> {
  const keys = await below(database, table, key).primaryKeys();
  return keys.flatMap((found) => (Array.isArray(found) && found.at(-1) === 0 ? [found.slice(0, -1)] : []));
}

/** An array sorts above every number and text. */
function below(database: CacheDatabase, table: TableName, key: RecordKey) {
  return database
    .table<unknown, IDBValidKey>(table)
    .where(':id')
    .between([...key], [...key, []], true, false);
}
