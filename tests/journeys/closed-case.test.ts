import { expect, onTestFinished, test } from 'vitest';
import { aContent, anna, aRole, aTask, carla } from '../support/builders.ts';
import { engines } from '../support/engines.ts';
import { anApp, type App } from '../support/journeys/app.ts';
import { aMovableServer } from '../support/journeys/movable-server.ts';

const portal = 'nordic-portal';
const subject = { kind: 'case', id: 'case-1' } as const;
const start = aContent({
  role: aRole({ user: carla, userAssignedAt: '2026-11-23T08:30:00.000Z' }),
  tasks: [
    aTask({
      id: 't1',
      status: '3',
      responsibles: [anna],
      target: { near: '2026-11-23T10:00:00.000Z', due: '2026-11-23T11:00:00.000Z' },
    }),
  ],
});

async function opened(app: App) {
  const open = await app.running().desk.openCase({ portal, case: subject.id });
  if (!open) throw new Error(`${app.member} does not see the case`);
  return open;
}

const rowOf = (app: App) => app.running().desk.state().rows[0];

test.each(engines)(
  'a case is closed while others work in it offline, read by all, and opened again with the role back at its office, on $engine',
  async ({ engine }) => {
    const members = ['anna', 'bertil', 'carla', 'cora'];
    const world = await aMovableServer(engine, { cases: { [portal]: [start] }, members });
    const apps = await Promise.all(['anna', 'bertil', 'carla'].map((member) => anApp(world, member)));
    onTestFinished(async () => {
      for (const app of apps) await app.close();
      await world.close();
    });
    const [hers, his, role] = apps;
    if (!hers || !his || !role) throw new Error('an app is missing');
    for (const app of apps) await app.sync();

    // Anna completes her task in a basement; Bertil closes the case meanwhile.
    hers.cable.pulled = true;
    const complete = { portal, name: 'complete-task', subject, input: { task: 't1' } } as const;
    expect(await hers.running().desk.issue(complete)).toMatchObject({ ok: true });
    const close = { portal, name: 'close-case', subject, input: { reason: 'Paid out' }, seen: 'case-1' } as const;
    expect(await his.running().desk.issue(close)).toMatchObject({ ok: true });
    await his.sync();
    await role.sync();
    hers.cable.heal();
    await hers.sync();

    // What she did is refused with that reason, and kept.
    const [refusal] = hers.running().desk.state().refusals;
    expect(refusal).toMatchObject({ command: { name: 'complete-task' }, refusal: { code: 'case-closed' } });
    expect(
      hers
        .running()
        .desk.state()
        .notices.map(({ kind }) => kind),
    ).toEqual(['case-closed']);
    expect(
      role
        .running()
        .desk.state()
        .notices.map(({ kind }) => kind),
    ).toEqual(['case-closed']);
    // It is closed for all, also offline, and nothing of it is to be done.
    for (const app of [hers, role]) {
      expect((await opened(app)).content.case).toMatchObject({ state: 'closed', closed: { by: { member: 'bertil' } } });
      expect(rowOf(app)).toMatchObject({ row: { state: 'closed' }, actions: [] });
    }
    expect((await opened(role)).content.log.at(-1)).toMatchObject({
      what: 'case-closed',
      facts: { reason: 'Paid out' },
    });
    const chat = { portal, name: 'write-chat', subject, input: { text: 'late' } } as const;
    expect(await role.running().desk.issue(chat)).toMatchObject({
      refusal: { code: 'case-closed', closedBy: expect.any(String), closedAt: expect.any(String) },
    });

    // Carla loses the mark while it is closed; days later it is opened again.
    const bertil = await world.as('bertil');
    await bertil.issue('mark-member', 'carla', { marked: false, limit: { kind: 'default' } }, { basedOn: 'carla' });
    expect((await world.content(portal, 'case-1'))?.case.role?.user).toMatchObject({ member: 'carla' });
    world.server().clock.now = '2026-12-02T09:00:00.000Z';
    await his.sync();
    const seen = (await opened(his)).content.case.stateSet?.command ?? null;
    const reopen = { portal, name: 'reopen-case', subject, input: { reason: 'Another leak' }, seen } as const;
    expect(await his.running().desk.issue(reopen)).toMatchObject({ ok: true });
    await his.sync();
    const stored = (await world.content(portal, 'case-1'))?.case;
    expect(stored).toMatchObject({ state: 'open', closed: null, role: { user: null }, tasks: [{ status: '3' }] });
    await hers.sync();
    expect(rowOf(hers)).toMatchObject({ row: { state: 'open' }, actions: [{ kind: 'ongoing', state: 'on-time' }] });
  },
);
