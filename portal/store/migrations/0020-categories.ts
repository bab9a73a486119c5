import type { Kysely } from 'kysely';

/** Categories of offices, apart from the directory and the settings, which everybody of a portal is given (docs/decisions/0045). */
export async function keepCategories(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('category_list')
    .addColumn('portal', 'text', (column) => column.notNull().references('portal.id'))
    .addColumn('categories', 'text', (column) => column.notNull())
    .addColumn('revision', 'text')
    .addColumn('changed', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('category_list_key', ['portal'])
    .execute();
  await db.schema
    .createTable('office_categories')
    .addColumn('portal', 'text', (column) => column.notNull().references('portal.id'))
    .addColumn('office', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('categories', 'text', (column) => column.notNull())
    .addColumn('revision', 'text')
    .addColumn('changed', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('office_categories_key', ['portal', 'office'])
    .execute();
  await db.schema
    .createIndex('office_categories_changed')
    .on('office_categories')
    .columns(['portal', 'changed'])
    .execute();
  await db.schema
    .alterTable('portal')
    .addColumn('categories_changed', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable('settings_log')
    .addColumn('categories', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
}
