import type { Disk } from './an-account.ts';
import { testAccount } from './sync-lines.ts';

/** Opens the cache of an account from outside, as it lies on the disk. */
export async function withDatabase<Result>(
  disk: Disk,
  work: (database: IDBDatabase) => Promise<Result>,
  account = testAccount,
): Promise<Result> {
  const { indexedDB } = disk.indexedDb;
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(`cache ${account}`);
    request.onsuccess = () => resolve(request.result);
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

export const done = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });

/** Every encrypted record of the cache. */
export function allBytes(disk: Disk): Promise<readonly Uint8Array[]> {
  return withDatabase(disk, async (database) => {
    const found: Uint8Array[] = [];
    for (const table of database.objectStoreNames) {
      const values: unknown[] = await done(database.transaction(table).objectStore(table).getAll());
      found.push(...values.filter((value): value is Uint8Array => value instanceof Uint8Array));
    }
    return found;
  });
}

/** Decrypts what lies in the tables, from outside: the tests know the key and how records are bound. */
export async function openedRecords(disk: Disk, account = testAccount): Promise<readonly string[]> {
  return (await recordsByKey(disk, account)).map(({ text }) => text);
}

/** A record with the table and key it lies under. */
export interface OpenedRecord {
  readonly table: string;
  readonly key: readonly unknown[];
  readonly text: string;
}

/** The same with where each lies. The layout's number is all that lies in clear. */
export async function recordsByKey(disk: Disk, account = testAccount): Promise<readonly OpenedRecord[]> {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(32).fill(3), 'AES-GCM', false, ['decrypt']);
  const names = { pages: 'page', chunks: 'chunk', log: 'log' } as const;
  return withDatabase(
    disk,
    async (database) => {
      const found: OpenedRecord[] = [];
      for (const table of database.objectStoreNames) {
        const keys = await done(database.transaction(table).objectStore(table).getAllKeys());
        const values: unknown[] = await done(database.transaction(table).objectStore(table).getAll());
        for (const [index, value] of values.entries()) {
          const at = keys[index];
          if (table === 'meta' && at === 'layout') continue;
          if (!Array.isArray(at) || !(value instanceof Uint8Array)) throw new Error('a record of another kind');
          // In meta the name comes first, because several kinds share the table.
          const place = table === 'meta' ? [at[1], at[0], ...at.slice(2)] : [at[0], nameOf(table), ...at.slice(1)];
          const bound = new TextEncoder().encode(JSON.stringify([account, ...place]));
          const bytes = new Uint8Array(value);
          const terms = { name: 'AES-GCM', iv: bytes.subarray(0, 12), additionalData: bound };
          const text = new TextDecoder().decode(await crypto.subtle.decrypt(terms, key, bytes.subarray(12)));
          found.push({ table, key: at, text });
        }
      }
      return found;
    },
    account,
  );

  function nameOf(table: string): string {
    const name = (names as Partial<Record<string, string>>)[table];
    if (name === undefined) throw new Error(`a table ${table}`);
    return name;
  }
}
