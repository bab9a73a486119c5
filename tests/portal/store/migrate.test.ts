import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '../../../portal/store/migrate.ts';
import { migrationsFor } from '../../../portal/store/migrations.ts';
import { usualPatience } from '../../../portal/store/patience.ts';
import { postgresDialect } from '../../../portal/store/postgres-dialect.ts';
import { sqliteDialect } from '../../../portal/store/sqlite-dialect.ts';
import { openStore, type StoreAddress } from '../../../portal/store/open-store.ts';
import type { Tables } from '../../../portal/store/tables.ts';
import type { Engine } from '../../../portal/store/engine.ts';
import { someSettings } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { asFirstReleased } from '../../support/first-release.ts';
import { aPortalServer, lineOf } from '../../support/portal-server.ts';
import { createDatabase } from '../../support/postgres.ts';
import { aQuickFolder } from '../../support/quick-folder.ts';

/** A database that nothing was done to yet. */
async function aDatabase(engine: Engine): Promise<Kysely<Tables>> {
  const folder = aQuickFolder('migrate');
  const dialect =
    engine === 'postgres'
      ? postgresDialect(await createDatabase(), usualPatience)
      : sqliteDialect({ file: join(folder, 'portal.db') });
  const db = new Kysely<Tables>({ dialect });
  onTestFinished(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true });
  });
  return db;
}

/** Two more migrations, the last of which breaks off half way. */
function withMore(engine: Engine, breakOff: () => void) {
  return {
    ...migrationsFor(engine),
    '9998-fine': { up: async (db: Kysely<unknown>) => db.schema.createTable('fine').addColumn('id', 'text').execute() },
    '9999-mended': {
      up: async (db: Kysely<unknown>) => {
        await db.schema.createTable('half').addColumn('id', 'text').execute();
        await db.schema.alterTable('company').addColumn('half', 'text').execute();
        await sql`update company set half = 'made'`.execute(db);
        breakOff();
      },
    },
  };
}

function breakOff(): never {
  throw new Error('half way');
}

/** Every table with its columns, and what the companies are. */
async function all(db: Kysely<Tables>) {
  const tables = await db.introspection.getTables();
  const companies = await db.selectFrom('company').selectAll().execute();
  return { tables: tables.map(({ name, columns }) => [name, columns.map((column) => column.name)]), companies };
}

test.each(engines)('migrations that break off leave nothing, mended they are made on $engine', async ({ engine }) => {
  const db = await aDatabase(engine);
  await expect(migrate(db, withMore(engine, breakOff))).rejects.toThrow('could not be made');
  expect(await db.introspection.getTables()).toEqual([]);

  await migrate(db, migrationsFor(engine));
  await db.insertInto('company').values({ id: 'c', name: 'C', side: 'partner' }).execute();
  const before = await all(db);
  await expect(migrate(db, withMore(engine, breakOff))).rejects.toThrow('could not be made');
  expect(await all(db)).toEqual(before);

  await migrate(
    db,
    withMore(engine, () => undefined),
  );
  const { tables, companies } = await all(db);
  expect(tables.map(([name]) => name)).toEqual(expect.arrayContaining(['fine', 'half']));
  expect(companies).toEqual([{ id: 'c', name: 'C', side: 'partner', half: 'made' }]);
});

