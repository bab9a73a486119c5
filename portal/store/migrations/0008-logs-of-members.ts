import type { Kysely } from 'kysely';

/** What is changed of a member is written down like what is changed of an office. */
export async function logMembers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('settings_log')
    .addColumn('member', 'text', (column) => column.references('member.id'))
    .execute();
}
