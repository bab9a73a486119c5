import type { Kysely } from 'kysely';

/** Offices may have working hours and closed days of their own, and what is changed of the settings is written down. */
export async function keepCalendars(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('office_terms').addColumn('calendar', 'text').execute();
  await db.schema
    .createTable('settings_log')
    .addColumn('portal', 'text', (column) => column.notNull().references('portal.id'))
    .addColumn('change', 'bigint', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('command', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('by_name', 'text', (column) => column.notNull())
    .addColumn('office', 'text', (column) => column.references('office.id'))
    .addColumn('before', 'text', (column) => column.notNull())
    .addColumn('after', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('settings_log_key', ['portal', 'change'])
    .execute();
}
