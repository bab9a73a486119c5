import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bindingAmount } from '../../../shared/domain/budget/budget.ts';
import { aBudget, aContent, aRole, aTask, carla } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, contentsOf, type TestServer } from '../../support/portal-server.ts';
import { eur } from '../../support/budget-commands.ts';

const ids = ['a', 'b', 'c', 'd'];
const limit = 500_000;

describe.each(engines)('the limit on $engine', ({ engine }) => {
  let server: TestServer;

  beforeEach(async () => {
    server = await aPortalServer(engine);
    const budgets = ids.map((id) => aBudget({ id, tasks: [`of-${id}`], money: eur(200_000), revision: `rev-${id}` }));
    const tasks = ids.map((id) => aTask({ id: `of-${id}`, status: 'B' }));
    await server.addCases('nordic-portal', [aContent({ role: aRole({ user: carla }), tasks, budgets })]);
  });
  afterEach(() => server.close());

  const inForce = async (): Promise<readonly number[]> => {
    const { budgets = [] } = contentsOf(await (await server.as('bertil')).pages()).get('case-1')?.case ?? {};
    return budgets.flatMap((budget) => bindingAmount(budget) ?? []);
  };

  test('approvals at the same moment from several desks never pass it together', async () => {
    const desks = await Promise.all(ids.map(() => server.as('carla')));
    const outcomes = await Promise.all(
      ids.map((id, at) => {
        const input = { budget: id, version: 1, money: eur(200_000) };
        return desks[at]?.issue('approve-budget', 'case-1', input, { basedOn: `rev-${id}` });
      }),
    );
    expect(outcomes.map((outcome) => outcome?.kind).toSorted()).toEqual([
      'carried-out',
      'carried-out',
      'refused',
      'refused',
    ]);
    const sums = await inForce();
    expect(sums).toEqual([200_000, 200_000]);
    expect(sums.reduce((sum, amount) => sum + amount, 0)).toBeLessThanOrEqual(limit);
  });

  test('neither do two approvals of several, each of which fits by itself', async () => {
    const desks = [await server.as('carla'), await server.as('carla')] as const;
    const some = (of: readonly string[]) => of.map((id) => ({ budget: id, version: 1, money: eur(200_000) }));
    await Promise.all(
      desks.map((desk, at) => {
        const of = ids.slice(2 * at, 2 * at + 2);
        const basedOn = of.map((id) => ({ thing: `budget:${id}`, revision: `rev-${id}` }));
        const command = { ...desk.command('approve-budgets', 'case-1', { budgets: some(of) }), basedOn };
        const body = JSON.stringify({ protocol: 2, account: desk.account, commands: [command] });
        return desk.request('/commands', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      }),
    );
    expect(await inForce()).toEqual([200_000, 200_000]);
  });
});
