import { setTimeout as elapsed } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sweepPortals } from '../../../portal/commands/sweep-portals.ts';
import { createJobs, type Jobs } from '../../../portal/jobs/create-jobs.ts';
import { reportWork } from '../../../portal/reports/report-work.ts';
import { retryJob } from '../../../portal/jobs/failed-jobs.ts';
import { LeaseLost } from '../../../portal/jobs/job.ts';
import { claimNext, holdLease } from '../../../portal/jobs/leases.ts';
import { databaseTime } from '../../../portal/store/database-time.ts';
import type { AccountTables } from '../../../portal/store/account-tables.ts';
import {
  reportPreviewSchema,
  reportsSchema,
  type Report,
  type ReportPreview,
} from '../../../shared/contract/reports.ts';
import { fromMilliseconds, toMilliseconds } from '../../../shared/domain/moment.ts';
import { aBudget, aContent, aRole, aTask } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { jobsOf, makeDue, runOutLeases } from '../../support/jobs.ts';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';

const reports = '/reports/nordic-portal';
const all = { from: '2026-01-01', to: '2026-12-31', state: 'all' };
const day = 86_400_000;
/** The column in which the seed wants the e-mail, and that of the budgets. */
const [email, submitted] = [11, 19];

describe.each(engines)('reports on $engine', ({ engine }) => {
  let server: TestServer;
  beforeEach(async () => {
    server = await aPortalServer(engine);
  });
  afterEach(() => server.close());

  const worker = (): Jobs => createJobs(server.deps, { report: reportWork(server.deps) });

  async function asks(member: string, body: object = all): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return (await server.as(member)).request(reports, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async function ask(member: string): Promise<string> {
    const asked = await asks(member);
    expect(asked.status).toBe(200);
    return ((await asked.json()) as { id: string }).id;
  }

  async function made(member: string): Promise<string> {
    const id = await ask(member);
    await worker().runDue();
    return id;
  }

  async function listed(member: string): Promise<readonly Report[]> {
    return reportsSchema.parse(await (await (await server.as(member)).request(reports)).json());
  }

  async function look(member: string, id: string): Promise<ReportPreview> {
    return reportPreviewSchema.parse(await (await (await server.as(member)).request(`${reports}/${id}`)).json());
  }

  async function status(member: string, path: string, method = 'GET'): Promise<number> {
    return (await (await server.as(member)).request(`${reports}${path}`, { method })).status;
  }

  const addMany = (count: number): Promise<void> =>
    server.addCases(
      'nordic-portal',
      Array.from({ length: count }, (_, index) => aContent({ id: `case-${index}`, number: `NM-${1000 + index}` })),
    );

  const rowsOf = async (id: string): Promise<number> =>
    (await server.store.db.selectFrom('report_row').selectAll().where('report', '=', id).execute()).length;

  /** Time later, in which everybody was seen often enough to be signed in still. */
  async function later(milliseconds: number): Promise<void> {
    server.clock.now = fromMilliseconds(toMilliseconds(server.clock.now) + milliseconds);
    const sessions = server.store.db.withTables<AccountTables>().updateTable('auth_session');
    await sessions.set({ expires_at: '2100-01-01T00:00:00.000Z' }).execute();
  }

  /** Works until the first slice is there, and then no more. */
  async function beginOnly(first: Jobs): Promise<void> {
    const working = first.runDue();
    while (!(await listed('bertil'))[0]?.done) await elapsed(0);
    await first.stop();
    await working;
  }

  test('one that is broken off tells how far it is, and another server goes on where it was', async () => {
    await addMany(130);
    const id = await ask('bertil');
    expect(await listed('bertil')).toMatchObject([{ id, status: 'waiting', done: 0, total: 130, madeAt: null }]);
    await beginOnly(worker());
    const [begun] = await listed('bertil');
    // A slice or two: who looks does not wait for who writes.
    const done = begun?.done ?? 0;
    expect([50, 100]).toContain(done);
    expect(begun).toMatchObject({ status: 'waiting', total: 130, rows: done, askedBy: 'Bertil Person' });
    expect(await status('bertil', `/${id}/file?format=csv`)).toBe(404);

    // A server that died without a word has its lease until that runs out.
    const lease = { lease: 'of a dead server', lease_until: databaseTime(engine, 20_000) };
    await server.store.db.updateTable('job').set(lease).execute();
    expect(await worker().runDue()).toBe(0);
    await runOutLeases(server);
    const slices = await Promise.all([worker().runDue(), worker().runDue()]);
    expect(slices.reduce((sum, each) => sum + each)).toBe(Math.ceil((130 - done) / 50));
    expect(await listed('bertil')).toMatchObject([{ status: 'made', done: 130, total: 130, rows: 130 }]);
    const file = await (await server.as('bertil')).request(`${reports}/${id}/file?format=csv`);
    const lines = (await file.text()).trimEnd().split('\r\n');
    expect(lines.slice(1).map((line) => line.slice(0, 7))).toEqual(
      Array.from({ length: 130 }, (_, index) => `NM-${1000 + index}`),
    );
    expect(file.headers.get('rows-left-out')).toBe('0');
  });

  test('one that is cancelled in between is gone, with what was made of it', async () => {
    await addMany(130);
    const id = await ask('bertil');
    await beginOnly(worker());
    expect(await status('bertil', `/${id}`, 'DELETE')).toBe(200);
    await worker().runDue();
    expect([await listed('bertil'), await rowsOf(id), await jobsOf(server)]).toEqual([[], 0, []]);
    expect(await status('bertil', `/${id}`, 'DELETE')).toBe(404);
  });

  test('one that cannot be made is told as such after some tries; mended and tried again, it is made', async () => {
    await addMany(1);
    const id = await ask('bertil');
    const parts = await server.store.db.selectFrom('case_part').selectAll().execute();
    await server.store.db.updateTable('case_part').set({ text: 'no JSON' }).execute();
    for (let tries = 0; tries < 6; tries += 1) {
      await worker().runDue();
      await makeDue(server);
    }
    expect(server.faults.splice(0)).toHaveLength(5);
    expect(await listed('bertil')).toMatchObject([{ id, status: 'failed' }]);
    const job = { kind: 'report', portal: 'nordic-portal', subject: id } as const;
    expect(await jobsOf(server)).toMatchObject([{ ...job, attempts: 5, due: null, failure: 'SyntaxError' }]);

    await server.store.db.deleteFrom('case_part').execute();
    await server.store.db.insertInto('case_part').values(parts).execute();
    expect(await retryJob(server.store, job)).toBe(true);
    await worker().runDue();
    expect(await listed('bertil')).toMatchObject([{ id, status: 'made', rows: 1 }]);
    expect([await jobsOf(server), await retryJob(server.store, job)]).toEqual([[], false]);
  });

  test('a server that was taken for dead writes nothing more, and each row is there once', async () => {
    await addMany(130);
    const id = await ask('bertil');
    const work = reportWork(server.deps);
    const claim = async (token: string) => {
      const lease = await claimNext(server.store, 'report', token);
      if (!lease) throw new Error('nothing was claimed');
      return () => work.run(lease.job, { hold: (db) => holdLease(lease, db) });
    };
    const goOn = await claim('of the first');
    expect(await claimNext(server.store, 'report', 'of the second')).toBeNull();
    await runOutLeases(server);
    const takeOver = await claim('of the second');
    await expect(goOn()).rejects.toThrow(LeaseLost);
    expect(await rowsOf(id)).toBe(0);
    await takeOver();
    await expect(goOn()).rejects.toThrow(LeaseLost);
    expect(await rowsOf(id)).toBe(50);
    await makeDue(server);
    await runOutLeases(server);
    await Promise.all([worker().runDue(), worker().runDue()]);
    expect([await rowsOf(id), await listed('bertil')]).toMatchObject([130, [{ status: 'made', rows: 130 }]]);
  });

  test('only who asked for it reads it; who may not ask is told why or knows of no portal', async () => {
    await addMany(2);
    const id = await made('bertil');
    for (const other of ['birgit', 'cora', 'anna', 'oona', 'sven']) {
      for (const path of [`/${id}`, `/${id}/file?format=csv`]) expect(await status(other, path)).toBe(404);
      expect(await status(other, `/${id}`, 'DELETE')).toBe(404);
    }
    expect(await listed('birgit')).toEqual([]);
    expect(await (await asks('anna')).json()).toMatchObject({ kind: 'not-allowed', detail: 'level-too-low' });
    expect(await (await asks('oona')).json()).toMatchObject({ kind: 'not-allowed', detail: 'insurer-only' });
    expect(await (await asks('sven')).json()).toMatchObject({ kind: 'not-found' });
    const backwards = await asks('bertil', { ...all, to: '2025-12-31' });
    expect(await backwards.json()).toMatchObject({ kind: 'not-understood', issues: [{ path: 'to' }] });
    for (const _ of [1, 2, 3]) await ask('bertil');
    const fourth = await asks('bertil');
    expect([fourth.status, fourth.headers.get('retry-after')]).toEqual([429, '10']);
  });

  test('has the e-mail of who holds the role when it is made, and none while only an office has it', async () => {
    await server.addCases('nordic-portal', [aContent({ tasks: [] })]);
    const [bertil, cora] = [await server.as('bertil'), await server.as('cora')];
    const give = bertil.command('give-role-to-office', 'case-1', { office: 'arvio-kuopio' });
    const assign = cora.command('assign-role-user', 'case-1', { member: 'carla' }, { basedOn: give.id });
    const seen = async (id: string): Promise<unknown> => (await look('bertil', id)).rows[0]?.[email];
    await bertil.post(give);
    const onlyOffice = await made('bertil');
    await cora.post(assign);
    const [ofCarla, ofPartner] = [await made('bertil'), await made('cora')];
    await cora.issue('assign-role-user', 'case-1', { member: 'cecil' }, { basedOn: assign.id });
    const ofCecil = await made('bertil');
    const held = (who: string) => ({ kind: 'text', text: `${who}@example.com` });
    expect(await seen(onlyOffice)).toBeNull();
    expect([await seen(ofCarla), await seen(ofCecil)]).toEqual([held('carla'), held('cecil')]);
    expect((await look('cora', ofPartner)).rows[0]?.[email]).toEqual(held('carla'));
  });

  test('the right is asked again: what is no longer seen is left out, and swept with the rest', async () => {
    const bertil = await server.as('bertil');
    const terms = (change: object) => bertil.issue('change-member', 'cora', change);
    const arvios = aTask({ office: 'arvio-oulu', company: 'arvio' });
    const budgets = [aBudget({ office: 'arvio-oulu', company: 'arvio' })];
    await server.addCases(
      'nordic-portal',
      ['case-1', 'case-2', 'case-3'].map((id) => aContent({ id, number: id, tasks: [arvios], budgets })),
    );
    await terms({ budgetPermission: true });
    const id = await made('cora');
    const money = { kind: 'money', amount: 420_000, currency: 'EUR' };
    expect((await look('cora', id)).rows.map((row) => row[submitted])).toEqual([money, money, money]);

    await server.changeCase('nordic-portal', 'case-1', { tasks: [aTask()] });
    await server.changeCase('nordic-portal', 'case-2', { state: 'deleted' });
    const { rows, leftOut } = await look('cora', id);
    expect([leftOut, rows.map(([number]) => number)]).toEqual([2, [{ kind: 'text', text: 'case-3' }]]);
    const file = await (await server.as('cora')).request(`${reports}/${id}/file?format=csv`);
    expect([file.headers.get('rows-left-out'), (await file.text()).match(/case-\d/g)]).toEqual(['2', ['case-3']]);
    await sweepPortals(server.store, server.clock.now);
    expect(await rowsOf(id)).toBe(1);
    expect((await look('cora', id)).leftOut).toBe(2);

    await terms({ budgetPermission: false });
    expect((await look('cora', id)).rows.map((row) => row[submitted])).toEqual([null]);
    await server.changeCase('nordic-portal', 'case-3', { tasks: [], role: aRole() });
    const [row] = (await look('cora', id)).rows;
    expect(row?.slice(0, 4)).toMatchObject([{ text: 'case-3' }, {}, { text: 'open' }, {}]);
    expect(row?.slice(17)).toEqual([null, null, null, null, null, null, null, null, null]);

    await terms({ level: 3 });
    expect(await status('cora', `/${id}/file?format=csv`)).toBe(404);
    await sweepPortals(server.store, server.clock.now);
    expect(await server.store.db.selectFrom('report').selectAll().execute()).toEqual([]);
    expect(await rowsOf(id)).toBe(0);
  });

  test('is made no further for somebody who may read none any more, and kept for a week', async () => {
    await addMany(2);
    const id = await made('bertil');
    await later(7 * day - 60_000);
    await sweepPortals(server.store, server.clock.now);
    expect(await listed('bertil')).toMatchObject([{ id }]);
    await later(2 * 60_000);
    await sweepPortals(server.store, server.clock.now);
    expect([await listed('bertil'), await rowsOf(id)]).toEqual([[], 0]);
    await ask('cora');
    const bertil = await server.as('bertil');
    await bertil.issue('change-member', 'cora', { active: false });
    await worker().runDue();
    expect(await server.store.db.selectFrom('report').selectAll().execute()).toEqual([]);
  });
});
