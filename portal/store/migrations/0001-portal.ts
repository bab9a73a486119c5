import { sql, type Kysely } from 'kysely';
import type { Engine } from '../engine.ts';

/** Everything but accounts and imports. Each statement may be run again: SQLite once kept what a killed migration had made. */
export function makePortalTables(engine: Engine): (db: Kysely<unknown>) => Promise<void> {
  const bytes = engine === 'postgres' ? sql`bytea` : sql`blob`;
  return async (db) => {
    await makeGlobalTables(db);
    await makeTenantTables(db);
    await makeCaseTables(db);
    await makeConsequenceTables(db, bytes);
  };
}

async function makeGlobalTables(db: Kysely<unknown>): Promise<void> {
  const table = (name: string) => db.schema.createTable(name).ifNotExists();
  await table('store')
    .addColumn('only', 'integer', (column) => column.primaryKey())
    .addColumn('id', 'text', notNull)
    .addColumn('made_at', 'text', notNull)
    .execute();
  await table('person')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', notNull)
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .execute();
  await table('company')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', notNull)
    .addColumn('side', 'text', notNull)
    .execute();
  await table('office')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('company', 'text', (column) => column.notNull().references('company.id'))
    .addColumn('name', 'text', notNull)
    .addColumn('street', 'text', notNull)
    .addColumn('postal_code', 'text', notNull)
    .addColumn('city', 'text', notNull)
    .addColumn('latitude', 'double precision')
    .addColumn('longitude', 'double precision')
    .execute();
  await table('member')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('company', 'text', (column) => column.notNull().references('company.id'))
    .addColumn('office', 'text', (column) => column.references('office.id'))
    .execute();
  await db.schema.createIndex('member_of_person').ifNotExists().on('member').columns(['person', 'id']).execute();
}

async function makeTenantTables(db: Kysely<unknown>): Promise<void> {
  const table = (name: string) => db.schema.createTable(name).ifNotExists();
  await table('portal')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', notNull)
    .addColumn('settings', 'text', notNull)
    .addColumn('directory_changed', 'bigint', notNull)
    .addColumn('settings_changed', 'bigint', notNull)
    .execute();
  await table('portal_counter')
    .addColumn('portal', 'text', (column) => column.primaryKey().references('portal.id'))
    .addColumn('number', 'bigint', notNull)
    .execute();
  await table('change_mark')
    .addColumn('portal', 'text', notNull)
    .addColumn('number', 'bigint', notNull)
    .addColumn('mark', 'text', notNull)
    .addColumn('at', 'text', notNull)
    .addPrimaryKeyConstraint('change_mark_key', ['portal', 'number'])
    .execute();
  await table('company_in_portal')
    .addColumn('portal', 'text', (column) => column.notNull().references('portal.id'))
    .addColumn('company', 'text', (column) => column.notNull().references('company.id'))
    .addPrimaryKeyConstraint('company_in_portal_key', ['portal', 'company'])
    .execute();
  await table('office_terms')
    .addColumn('portal', 'text', (column) => column.notNull().references('portal.id'))
    .addColumn('office', 'text', (column) => column.notNull().references('office.id'))
    .addColumn('available', 'integer', notNull)
    .addColumn('in_network', 'integer', notNull)
    .addColumn('services', 'text', notNull)
    .addPrimaryKeyConstraint('office_terms_key', ['portal', 'office'])
    .execute();
  await table('membership')
    .addColumn('portal', 'text', (column) => column.notNull().references('portal.id'))
    .addColumn('member', 'text', (column) => column.notNull().references('member.id'))
    .addColumn('level', 'integer', notNull)
    .addColumn('active', 'integer', notNull)
    .addColumn('marked', 'integer', notNull)
    .addColumn('limit_kind', 'text', notNull)
    .addColumn('limit_amount', 'bigint')
    .addColumn('certified', 'text', notNull)
    .addColumn('budget_permission', 'integer', notNull)
    .addColumn('deputy', 'text')
    .addColumn('standing_changed', 'bigint', notNull)
    .addColumn('audience_changed', 'bigint', notNull)
    .addPrimaryKeyConstraint('membership_key', ['portal', 'member'])
    .execute();
}

