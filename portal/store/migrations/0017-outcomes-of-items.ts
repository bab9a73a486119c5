import type { Kysely } from 'kysely';

/** What became of each item of a command that has some stands beside what became of the command. */
export async function keepItems(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('outcome').addColumn('items', 'text').execute();
}
