import { describe, expect, onTestFinished, test } from 'vitest';
import { passes } from '../../shared/domain/case/list-filter.ts';
import { needsAction } from '../../shared/domain/dashboard/actions.ts';
import { aBudget, aContent, aFile, anna, aTask } from '../support/builders.ts';
import { engines } from '../support/engines.ts';
import { anApp, type App } from '../support/journeys/app.ts';
import { aMovableServer, type MovableServer } from '../support/journeys/movable-server.ts';
import { openedRecords } from '../support/offline/on-disk.ts';

const portal = 'nordic-portal';
const key = { portal, case: 'case-1' };
const subject = { kind: 'case', id: 'case-1' } as const;
const euros = (amount: number) => ({ amount: amount * 100, currency: 'EUR' });

const tasks = [
  aTask({ id: 'drying', status: 'B', revision: 'r-drying' }),
  aTask({ id: 'painting', status: 'B', revision: 'r-painting' }),
  aTask({ id: 'cleaning', status: '4', revision: 'r-cleaning', responsibles: [anna] }),
];
const small = aBudget({ id: 'small', tasks: ['drying'], money: euros(4000), revision: 'r-small' });
const large = aBudget({
  id: 'large',
  tasks: ['painting'],
  money: euros(6000),
  revision: 'r-large',
  file: { ...aFile(), file: 'file-2' },
});
const claim = aContent({ tasks, budgets: [small, large] });

interface Office {
  readonly world: MovableServer;
  readonly bertil: App;
  readonly cora: App;
  readonly carla: App;
}

async function anOffice(engine: (typeof engines)[number]['engine']): Promise<Office> {
  const world = await aMovableServer(engine, {
    cases: { [portal]: [claim, aContent({ id: 'case-2', number: 'N-2' })] },
    members: ['bertil', 'cora', 'carla'],
  });
  const bertil = await anApp(world, 'bertil');
  const cora = await anApp(world, 'cora');
  const carla = await anApp(world, 'carla');
  onTestFinished(async () => {
    for (const app of [bertil, cora, carla]) await app.close();
    await world.close();
  });
  for (const app of [bertil, cora, carla]) await app.sync();
  return { world, bertil, cora, carla };
}

/** The insurer gives the role to Carla's office, the office gives it to Carla, and her computer knows. */
async function giveCarlaTheRole({ bertil, cora, carla }: Office): Promise<void> {
  const gave = await bertil
    .running()
    .desk.issue({ portal, name: 'give-role-to-office', subject, input: { office: 'arvio-kuopio' }, seen: null });
  expect(gave.ok).toBe(true);
  await bertil.sync();
  await cora.sync();
  const { desk } = cora.running();
  const [row] = desk.state().rows;
  expect(row?.row.content).toBe(false);
  expect(row?.actions.map(({ kind }) => kind)).toEqual(['assign-role-user']);
  expect(row && needsAction(row.actions)).toBe(true);
  expect(cora.running().at.badge()).toBe(1);
  const seen = (await desk.openCase(key))?.content.case.role?.revision ?? null;
  const assigned = await desk.issue({ portal, name: 'assign-role-user', subject, input: { member: 'carla' }, seen });
  expect(assigned.ok).toBe(true);
  await cora.sync();
  await carla.sync();
}

const itemsOf = (app: App) =>
  app
    .running()
    .desk.state()
    .outbox.map(({ state, command }) => [command?.name, state]);

