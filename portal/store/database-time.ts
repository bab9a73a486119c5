import { sql, type RawBuilder } from 'kysely';
import type { Engine } from './engine.ts';

/**
 * The database's own clock as a Moment, so many milliseconds from now: it is one and the same for all portal servers on
 * it. Also inside a transaction it goes on.
 */
export function databaseTime(engine: Engine, milliseconds = 0): RawBuilder<string> {
  if (engine === 'sqlite') return sql`strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ${`${milliseconds / 1000} seconds`})`;
  // As a query of its own it is worked out once a statement, not once a row.
  return sql`(select to_char(
    (clock_timestamp() + ${milliseconds}::float8 * interval '1 millisecond') at time zone 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'
  ))`;
}
