import type { Kysely } from 'kysely';

/** What lists know of approvals that the insurer looks at as well: there were none before. */
export async function keepRowChecks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('case_file')
    .addColumn('row_checks', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute();
}
