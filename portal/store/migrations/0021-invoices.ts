import type { Kysely } from 'kysely';

/** The numbers of a company's invoices in a portal, each once (docs/decisions/0050), and what lists know of invoices. */
export async function keepInvoices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('invoice_number')
    .addColumn('portal', 'text', (column) => column.notNull().references('portal.id'))
    .addColumn('company', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('invoice', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('invoice_number_key', ['portal', 'company', 'number'])
    .execute();
  await db.schema
    .alterTable('case_file')
    .addColumn('row_invoices', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute();
}
