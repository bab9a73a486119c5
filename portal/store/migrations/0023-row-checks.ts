import type { Kysely } from 'kysely';

/** What lists know of approvals that the insurer looks at as well, and of settlements that wait: there were none before. */
export async function keepRowChecks(db: Kysely<unknown>): Promise<void> {
  for (const column of ['row_checks', 'row_settlements']) {
    await db.schema
      .alterTable('case_file')
      .addColumn(column, 'text', (added) => added.notNull().defaultTo('[]'))
      .execute();
  }
}
