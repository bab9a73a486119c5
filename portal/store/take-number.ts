import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { RowChange } from './case-rows.ts';
import { databaseTime } from './database-time.ts';
import type { Engine } from './engine.ts';
import type { Tables } from './tables.ts';

/** Takes the next change number of a portal in a migration, with its mark: what an upgrade changes is a change like others. */
export async function takeNumber(engine: Engine, db: Kysely<Tables>, portal: string): Promise<RowChange> {
  const { number } = await db
    .updateTable('portal_counter')
    .set((set) => ({ number: set('number', '+', 1) }))
    .where('portal', '=', portal)
    .returning('number')
    .executeTakeFirstOrThrow();
  const { at } = await db
    .insertInto('change_mark')
    .values({ portal, number, mark: randomBytes(12).toString('base64url'), at: databaseTime(engine) })
    .returning('at')
    .executeTakeFirstOrThrow();
  return { portal, number, at };
}
