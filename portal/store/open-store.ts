import { randomBytes } from 'node:crypto';
import {
  Kysely,
  sql,
  PostgresDialect,
  SqliteDialect,
  type Dialect,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
import { Migrator } from 'kysely/migration';
import Sqlite from 'libsql';
import pg from 'pg';
import type { Engine } from './engine.ts';
import { migrationsFor } from './migrations.ts';
import type { Tables } from './tables.ts';

/** An open database, migrated. */
export interface Store {
  readonly db: Kysely<Tables>;
  readonly engine: Engine;
  /** Random id made with the database (sync.md 25). */
  readonly storeId: string;
  /** Where PostgreSQL is, for what needs a connection of its own (LISTEN); null on SQLite. */
  readonly url: string | null;
  close(): Promise<void>;
}

/** Where the database is: a PostgreSQL address, or a SQLite file. */
export type StoreAddress =
  { readonly url: string } | { readonly file: string; readonly encryptionKey?: string | undefined };

/** Opens the database, makes or upgrades its tables, and reads who it is. */
export async function openStore(address: StoreAddress): Promise<Store> {
  try {
    return await openMigrated(address);
  } catch (cause) {
    throw new Error('The database could not be opened.', { cause });
  }
}

async function openMigrated(address: StoreAddress): Promise<Store> {
  const engine: Engine = 'url' in address ? 'postgres' : 'sqlite';
  const db = new Kysely<Tables>({ dialect: 'url' in address ? postgres(address.url) : sqlite(address) });
  try {
    await migrate(db, engine);
    const storeId = await identify(db);
    return { db, engine, storeId, url: 'url' in address ? address.url : null, close: () => close(db, engine) };
  } catch (cause) {
    await db.destroy();
    throw cause;
  }
}

/** libsql leaves the write-ahead log behind: folded in, the one file is the whole database, for whoever copies it. */
async function close(db: Kysely<Tables>, engine: Engine): Promise<void> {
  if (engine === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db);
  await db.destroy();
}

function postgres(url: string): Dialect {
  const pool = new pg.Pool({ connectionString: url, max: 10, types: { getTypeParser } });
  // An idle connection that was cut is replaced by the pool; unheard, its error would end the process.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}

const bigint = 20;

/** Change numbers and minor units stay far below 2^53; pg hands bigint over as text otherwise. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  return oid === bigint ? Number : pg.types.getTypeParser(oid, format === 'binary' ? 'text' : format);
}

const settings = ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON'] as const;

function sqlite({ file, encryptionKey }: { readonly file: string; readonly encryptionKey?: string }): Dialect {
  const options = { timeout: 5000, ...(encryptionKey ? { encryptionKey } : {}) };
  const database = new Sqlite(file, options);
  try {
    for (const setting of settings) database.pragma(setting);
  } catch (cause) {
    database.close();
    throw cause;
  }
  return new SqliteDialect({ database: withKeptStatements(database) });
}

/** The statements of the usual work; lists of changing length make ever new ones, which are not worth keeping. */
const keptStatements = 300;

/** Kysely prepares each statement anew, which takes as long as running it: the same text is prepared once. */
function withKeptStatements(database: Sqlite.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(text) {
      const known = kept.get(text);
      if (known) return known;
      // libsql's types know only positional lists; it takes what Kysely hands over.
      const made = database.prepare(text) as SqliteStatement;
      if (kept.size >= keptStatements) kept.clear();
      kept.set(text, made);
      return made;
    },
  };
}

async function migrate(db: Kysely<Tables>, engine: Engine): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrationsFor(engine) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw new Error('The tables could not be made.', { cause: error });
}

/** Two servers may open an empty database at once: the first one names it. */
async function identify(db: Kysely<Tables>): Promise<string> {
  const made = { only: 1, id: randomBytes(12).toString('hex'), made_at: new Date().toISOString() };
  await db
    .insertInto('store')
    .values(made)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { id } = await db.selectFrom('store').select('id').executeTakeFirstOrThrow();
  return id;
}