test.each(engines)(
  'what waited or was given up before there were jobs waits or is given up on $engine',
  async ({ engine }) => {
    const db = await aDatabase(engine);
    const before = Object.entries(migrationsFor(engine)).filter(([name]) => name < '0015');
    await migrate(db, Object.fromEntries(before));
    // As it was then.
    const old = db as unknown as Kysely<Record<string, Record<string, unknown>>>;
    const at = '2026-11-20T08:00:00.000Z';
    const claimed = '2026-11-20T09:00:00.000Z';
    const letter = {
      portal: '',
      to_address: 'a@example.com',
      subject: 's',
      text: 't',
      message_id: '<1@x>',
      check_text: 'null',
    };
    const mail = { ...letter, created_at: at, claimed_at: claimed, sent_at: null };
    await old
      .insertInto('mail')
      .values(
        [
          { ...mail, id: 'mail-1', claimed_at: null, tries: 0 },
          { ...mail, id: 'mail-2', tries: 7, failure: 'EENVELOPE 550' },
          { ...mail, id: 'mail-3', tries: 40, failure: 'ETIMEDOUT' },
          { ...mail, id: 'mail-4', tries: 1, sent_at: at },
        ].map((row) => ({ failure: null, ...row })),
      )
      .execute();
    const rows: readonly (readonly [table: string, row: Record<string, unknown>])[] = [
      ['company', { id: 'nordic', name: 'Nordic', side: 'insurer' }],
      ['person', { id: 'p', name: 'P', email: 'p@example.com' }],
      ['member', { id: 'm', person: 'p', company: 'nordic' }],
      ['portal', { id: 'portal', name: 'Nordic', settings: '{}', directory_changed: 0, settings_changed: 0 }],
    ];
    for (const [table, row] of rows) await old.insertInto(table).values(row).execute();
    const period = { from_day: '2026-01-01', to_day: '2026-12-31', state: 'all', total: 130, rows: 50, done: 50 };
    const report = { portal: 'portal', member: 'm', asked_at: at, ...period, after_case: 'case-50', made_at: null };
    await old
      .insertInto('report')
      .values([
        { ...report, id: 'report-1', status: 'waiting', tries: 1, claimed_at: claimed, claimed_by: 'gone' },
        { ...report, id: 'report-2', status: 'failed', tries: 5, claimed_at: claimed, claimed_by: 'gone' },
        { ...report, id: 'report-3', status: 'made', tries: 0, claimed_at: null, claimed_by: null },
      ])
      .execute();

    await migrate(db, migrationsFor(engine));
    const jobs = await db.selectFrom('job').selectAll().orderBy('subject').execute();
    const job = { added_at: at, noted_at: claimed, lease: null, lease_until: null };
    expect(jobs).toEqual([
      {
        ...job,
        kind: 'mail',
        portal: '',
        subject: 'mail-1',
        due: at,
        attempts: 0,
        failure: null,
        noted_at: at,
        place: '',
      },
      {
        ...job,
        kind: 'mail',
        portal: '',
        subject: 'mail-2',
        due: at,
        attempts: 7,
        failure: 'EENVELOPE 550',
        place: '',
      },
      { ...job, kind: 'mail', portal: '', subject: 'mail-3', due: null, attempts: 40, failure: 'ETIMEDOUT', place: '' },
      {
        ...job,
        kind: 'report',
        portal: 'portal',
        subject: 'report-1',
        due: at,
        attempts: 1,
        failure: null,
        place: 'case-50',
      },
      {
        ...job,
        kind: 'report',
        portal: 'portal',
        subject: 'report-2',
        due: null,
        attempts: 5,
        failure: null,
        place: 'case-50',
      },
    ]);
    expect(await db.selectFrom('mail').selectAll().execute()).toHaveLength(4);
    expect(await db.selectFrom('report').selectAll().where('id', '=', 'report-1').execute()).toEqual([
      { ...report, id: 'report-1', status: 'waiting' },
    ]);
  },
);

