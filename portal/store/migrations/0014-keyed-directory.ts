import { sql, type Kysely } from 'kysely';

const keyed = ['company_in_portal', 'office_terms', 'membership'] as const;

/**
 * When each entry of a portal's directory was changed last, and what was taken out. What is there was changed with the
 * directory's last change at the latest.
 */
export async function keyDirectory(db: Kysely<unknown>): Promise<void> {
  for (const table of keyed) {
    await db.schema
      .alterTable(table)
      .addColumn('directory_changed', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
    const name = sql.table(table);
    await sql`update ${name} set directory_changed =
      (select portal.directory_changed from portal where portal.id = ${name}.portal)`.execute(db);
    await db.schema.createIndex(`${table}_changed`).on(table).columns(['portal', 'directory_changed']).execute();
  }
  await db.schema.createIndex('membership_of_member').on('membership').columns(['member', 'portal']).execute();
  await db.schema
    .createTable('directory_gone')
    .addColumn('portal', 'text', (column) => column.notNull().references('portal.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('company', 'text', (column) => column.notNull())
    .addColumn('change', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('directory_gone_key', ['portal', 'kind', 'id', 'company'])
    .execute();
  await db.schema.createIndex('directory_gone_change').on('directory_gone').columns(['portal', 'change']).execute();
}
