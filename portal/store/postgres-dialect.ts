import { PostgresAdapter, PostgresDialect, type Dialect } from 'kysely';
import pg from 'pg';
import type { Patience } from './patience.ts';
import { borrowClient } from './postgres-client.ts';

/** Connections of each of the two pools; with the one that listens, a portal server holds 17 at most. */
const connections = 8;

/**
 * PostgreSQL through two pools: what only reads has connections of its own, so that it is answered while every change
 * waits for a lock (docs/postgresql.md).
 */
export function postgresDialect(url: string, patience: Patience): Dialect {
  const pools = { reads: poolOf(url, patience), changes: poolOf(url, patience) };
  const dialect = new PostgresDialect({
    pool: {
      options: {},
      connect: async () => borrowClient(pools, patience),
      end: async () => void (await Promise.all([pools.reads.end(), pools.changes.end()])),
    },
  });
  return Object.assign(dialect, { createAdapter: () => adapter });
}

/** The upgrade takes a lock of its own (postgres-upgrade.ts). */
const adapter = Object.assign(new PostgresAdapter(), {
  acquireMigrationLock: async () => undefined,
  releaseMigrationLock: async () => undefined,
});

function poolOf(url: string, patience: Patience): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: patience.connect,
    query_timeout: patience.answer,
    keepAlive: true,
    types: { getTypeParser },
  });
  // An idle connection that was cut is replaced by the pool; unheard, its error would end the process.
  pool.on('error', () => undefined);
  return pool;
}

const bigint = 20;

/** Change numbers and minor units stay far below 2^53; pg hands bigint over as text otherwise. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  return oid === bigint ? Number : pg.types.getTypeParser(oid, format === 'binary' ? 'text' : format);
}
