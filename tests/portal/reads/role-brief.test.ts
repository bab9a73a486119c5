import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { briefWaitingRoles } from '../../../portal/commands/brief-waiting-roles.ts';
import { aBudget, aContent, aRole, aTask } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, contentsOf, type TestServer } from '../../support/portal-server.ts';

const portal = 'nordic-portal';
const money = (amount: number) => ({ amount, currency: 'EUR' });
const waiting = aContent({
  role: aRole(),
  tasks: [
    aTask(),
    aTask({ id: 'drying-2', status: 'B' }),
    aTask({ id: 'look', type: 'inspection', kind: 'inspection' }),
  ],
  budgets: [
    aBudget({ description: 'word-of-the-small', money: money(431_017) }),
    aBudget({ id: 'b2', company: 'rival', description: 'word-of-the-large', money: money(612_093) }),
    aBudget({ id: 'b3', description: 'word-of-the-former', money: money(999_071), state: 'approved' }),
  ],
});

describe.each(engines)('what is told of a role that waits, on $engine', ({ engine }) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await aPortalServer(engine);
    await server.addCases(portal, [waiting]);
  });
  afterAll(() => server.close());

  const textFor = async (who: string): Promise<string> =>
    (await (await server.as(who)).request(`/sync/${portal}/pages?protocol=2`)).text();
  const briefFor = async (who: string) => contentsOf(await (await server.as(who)).pages()).get('case-1')?.case.brief;

  test('the coordinator learns what work, how many budgets, and how many are above whose limit: no amount, no word', async () => {
    expect(await briefFor('cora')).toEqual({
      taskTypes: ['drying', 'drying', 'inspection'],
      openBudgets: 2,
      above: { carla: 1, cecil: 1 },
    });
    const text = await textFor('cora');
    for (const word of ['431017', '612093', '999071', 'word-of-the', 'budget-1', 'drying-2', 'calculation.csv']) {
      expect(text).not.toContain(word);
    }
    expect(await textFor('bertil')).toContain('612093');
  });

  test.each(['bertil', 'anna', 'aki', 'rita', 'oona'])(
    '%s, who does not pick the user, is told nothing',
    async (who) => {
      expect(await textFor(who)).not.toContain('"brief":');
    },
  );

  test('a changed limit, mark or default changes what is told, and so does a budget', async () => {
    const [bertil, oona] = [await server.as('bertil'), await server.as('oona')];
    const other = (amount: number) => ({ kind: 'other', amount }) as const;
    const above = async () => {
      await server.jobs.runDue();
      return (await briefFor('cora'))?.above;
    };
    await bertil.issue('mark-member', 'carla', { marked: true, limit: other(700_000) });
    expect(await above()).toEqual({ carla: 0, cecil: 1 });
    await oona.issue('change-rights', portal, { defaultLimit: 100_000 });
    expect(await above()).toEqual({ carla: 0, cecil: 2 });
    await bertil.issue('mark-member', 'cecil', { marked: false, limit: { kind: 'default' } });
    expect(await above()).toEqual({ carla: 0 });
    await bertil.issue('mark-member', 'cecil', { marked: true, limit: { kind: 'default' } });
    await server.changeCase(portal, 'case-1', { budgets: waiting.case.budgets.slice(0, 1) });
    expect(await briefFor('cora')).toMatchObject({ openBudgets: 1, above: { carla: 0, cecil: 1 } });
  });

  test('after an upgrade nothing is told yet: it is worked out at the start, and only then', async () => {
    const { db } = server.store;
    const brief = () => db.selectFrom('case_part').select(['text', 'changed']).where('part', '=', 'brief');
    const { text } = await brief().executeTakeFirstOrThrow();
    await db.deleteFrom('case_part').where('part', '=', 'brief').execute();
    await briefWaitingRoles(server.store);
    expect(await brief().execute()).toEqual([]);
    await server.jobs.runDue();
    const again = await brief().executeTakeFirstOrThrow();
    expect(again.text).toBe(text);
    await briefWaitingRoles(server.store);
    expect(await server.jobs.runDue()).toBe(0);
    expect(await brief().executeTakeFirstOrThrow()).toEqual(again);
  });

  test('once somebody has the role, nothing of it is told any more', async () => {
    const cora = await server.as('cora');
    const given = await cora.issue('assign-role-user', 'case-1', { member: 'carla' }, { basedOn: 'revision-of-role' });
    expect(given.kind).toBe('carried-out');
    expect(await briefFor('cora')).toBeUndefined();
  });
});