describe.each(engines)('the journey on $engine', ({ engine }) => {
  test('the role arrives, the External case handler works offline through a SIGKILL, and all is carried out once', async () => {
    const office = await anOffice(engine);
    const { world, bertil, carla } = office;
    await giveCarlaTheRole(office);
    const mine = carla
      .running()
      .desk.state()
      .rows.filter((facts) => passes(facts, { assignedToMe: true }));
    expect(mine.map(({ row }) => row.id)).toEqual(['case-1']);
    expect(carla.running().at.notices).toMatchObject([{ kind: 'role-given' }, { kind: 'role-yours', subject: key }]);

    carla.cable.pulled = true;
    const { desk } = carla.running();
    const approve = (budget: typeof small) =>
      desk.issue({
        portal,
        name: 'approve-budget',
        subject,
        input: { budget: budget.id, version: 1, money: budget.money },
        seen: budget.revision,
      });
    expect(await approve(small)).toMatchObject({ ok: true });
    expect(await approve(large)).toMatchObject({
      ok: false,
      kind: 'refused',
      refusal: { code: 'limit-exceeded', limit: 500_000, already: 400_000, amount: 600_000, over: 500_000 },
    });
    const input = { task: 'cleaning' };
    expect(await desk.issue({ portal, name: 'approve-task', subject, input, seen: 'r-cleaning' })).toMatchObject({
      ok: true,
    });
    expect(await desk.issue({ portal, name: 'write-chat', subject, input: { text: 'approved' } })).toMatchObject({
      ok: true,
    });
    await carla.sync();
    expect(carla.running().loop.state()).toMatchObject({ reach: 'offline', waiting: 3 });

    await carla.kill();
    await carla.start();
    const waiting = [
      ['approve-budget', 'waiting'],
      ['approve-task', 'waiting'],
      ['write-chat', 'waiting'],
    ];
    expect(itemsOf(carla)).toEqual(waiting);
    const open = await carla.running().desk.openCase(key);
    expect(open?.content.case.tasks.map(({ status }) => status)).toEqual(['B++', 'B', 'A']);
    expect(open?.content.chat.map(({ text }) => text)).toEqual(['approved']);
    expect(open?.confirmed.case.tasks.map(({ status }) => status)).toEqual(['B', 'B', '4']);

    carla.cable.heal();
    await carla.sync();
    expect(itemsOf(carla)).toEqual([]);
    await carla.sync();
    const stored = await world.content(portal, 'case-1');
    expect(stored?.case.tasks.map(({ status }) => status)).toEqual(['B++', 'B', 'A']);
    expect(stored?.case.budgets[0]?.approvals).toHaveLength(1);
    expect(stored?.chat).toHaveLength(1);
    await bertil.sync();
    const seen = await bertil.running().desk.openCase(key);
    expect(seen?.confirmed.case.budgets.map(({ state }) => state)).toEqual(['approved', 'submitted']);
    expect(seen?.confirmed.chat).toMatchObject([{ text: 'approved', by: { member: 'carla' } }]);
  });

  test('sync 29: the role withdrawn while she is offline: refused, taken off the disk, and she is told why', async () => {
    const office = await anOffice(engine);
    const { bertil, carla } = office;
    await giveCarlaTheRole(office);
    carla.cable.pulled = true;
    await carla.running().desk.issue({ portal, name: 'write-chat', subject, input: { text: 'typed offline' } });
    expect((await openedRecords(carla.disk, carla.account)).join('')).toContain('Water in the cellar');

    const seen = (await bertil.running().desk.openCase(key))?.content.case.role?.revision ?? null;
    await bertil.sync();
    const now = (await bertil.running().desk.openCase(key))?.content.case.role?.revision ?? null;
    expect(now).not.toBe(seen);
    await bertil
      .running()
      .desk.issue({ portal, name: 'remove-role', subject, input: { reason: 'other plans' }, seen: now });
    await bertil.sync();

    carla.cable.heal();
    await carla.sync();
    const state = carla.running().desk.state();
    expect(state.rows).toEqual([]);
    expect(await carla.running().desk.openCase(key)).toBeNull();
    expect(state.withdrawn).toMatchObject([{ case: 'case-1', number: 'NM-2026-00001', reason: 'role-removed' }]);
    expect(state.refusals).toMatchObject([
      {
        refusal: { code: 'case-not-found' },
        caseNumber: 'NM-2026-00001',
        command: { input: { text: 'typed offline' } },
      },
    ]);
    const records = (await openedRecords(carla.disk, carla.account)).join('');
    expect(records).not.toContain('Water in the cellar');
    expect(records).not.toContain('Harbour Street');
    expect(carla.running().at.forgotten).toEqual([key]);
    expect(carla.running().at.notices.map(({ kind }) => kind)).toContain('role-removed');
  });
});