/** Carla, marked and with a limit of her own, her office, and a mail that waits, as 0.1.0 kept them. */
async function fill(db: Kysely<Record<string, Record<string, unknown>>>): Promise<void> {
  const portal = 'nordic-portal';
  const settings = JSON.stringify(someSettings());
  const at = '2026-11-20T08:00:00.000Z';
  const keys = { portal, member: 'carla', standing_changed: 1, audience_changed: 1, level: 2, active: 1, marked: 1 };
  const terms = { limit_kind: 'other', limit_amount: 700_000, certified: '["drying"]', budget_permission: 0 };
  const letter = { portal, id: 'mail-1', to_address: 'carla@example.com', subject: 's', text: 't', created_at: at };
  const tries = { message_id: '<1@x>', check_text: 'null', claimed_at: at, tries: 2 };
  const rows: readonly (readonly [table: string, row: Record<string, unknown>])[] = [
    ['company', { id: 'arvio', name: 'Arvio Oy', side: 'partner' }],
    ['office', { id: 'arvio-kuopio', company: 'arvio', name: 'Arvio Kuopio', street: '', postal_code: '', city: '' }],
    ['person', { id: 'carla-person', name: 'Carla C.', email: 'carla@example.com' }],
    ['member', { id: 'carla', person: 'carla-person', company: 'arvio', office: 'arvio-kuopio' }],
    ['portal', { id: portal, name: 'Nordic Mutual', settings, directory_changed: 1, settings_changed: 1 }],
    ['portal_counter', { portal, number: 1 }],
    ['change_mark', { portal, number: 1, mark: 'm', at }],
    ['company_in_portal', { portal, company: 'arvio' }],
    ['office_terms', { portal, office: 'arvio-kuopio', available: 1, in_network: 1, services: '["drying"]' }],
    ['membership', { ...keys, ...terms }],
    ['mail', { ...letter, ...tries }],
  ];
  for (const [table, row] of rows) await db.insertInto(table).values(row).execute();
}

test.each(engines)(
  'a database of the first release, with what is in it, serves what came since on $engine',
  async ({ engine }) => {
    const folder = aQuickFolder('first');
    const file = join(folder, 'portal.db');
    const address: StoreAddress = engine === 'postgres' ? { url: await createDatabase() } : { file };
    await asFirstReleased(address, fill);
    const server = await aPortalServer(engine, { store: await openStore(address) });
    onTestFinished(async () => {
      await server.close();
      rmSync(folder, { recursive: true });
    });
    const [bertil, oona] = [await server.as('bertil'), await server.as('oona')];
    const seen = async () => {
      const directory = lineOf(await bertil.pages(), 'directory');
      return [
        directory?.members.find(({ id }) => id === 'carla'),
        directory?.offices.find(({ id }) => id === 'arvio-kuopio'),
      ] as const;
    };
    const [carla, office] = await seen();
    const limit = { kind: 'other', amount: 700_000 };
    expect(carla).toMatchObject({ name: 'Carla C.', level: 2, marked: true, limit, away: null, invited: { at: null } });
    expect(office).toMatchObject({ position: null, services: ['drying'], marked: 2 });

    // App 0.1.0 names no revision, and nothing was changed since.
    const mark = { marked: false, limit: { kind: 'default' } } as const;
    const place = { postalCode: '70100', position: { latitude: 62, longitude: 27 } };
    for (const outcome of [
      await bertil.issue('mark-member', 'carla', mark),
      await bertil.issue('change-office', 'arvio-kuopio', { place }),
      await bertil.issue('invite-again', 'carla', {}),
    ])
      expect(outcome).toMatchObject({ kind: 'carried-out' });
    const log = await bertil.request('/settings-log/nordic-portal?kind=member&id=carla');
    expect(await log.json()).toMatchObject([
      { what: 'invite-again', before: { invited: { at: null } } },
      { what: 'mark-member', before: { marked: true, limit }, after: { marked: false } },
    ]);
    expect((await seen())[1]).toMatchObject({ ...place, marked: 1 });
    const health = await oona.request('/operator/health');
    const failed = { id: 'mail-1', to: 'carla@example.com', tries: 2, failure: null };
    expect(await health.json()).toMatchObject({ mailsFailed: 1, failedMails: [failed] });
    const asked = { from: '2026-01-01', to: '2026-12-31', state: 'all' };
    const body = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(asked) };
    expect((await bertil.request('/reports/nordic-portal', body)).status).toBe(200);
  },
);
