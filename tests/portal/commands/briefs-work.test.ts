import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { briefsWork } from '../../../portal/commands/briefs-work.ts';
import { createJobs, type Jobs } from '../../../portal/jobs/create-jobs.ts';
import { claimNext, endPiece, holdLease } from '../../../portal/jobs/leases.ts';
import { readJson } from '../../../portal/store/json.ts';
import type { RoleBrief } from '../../../shared/domain/external-case-handler/role.ts';
import { aBudget, aContent, aRole } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { jobsOf } from '../../support/jobs.ts';
import { aPortalServer, lineOf, type TestServer } from '../../support/portal-server.ts';

const portal = 'nordic-portal';
/** Three slices. */
const many = 60;
const waiting = Array.from({ length: many }, (_, index) =>
  aContent({
    id: `case-${100 + index}`,
    number: `NM-${100 + index}`,
    role: aRole(),
    budgets: [aBudget({ money: { amount: 431_000, currency: 'EUR' } })],
  }),
);

describe.each(engines)('what waiting roles tell, renewed afterwards on $engine', ({ engine }) => {
  let server: TestServer;
  beforeEach(async () => {
    server = await aPortalServer(engine);
    await server.addCases(portal, waiting);
  });
  afterEach(() => server.close());

  const briefs = (): Jobs => createJobs(server.deps, { briefs: briefsWork(server.deps) });
  const limit = async (defaultLimit: number) => {
    const outcome = await (await server.as('oona')).issue('change-rights', portal, { defaultLimit });
    expect(outcome.kind).toBe('carried-out');
  };
  const mark = async (amount: number) =>
    (await server.as('bertil')).issue('mark-member', 'carla', { marked: true, limit: { kind: 'other', amount } });
  const cases = () => server.store.db.selectFrom('case_file').selectAll().orderBy('id').execute();
  const parts = () =>
    server.store.db.selectFrom('case_part').selectAll().orderBy('case_id').orderBy('part').orderBy('key').execute();
  async function number(): Promise<number> {
    const counter = server.store.db.selectFrom('portal_counter').select('number').where('portal', '=', portal);
    return (await counter.executeTakeFirstOrThrow()).number;
  }
  /** How many of Carla's and Cecil's budgets are above their limits, over all cases. */
  async function above(): Promise<readonly string[]> {
    const rows = (await parts()).filter(({ part }) => part === 'brief');
    expect(rows).toHaveLength(many);
    return [...new Set(rows.map(({ text }) => JSON.stringify(readJson<RoleBrief>(text).above)))];
  }

  test('a command that changes limits writes no case itself; the limit holds at once, the brief follows in slices', async () => {
    const before = [await cases(), await parts()];
    const numberBefore = await number();
    await limit(100_000);
    expect([await cases(), await parts()]).toEqual(before);
    expect(await number()).toBe(numberBefore + 1);
    const told = lineOf(await (await server.as('carla')).pages(), 'standing');
    expect(told?.standing.settings.externalCaseHandler.defaultLimit).toBe(100_000);
    expect(await jobsOf(server)).toMatchObject([{ kind: 'briefs', portal, subject: '' }]);
    expect(await briefs().runDue()).toBe(3);
    expect(await above()).toEqual([JSON.stringify({ carla: 1, cecil: 1 })]);
    expect(await number()).toBe(numberBefore + 4);
    expect(await jobsOf(server)).toEqual([]);
  });

  test('a slice in which nothing is another takes no number, and nobody is told of it', async () => {
    await limit(100_000);
    await briefs().runDue();
    const before = await number();
    await limit(110_000);
    await briefs().runDue();
    expect(await number()).toBe(before + 1);
  });

  test('a newer change starts it over while a slice is under way', async () => {
    await limit(100_000);
    const work = briefsWork(server.deps);
    const lease = await claimNext(server.store, 'briefs', 'mine');
    if (!lease) throw new Error('nothing was claimed');
    const runSlice = () => work.run(lease.job, { hold: (db) => holdLease(lease, db) });
    const ending = await runSlice();
    await limit(700_000);
    await endPiece(lease, ending, work);
    await expect(runSlice()).rejects.toThrow('somebody else');
    expect(await jobsOf(server)).toMatchObject([{ place: '', attempts: 0, lease: null }]);
    expect(await briefs().runDue()).toBe(3);
    expect(await above()).toEqual([JSON.stringify({ carla: 0, cecil: 0 })]);
  });

  test('of one company only its roles are looked at; everywhere makes that needless', async () => {
    await mark(700_000);
    expect(await jobsOf(server)).toMatchObject([{ subject: 'arvio' }]);
    await limit(100_000);
    expect(await jobsOf(server)).toMatchObject([{ subject: '' }]);
    await mark(400_000);
    expect(await jobsOf(server)).toMatchObject([{ subject: '' }, { subject: 'arvio' }]);
    await briefs().runDue();
    expect(await above()).toEqual([JSON.stringify({ carla: 1, cecil: 1 })]);
  });

  test('two servers renew each case once', async () => {
    const before = await number();
    await limit(100_000);
    await Promise.all([briefs().runDue(), briefs().runDue()]);
    expect(await above()).toEqual([JSON.stringify({ carla: 1, cecil: 1 })]);
    expect(await number()).toBe(before + 4);
    const changed = new Set((await cases()).map((each) => each.changed));
    expect(changed.size).toBe(3);
  });
});
