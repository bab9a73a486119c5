import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aContent, aRole, aTask, carla } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import {
  aPortalServer,
  contentsOf,
  cursorOf,
  lineOf,
  type CommandMore,
  type TestServer,
} from '../../support/portal-server.ts';

const portal = 'nordic-portal';
const none = { status: 'C', office: null, company: null } as const;

describe.each(engines)('allocating tasks, on $engine', ({ engine }) => {
  let server: TestServer;

  beforeEach(async () => {
    server = await aPortalServer(engine);
    const role = aRole({ user: carla, userAssignedAt: '2026-11-23T08:30:00.000Z' });
    await server.addCases(portal, [aContent({ role, tasks: [aTask(none), aTask({ ...none, id: 'drying-2' })] })]);
  });
  afterEach(() => server.close());

  const allocate = async (office: string, more: CommandMore = {}) =>
    (await server.as('carla')).issue('allocate-task', 'case-1', { task: 'drying-1', office }, more);
  const seenBy = async (member: string) => contentsOf(await (await server.as(member)).pages()).get('case-1');
  const notices = () =>
    server.store.db.selectFrom('notice').select(['member', 'kind']).orderBy('kind').orderBy('member').execute();
  const select = async (more: CommandMore = {}) =>
    (await server.as('anna')).issue(
      'change-selection',
      'kuopio',
      { selection: { others: 'aki', byType: {} } },
      { basedOn: 'kuopio', ...more },
    );

  test('the office is told and finds the case; another office leaves it with its reason, and is told as well', async () => {
    const anna = await server.as('anna');
    const before = cursorOf(await anna.pages());
    const first = await allocate('kuopio', { basedOn: 'drying-1' });
    expect(first).toMatchObject({ kind: 'carried-out' });
    expect((await seenBy('anna'))?.case.tasks[0]).toMatchObject({ id: 'drying-1', status: '0', office: 'kuopio' });
    const found = await anna.delta(before);
    expect(await allocate('rival-kuopio', { basedOn: first.id })).toMatchObject({ kind: 'carried-out' });
    expect(lineOf(await anna.delta(cursorOf(found)), 'withdrawn')?.cases).toMatchObject([
      { case: 'case-1', reason: 'task-moved' },
    ]);
    expect(await seenBy('anna')).toBeUndefined();
    expect((await seenBy('carla'))?.case.role).toMatchObject({ office: 'arvio-kuopio', user: carla });
    expect(await notices()).toEqual([
      { member: 'anna', kind: 'task-allocated' },
      { member: 'rita', kind: 'task-allocated' },
      { member: 'anna', kind: 'task-moved' },
    ]);
  });

  test('an office that became unavailable between list and save is refused with why; the fresh list has it no more', async () => {
    const carlas = await server.as('carla');
    const offices = async (who = carlas) => {
      const answer = await who.request(`/candidates/${portal}/case-1/tasks/drying-1/offices`);
      return answer.status === 200
        ? ((await answer.json()) as { eligible: { office: { id: string } }[] }).eligible.map(({ office }) => office.id)
        : answer.status;
    };
    expect(await offices()).toContain('kuopio');
    await (await server.as('anna')).issue('change-office', 'kuopio', { available: false }, { basedOn: 'kuopio' });
    expect(await allocate('kuopio', { basedOn: 'drying-1' })).toMatchObject({
      refusal: { code: 'office-not-eligible', why: 'unavailable', grantor: 'other-office' },
    });
    expect(await offices()).not.toContain('kuopio');
    expect(await offices(await server.as('rita'))).toBe(404);
    expect(await seenBy('anna')).toBeUndefined();
  });

  test('automatic member selection: responsible in the same change, by the system, in two lines; told once', async () => {
    expect(await select()).toMatchObject({ kind: 'carried-out' });
    const both = { tasks: ['drying-1', 'drying-2'], office: 'kuopio' };
    const made = await (await server.as('carla')).issue('allocate-tasks', 'case-1', both, { basedOn: null });
    expect(made).toMatchObject({ kind: 'carried-out' });
    const seen = await seenBy('bertil');
    expect(seen?.case.tasks).toMatchObject(
      [{ id: 'drying-1' }, { id: 'drying-2' }].map((task) => ({
        ...task,
        status: '1',
        responsibles: [{ member: 'aki' }],
      })),
    );
    expect(seen?.log.map(({ what, as, command }) => [what, as, command === made.id])).toEqual([
      ['task-allocated', 'external-case-handler', true],
      ['task-allocated', 'external-case-handler', true],
      ['received-confirmed', 'system', true],
      ['members-assigned', 'system', true],
      ['received-confirmed', 'system', true],
      ['members-assigned', 'system', true],
    ]);
    expect(new Set(seen?.log.map(({ id }) => id)).size).toBe(6);
    expect((await notices()).filter(({ member }) => member === 'aki').map(({ kind }) => kind)).toContain(
      'task-assigned',
    );
  });

  test('who cannot be responsible is left out, and the office names somebody as usual', async () => {
    await select();
    await (await server.as('bertil')).issue('change-member', 'aki', { certified: ['inspection'] }, { basedOn: 'aki' });
    expect(await allocate('kuopio', { basedOn: 'drying-1' })).toMatchObject({ kind: 'carried-out' });
    expect((await seenBy('anna'))?.case.tasks[0]).toMatchObject({ status: '0', responsibles: [] });
  });

  test('whom an office selects is in no line for anybody but its company and the insurer', async () => {
    const members = ['anna', 'aki', 'bertil', 'oona', 'carla', 'rita'];
    const before = new Map<string, ReturnType<typeof cursorOf>>();
    for (const member of members) before.set(member, cursorOf(await (await server.as(member)).pages()));
    await select();
    const told: Record<string, readonly boolean[]> = {};
    for (const member of members) {
      const [who, cursor] = [await server.as(member), before.get(member)];
      if (!cursor) throw new Error('no cursor');
      told[member] = [await who.pages(), await who.delta(cursor)].map((lines) =>
        JSON.stringify(lineOf(lines, 'directory') ?? null).includes('"selection"'),
      );
    }
    const [yes, no] = [
      [true, true],
      [false, false],
    ];
    expect(told).toEqual({ anna: yes, aki: yes, bertil: yes, oona: yes, carla: no, rita: no });
  });
});
