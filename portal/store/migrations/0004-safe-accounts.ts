import type { Kysely } from 'kysely';

/** What makes accounts hard to attack. */
export async function makeAccountsSafe(db: Kysely<unknown>): Promise<void> {
  await countFailuresAnew(db);
}

/** The old counts were of a day at most: nobody misses them. */
async function countFailuresAnew(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('sign_in_limit').ifExists().execute();
  await db.schema
    .createTable('sign_in_limit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('account', 'text')
    .addColumn('gone_at', 'bigint', (column) => column.notNull())
    .addColumn('known_until', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('sign_in_limit_of_account').on('sign_in_limit').columns(['account']).execute();
}
