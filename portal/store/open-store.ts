import { randomBytes } from 'node:crypto';
import { Kysely, sql } from 'kysely';
import { checkKey } from './check-key.ts';
import { databaseTime } from './database-time.ts';
import type { Engine } from './engine.ts';
import { migrate } from './migrate.ts';
import { migrationsFor } from './migrations.ts';
import { usualPatience, type Patience } from './patience.ts';
import { postgresDialect } from './postgres-dialect.ts';
import { inUpgrade } from './postgres-upgrade.ts';
import type { Progress } from './progress.ts';
import { sqliteDialect, type SqliteFile } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';
import { upgradeFile } from './upgrade-file.ts';

/** An open database, migrated. */
export interface Store {
  readonly db: Kysely<Tables>;
  /** For snapshots: on SQLite a connection of its own, so that who reads and who writes do not wait for each other. */
  readonly reads: Kysely<Tables>;
  readonly engine: Engine;
  /** Random id made with the database (sync.md 25). */
  readonly storeId: string;
  /** Where PostgreSQL is, for what needs a connection of its own (LISTEN); null on SQLite. */
  readonly url: string | null;
  /** How long PostgreSQL is waited for; null on SQLite, where all stand in one line. */
  readonly patience: Patience | null;
  close(): Promise<void>;
}

/** Where the database is: a PostgreSQL address, or a SQLite file. */
export type StoreAddress = PostgresAddress | SqliteFile;

/** A PostgreSQL database, and how long its answers are waited for where that is not as usual. */
export interface PostgresAddress {
  readonly url: string;
  /** A direct way to it for LISTEN, where `url` leads to a pooler that passes no notifications on. */
  readonly listenUrl?: string | undefined;
  readonly patience?: Partial<Patience>;
}

/**
 * Opens the database, makes or upgrades its tables, and reads who it is. `onProgress` is told how far an upgrade has come.
 * A SQLite database that is upgraded has been copied before: whoever keeps other portal servers away deletes the copy
 * (`removeUpgradeCopies`) once the upgraded one has proved good.
 */
export async function openStore(address: StoreAddress, onProgress?: Progress): Promise<Store> {
  try {
    return await openMigrated(address, onProgress);
  } catch (cause) {
    throw new Error('The database could not be opened.', { cause });
  }
}

async function openMigrated(address: StoreAddress, onProgress: Progress | undefined): Promise<Store> {
  const engine: Engine = 'url' in address ? 'postgres' : 'sqlite';
  if ('file' in address) checkKey(address);
  const connect = (): Kysely<Tables> =>
    new Kysely({
      dialect: 'url' in address ? postgresDialect(address.url, patienceOf(address)) : sqliteDialect(address),
    });
  const db = connect();
  try {
    const migrations = migrationsFor(engine, onProgress);
    if ('url' in address) await inUpgrade(address.url, (transaction) => migrate(transaction, migrations));
    else await upgradeFile(db, address.file, migrations);
    const storeId = await identify(db, engine);
    const [url, patience] = 'url' in address ? [address.listenUrl ?? address.url, patienceOf(address)] : [null, null];
    const reads = 'url' in address ? db : connect();
    return { db, reads, engine, storeId, url, patience, close: () => close({ db, reads, engine }) };
  } catch (cause) {
    await db.destroy();
    throw cause;
  }
}

function patienceOf({ patience }: PostgresAddress): Patience {
  return { ...usualPatience, ...patience };
}

/** libsql leaves the write-ahead log behind: folded in, the one file is the whole database, for whoever copies it. */
async function close({ db, reads, engine }: Pick<Store, 'db' | 'reads' | 'engine'>): Promise<void> {
  try {
    if (reads !== db) await reads.destroy();
    if (engine === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db);
  } finally {
    await db.destroy();
  }
}

/** Two servers may open an empty database at once: the first one names it. */
async function identify(db: Kysely<Tables>, engine: Engine): Promise<string> {
  await db
    .insertInto('store')
    .values({ only: 1, id: randomBytes(12).toString('hex'), made_at: databaseTime(engine) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { id } = await db.selectFrom('store').select('id').executeTakeFirstOrThrow();
  return id;
}
