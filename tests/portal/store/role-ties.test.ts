import { describe, expect, onTestFinished, test } from 'vitest';
import { migrationsFor } from '../../../portal/store/migrations.ts';
import type { Right } from '../../../shared/domain/rights/rights.ts';
import { aBudget, aContent, aTask, someSettings } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, contentsOf, cursorOf, type TestServer } from '../../support/portal-server.ts';
import { smallNetwork } from '../../support/small-network.ts';

const portal = 'nordic-portal';
const cecil = { member: 'cecil', name: 'Cecil Person', company: 'arvio' };
const own = { office: 'arvio-kuopio', company: 'arvio', responsibles: [cecil] };
const managing = aTask({ id: 'pm', kind: 'project-management', type: 'management', ...own });
const inspecting = aTask({ id: 'in', kind: 'inspection', type: 'inspection', main: false, ...own });

/** A database as it was before the migration, with more cases than are read at once. */
async function before(engine: 'sqlite' | 'postgres', projectManagerRights: readonly Right[]): Promise<TestServer> {
  const [first, ...others] = smallNetwork.portals;
  if (!first) throw new Error('no portal');
  const settings = someSettings({ projectManagerRights });
  const network = { ...smallNetwork, portals: [{ ...first, settings } as never, ...others] };
  const server = await aPortalServer(engine, { network });
  onTestFinished(() => server.close());
  const cases = Array.from({ length: 205 }, (_, index) => `case-${String(index).padStart(3, '0')}`);
  await server.addCases(portal, [
    ...cases.map((id) => aContent({ id, number: id, tasks: [managing, aTask()], budgets: [aBudget()] })),
    aContent({ id: 'inspected', number: 'inspected', tasks: [inspecting, aTask()], budgets: [aBudget()] }),
    aContent({ id: 'nobody', number: 'nobody', tasks: [aTask({ responsibles: [cecil] })], budgets: [aBudget()] }),
  ]);
  const { db } = server.store;
  await db.deleteFrom('case_tie').where('tie', 'in', ['project-manager', 'inspector']).execute();
  for (const column of ['manager_budgets_changed', 'inspector_budgets_changed'])
    await db.schema.alterTable('portal').dropColumn(column).execute();
  return server;
}

async function migrate({ store }: TestServer): Promise<void> {
  await store.db.transaction().execute(async (db) => migrationsFor(store.engine)['0016-role-ties']?.up(db));
}

const tiesOf = ({ store }: TestServer) =>
  store.db
    .selectFrom('case_tie')
    .select(['case_id', 'tied_to', 'tie', 'gained', 'number'])
    .where('tie', 'in', ['project-manager', 'inspector'])
    .orderBy('case_id')
    .execute();

describe.each(engines)('cases of before, on $engine', ({ engine }) => {
  test('have ties of their project managers and inspectors, and whoever reads on from before is told', async () => {
    const server = await before(engine, ['budget.approve']);
    const cursor = { number: await numberOf(server), mark: await markOf(server) };
    await migrate(server);
    const ties = await tiesOf(server);
    expect(ties).toHaveLength(206);
    expect(ties.at(-1)).toMatchObject({ case_id: 'inspected', tied_to: 'member:cecil', tie: 'inspector' });
    expect(ties[0]).toMatchObject({ number: 'case-000', tie: 'project-manager', gained: cursor.number + 1 });
    const reader = await server.as('cecil');
    const delta = await reader.delta(cursor, { limit: 500 } as never);
    const told = delta.flatMap((line) => (line.kind === 'pieces' ? line.pieces : []));
    // An inspector’s set was empty until now: there is nothing to tell.
    expect(told).toHaveLength(205);
    expect(told.every(({ whole, parts }) => whole.includes('budgets') && parts.budgets?.length === 1)).toBe(true);
    expect((await reader.delta(cursorOf(delta))).some((line) => line.kind === 'pieces')).toBe(false);
    const pages = contentsOf(await reader.pages('&limit=1000'));
    const hidden = [...pages].filter(([, { case: whole }]) => whole.hidden.includes('other-budgets'));
    expect(hidden.map(([id]) => id).toSorted()).toEqual(['inspected', 'nobody']);
  });

  test('are not told of where the set shows no budgets', async () => {
    const server = await before(engine, ['tasks.approve']);
    const cursor = { number: await numberOf(server), mark: await markOf(server) };
    await migrate(server);
    expect(await tiesOf(server)).toHaveLength(206);
    const delta = await (await server.as('cecil')).delta(cursor);
    expect(delta.some((line) => line.kind === 'pieces')).toBe(false);
  });

  test('that have the ties already stay as they are', async () => {
    const server = await before(engine, ['budget.approve']);
    await migrate(server);
    const [ties, number] = [await tiesOf(server), await numberOf(server)];
    for (const column of ['manager_budgets_changed', 'inspector_budgets_changed'])
      await server.store.db.schema.alterTable('portal').dropColumn(column).execute();
    await migrate(server);
    expect([await tiesOf(server), await numberOf(server)]).toEqual([ties, number]);
  });
});

async function numberOf({ store }: TestServer): Promise<number> {
  const row = await store.db
    .selectFrom('portal_counter')
    .select('number')
    .where('portal', '=', portal)
    .executeTakeFirstOrThrow();
  return row.number;
}

async function markOf({ store }: TestServer): Promise<string> {
  const { mark } = await store.db
    .selectFrom('change_mark')
    .select('mark')
    .where('portal', '=', portal)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return mark;
}
