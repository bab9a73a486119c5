import { describe, expect, onTestFinished, test } from 'vitest';
import { migrationsFor } from '../../../portal/store/migrations.ts';
import type { Right } from '../../../shared/domain/rights/rights.ts';
import { aBudget, aContent, aRole, aTask, carla, settingsWithRole } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, contentsOf, cursorOf } from '../../support/portal-server.ts';
import { aSettlement } from '../../support/settlements.ts';
import { smallNetwork } from '../../support/small-network.ts';

const portal = 'nordic-portal';

async function aServer(engine: 'sqlite' | 'postgres', rights: readonly Right[]) {
  const [first, ...others] = smallNetwork.portals;
  if (!first) throw new Error('no portal');
  const network = {
    ...smallNetwork,
    portals: [{ ...first, settings: settingsWithRole({ rights }) } as never, ...others],
  };
  const server = await aPortalServer(engine, { network });
  onTestFinished(() => server.close());
  const role = aRole({ user: carla });
  await server.addCases(portal, [
    aContent({
      id: 'handled',
      number: 'handled',
      role,
      tasks: [aTask()],
      budgets: [aBudget()],
      settlements: [aSettlement()],
    }),
  ]);
  const upgrade = () =>
    server.store.db
      .transaction()
      .execute(async (db) => migrationsFor(server.store.engine)['0024-settling-rights']?.up(db));
  return { server, upgrade };
}

describe.each(engines)('a desk of before, on $engine', ({ engine }) => {
  test.each([['cash.allTasks'], ['ownwork.beforeApproval']] as const)(
    'whose person has %s is told once what that opens by now, whole',
    async (right) => {
      const { server, upgrade } = await aServer(engine, [right]);
      const reader = await server.as('carla');
      const cursor = cursorOf(await reader.pages('&limit=1000'));
      await upgrade();
      const delta = await reader.delta(cursor);
      const [piece] = delta.flatMap((line) => (line.kind === 'pieces' ? line.pieces : []));
      expect(piece?.whole).toEqual(expect.arrayContaining(['budgets', 'work-values', 'invoices', 'settlements']));
      expect(piece?.parts).toMatchObject({ budgets: [{ id: 'budget-1' }], settlements: [{ id: 'settlement-1' }] });
      expect((await reader.delta(cursorOf(delta))).some((line) => line.kind === 'pieces')).toBe(false);
      // A partner's people are told nothing of it.
      const anna = contentsOf(await (await server.as('anna')).pages('&limit=1000'));
      expect(anna.get('handled')?.case.settlements).toBeUndefined();
    },
  );

  test('whose portal gave neither is told nothing', async () => {
    const { server, upgrade } = await aServer(engine, ['tasks.approve']);
    const reader = await server.as('carla');
    const cursor = cursorOf(await reader.pages('&limit=1000'));
    await upgrade();
    expect((await reader.delta(cursor)).some((line) => line.kind === 'pieces')).toBe(false);
  });
});
