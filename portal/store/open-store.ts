import { randomBytes } from 'node:crypto';
import { Kysely, sql, type RawBuilder } from 'kysely';
import { checkKey } from './check-key.ts';
import type { Engine } from './engine.ts';
import { migrate } from './migrate.ts';
import { migrationsFor } from './migrations.ts';
import { usualPatience, type Patience } from './patience.ts';
import { postgresDialect } from './postgres-dialect.ts';
import { inUpgrade } from './postgres-upgrade.ts';
import { sqliteDialect, type SqliteFile } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

/** An open database, migrated. */
export interface Store {
  readonly db: Kysely<Tables>;
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
  if ('file' in address) checkKey(address);
  const db = new Kysely<Tables>({
    dialect: 'url' in address ? postgresDialect(address.url, patienceOf(address)) : sqliteDialect(address),
  });
  try {
    const upgrade = (of: Kysely<Tables>): Promise<void> => migrate(of, migrationsFor(engine));
    await ('url' in address ? inUpgrade(address.url, upgrade) : upgrade(db));
    const storeId = await identify(db, engine);
    const [url, patience] = 'url' in address ? [address.listenUrl ?? address.url, patienceOf(address)] : [null, null];
    return { db, engine, storeId, url, patience, close: () => close(db, engine) };
  } catch (cause) {
    await db.destroy();
    throw cause;
  }
}

function patienceOf({ patience }: PostgresAddress): Patience {
  return { ...usualPatience, ...patience };
}

/** libsql leaves the write-ahead log behind: folded in, the one file is the whole database, for whoever copies it. */
async function close(db: Kysely<Tables>, engine: Engine): Promise<void> {
  try {
    if (engine === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db);
  } finally {
    await db.destroy();
  }
}

/** The database's own clock, as a Moment. */
const momentOf: Readonly<Record<Engine, RawBuilder<string>>> = {
  sqlite: sql`strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`,
  postgres: sql`to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
};

/** Two servers may open an empty database at once: the first one names it. */
async function identify(db: Kysely<Tables>, engine: Engine): Promise<string> {
  await db
    .insertInto('store')
    .values({ only: 1, id: randomBytes(12).toString('hex'), made_at: momentOf[engine] })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { id } = await db.selectFrom('store').select('id').executeTakeFirstOrThrow();
  return id;
}
