import { PostgresDialect, type Dialect } from 'kysely';
import pg from 'pg';

/** PostgreSQL through a pool of connections. */
export function postgresDialect(url: string): Dialect {
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
