import { sql, type Kysely } from 'kysely';

/**
 * One table for all that is done in the background. Mails that have not gone out and reports that are not made become its
 * rows, given up where they were; who had claimed them is gone with the upgrade.
 */
export async function keepJobs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('job')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('portal', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('due', 'text')
    .addColumn('added_at', 'text', (column) => column.notNull())
    .addColumn('noted_at', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('failure', 'text')
    .addColumn('lease', 'text')
    .addColumn('lease_until', 'text')
    .addColumn('place', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('job_key', ['kind', 'portal', 'subject'])
    .execute();
  await db.schema.createIndex('job_next').on('job').columns(['kind', 'attempts', 'due', 'subject']).execute();
  await moveMails(db);
  await moveReports(db);
}

async function moveMails(db: Kysely<unknown>): Promise<void> {
  await sql`insert into job (kind, portal, subject, due, added_at, noted_at, attempts, failure, place)
    select 'mail', portal, id, case when tries < 40 then created_at end, created_at,
      coalesce(claimed_at, created_at), tries, failure, ''
    from mail where sent_at is null`.execute(db);
  for (const column of ['claimed_at', 'tries', 'failure'])
    await db.schema.alterTable('mail').dropColumn(column).execute();
}

async function moveReports(db: Kysely<unknown>): Promise<void> {
  await sql`insert into job (kind, portal, subject, due, added_at, noted_at, attempts, place)
    select 'report', portal, id, case when status = 'waiting' then asked_at end, asked_at,
      coalesce(claimed_at, asked_at), tries, after_case
    from report where status <> 'made'`.execute(db);
  await db.schema.dropIndex('report_waiting').execute();
  for (const column of ['claimed_at', 'claimed_by', 'tries'])
    await db.schema.alterTable('report').dropColumn(column).execute();
}
