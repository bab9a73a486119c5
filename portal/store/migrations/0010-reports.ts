import type { Kysely } from 'kysely';

/** Reports that somebody asked for, and the rows made of them so far. */
export async function addReports(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('report')
    .addColumn('portal', 'text', (column) => column.notNull().references('portal.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('member', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('from_day', 'text', (column) => column.notNull())
    .addColumn('to_day', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('total', 'integer', (column) => column.notNull())
    .addColumn('done', 'integer', (column) => column.notNull())
    .addColumn('rows', 'integer', (column) => column.notNull())
    .addColumn('after_case', 'text', (column) => column.notNull())
    .addColumn('claimed_at', 'text')
    .addColumn('claimed_by', 'text')
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('made_at', 'text')
    .addPrimaryKeyConstraint('report_key', ['portal', 'id'])
    .execute();
  await db.schema.createIndex('report_waiting').on('report').columns(['status', 'asked_at']).execute();
  await db.schema.createIndex('report_of_member').on('report').columns(['portal', 'member']).execute();
  await db.schema
    .createTable('report_row')
    .addColumn('portal', 'text', (column) => column.notNull())
    .addColumn('report', 'text', (column) => column.notNull())
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('hidden', 'text', (column) => column.notNull())
    .addColumn('cells', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('report_row_key', ['portal', 'report', 'case_id'])
    .execute();
}
