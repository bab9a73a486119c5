import Dexie, { type IndexableTypeArrayReadonly, type Table } from 'dexie';

/** The four tables; no secondary index, because each costs more than the bytes (design.md §9). */
export type TableName = 'meta' | 'pages' | 'chunks' | 'log';

/** `[portal, generation, page]` and so on. */
export type RecordKey = string | readonly (string | number)[];

/** One change of the cache; a batch of them is one transaction. */
export type Write =
  | { readonly table: TableName; readonly key: RecordKey; readonly put: unknown }
  | { readonly table: TableName; readonly key: RecordKey; readonly remove: 'one' }
  /** Everything whose key begins with this one. */
  | { readonly table: TableName; readonly key: readonly (string | number)[]; readonly remove: 'all-below' };

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

/** The layout of what the tables hold; a cache of another layout is made anew, but for the one before, which is read. */
const layout = 2;
const layoutBefore = 1;

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
  if (found === layoutBefore) await database.meta.put(layout, 'layout');
  if (found === layout || found === layoutBefore) return database;
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
    await Promise.all(writes.filter((write) => 'remove' in write).map((write) => remove(database, write)));
    await Promise.all(
      (['meta', 'pages', 'chunks', 'log'] as const).map(async (name) => {
        const puts = writes.flatMap((write) => ('put' in write && write.table === name ? [write] : []));
        if (puts.length === 0) return;
        await database.table<unknown, RecordKey>(name).bulkPut(
          puts.map((write) => write.put),
          // IndexedDB takes arrays of text and numbers as keys; Dexie's type of many keys leaves them out.
          puts.map((write) => write.key) as IndexableTypeArrayReadonly,
        );
      }),
    );
  });
}

async function remove(database: CacheDatabase, write: Extract<Write, { remove: unknown }>): Promise<void> {
  if (write.remove === 'one') await database.table<unknown, RecordKey>(write.table).delete(write.key);
  else await below(database, write.table, write.key).delete();
}

/** The records whose key begins so, in key order. An array sorts above every number and text. */
export function below(database: CacheDatabase, table: TableName, key: readonly (string | number)[]) {
  return database
    .table<unknown, IDBValidKey>(table)
    .where(':id')
    .between([...key], [...key, []], true, false);
}