async function makeCaseTables(db: Kysely<unknown>): Promise<void> {
  const table = (name: string) => db.schema.createTable(name).ifNotExists();
  const index = (name: string) => db.schema.createIndex(name).ifNotExists();
  await table('case_file')
    .addColumn('portal', 'text', notNull)
    .addColumn('id', 'text', notNull)
    .addColumn('number', 'text', notNull)
    .addColumn('claim_number', 'text', notNull)
    .addColumn('state', 'text', notNull)
    .addColumn('version', 'integer', notNull)
    .addColumn('role_office', 'text')
    .addColumn('role_user', 'text')
    .addColumn('aggregate', 'text', notNull)
    .addPrimaryKeyConstraint('case_file_key', ['portal', 'id'])
    .execute();
  await index('case_of_role_user').on('case_file').columns(['portal', 'role_user']).execute();
  await index('case_of_claim').on('case_file').columns(['portal', 'claim_number']).execute();
  await table('case_person')
    .addColumn('portal', 'text', notNull)
    .addColumn('case_id', 'text', notNull)
    .addColumn('member', 'text', notNull)
    .addPrimaryKeyConstraint('case_person_key', ['portal', 'case_id', 'member'])
    .execute();
  await index('case_of_person').on('case_person').columns(['portal', 'member']).execute();
  await table('entry')
    .addColumn('portal', 'text', notNull)
    .addColumn('case_id', 'text', notNull)
    .addColumn('seq', 'integer', notNull)
    .addColumn('kind', 'text', notNull)
    .addColumn('body', 'text', notNull)
    .addColumn('change', 'bigint', notNull)
    .addPrimaryKeyConstraint('entry_key', ['portal', 'case_id', 'seq'])
    .execute();
  await table('case_view')
    .addColumn('portal', 'text', notNull)
    .addColumn('audience', 'text', notNull)
    .addColumn('case_id', 'text', notNull)
    .addColumn('gained', 'bigint', notNull)
    .addColumn('lost', 'bigint')
    .addColumn('lost_reason', 'text')
    .addColumn('changed', 'bigint', notNull)
    .addColumn('changed_at', 'text', notNull)
    .addColumn('number', 'text', notNull)
    .addColumn('row', 'text', notNull)
    .addColumn('body', 'text', notNull)
    .addPrimaryKeyConstraint('case_view_key', ['portal', 'audience', 'case_id'])
    .execute();
  await index('case_view_changed').on('case_view').columns(['portal', 'audience', 'changed', 'case_id']).execute();
  await index('case_view_of_case').on('case_view').columns(['portal', 'case_id']).execute();
  await table('reading')
    .addColumn('portal', 'text', notNull)
    .addColumn('member', 'text', notNull)
    .addColumn('case_id', 'text', notNull)
    .addColumn('messages', 'bigint', notNull)
    .addColumn('changed', 'bigint', notNull)
    .addPrimaryKeyConstraint('reading_key', ['portal', 'member', 'case_id'])
    .execute();
  await index('reading_changed').on('reading').columns(['portal', 'member', 'changed']).execute();
}

async function makeConsequenceTables(db: Kysely<unknown>, bytes: ReturnType<typeof sql>): Promise<void> {
  const table = (name: string) => db.schema.createTable(name).ifNotExists();
  const index = (name: string) => db.schema.createIndex(name).ifNotExists();
  await table('outcome')
    .addColumn('portal', 'text', notNull)
    .addColumn('account', 'text', notNull)
    .addColumn('command', 'text', notNull)
    .addColumn('subject', 'text', notNull)
    .addColumn('fingerprint', 'text', notNull)
    .addColumn('kind', 'text', notNull)
    .addColumn('refusal', 'text')
    .addColumn('change', 'bigint', notNull)
    .addColumn('at', 'text', notNull)
    .addColumn('skew', 'bigint')
    // The command before the account: one look finds who else used the same id.
    .addPrimaryKeyConstraint('outcome_key', ['portal', 'command', 'account'])
    .execute();
  await table('notice')
    .addColumn('portal', 'text', notNull)
    .addColumn('member', 'text', notNull)
    .addColumn('id', 'text', notNull)
    .addColumn('kind', 'text', notNull)
    .addColumn('case_id', 'text', notNull)
    .addColumn('number', 'text', notNull)
    .addColumn('change', 'bigint', notNull)
    .addColumn('at', 'text', notNull)
    .addPrimaryKeyConstraint('notice_key', ['portal', 'member', 'id'])
    .execute();
  await index('notice_change').on('notice').columns(['portal', 'member', 'change']).execute();
  await table('mail')
    .addColumn('portal', 'text', notNull)
    .addColumn('id', 'text', notNull)
    .addColumn('to_address', 'text', notNull)
    .addColumn('subject', 'text', notNull)
    .addColumn('text', 'text', notNull)
    .addColumn('message_id', 'text', notNull)
    .addColumn('check_text', 'text', notNull)
    .addColumn('created_at', 'text', notNull)
    .addColumn('claimed_at', 'text')
    .addColumn('sent_at', 'text')
    .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('mail_key', ['portal', 'id'])
    .execute();
  await index('mail_waiting').on('mail').columns(['sent_at', 'created_at']).execute();
  await table('stored_file')
    .addColumn('portal', 'text', notNull)
    .addColumn('id', 'text', notNull)
    .addColumn('case_id', 'text', notNull)
    .addColumn('uploader', 'text', notNull)
    .addColumn('name', 'text', notNull)
    .addColumn('size', 'integer', notNull)
    .addColumn('sha256', 'text', notNull)
    .addColumn('media_type', 'text', notNull)
    .addColumn('content', bytes, notNull)
    .addColumn('attached_by', 'text')
    .addColumn('at', 'text', notNull)
    .addPrimaryKeyConstraint('stored_file_key', ['portal', 'id'])
    .execute();
}

function notNull<Column extends { notNull(): Column }>(column: Column): Column {
  return column.notNull();
}
