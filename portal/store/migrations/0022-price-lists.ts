import type { Kysely } from 'kysely';

/** Price lists of portals; their items lie apart, because they are read whole and seldom (docs/decisions/0052). */
export async function keepPriceLists(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('price_list')
    .addColumn('portal', 'text', (column) => column.notNull().references('portal.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('mark', 'bigint', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('valid_from', 'text', (column) => column.notNull())
    .addColumn('valid_until', 'text')
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('items', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('price_list_key', ['portal', 'id'])
    .addUniqueConstraint('price_list_named', ['portal', 'name', 'valid_from'])
    .execute();
  await db.schema
    .createTable('price_list_items')
    .addColumn('portal', 'text', (column) => column.notNull())
    .addColumn('list', 'text', (column) => column.notNull())
    .addColumn('items', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('price_list_items_key', ['portal', 'list'])
    .addForeignKeyConstraint('price_list_items_list', ['portal', 'list'], 'price_list', ['portal', 'id'])
    .execute();
  await db.schema
    .alterTable('portal')
    .addColumn('price_lists_changed', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
}
