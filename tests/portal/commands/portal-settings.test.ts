import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CommandName } from '../../../shared/domain/command-book.ts';
import type { PortalSettings } from '../../../shared/domain/portal/portal-settings.ts';
import { aBudget, aContent, aRole, aTask, anna, carla } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import {
  aPortalServer,
  contentsOf,
  cursorOf,
  lineOf,
  type TestPerson,
  type TestServer,
} from '../../support/portal-server.ts';

const portal = 'nordic-portal';
const money = { amount: 420_000, currency: 'EUR' };
const theirs = aTask({ id: 'theirs', type: 'painting', status: '4', office: 'rival-kuopio', company: 'rival' });
const cecil = { member: 'cecil', name: 'Cecil Person', company: 'arvio' };
const managed = aTask({ id: 'pm', type: 'management', kind: 'project-management', responsibles: [anna] });

const inspected = aTask({
  id: 'in',
  type: 'inspection',
  kind: 'inspection',
  main: false,
  office: 'arvio-kuopio',
  company: 'arvio',
  responsibles: [cecil],
});

describe.each(engines)('what the roles may do, on $engine', ({ engine }) => {
  let server: TestServer;
  let oona: TestPerson;

  beforeAll(async () => {
    server = await aPortalServer(engine);
    oona = await server.as('oona');
    const handled = (id: string) =>
      aContent({
        id,
        number: id,
        role: aRole({ user: carla }),
        tasks: [aTask({ status: 'B' }), managed, inspected, theirs],
        budgets: [aBudget()],
      });
    const others = [
      aContent({ id: 'waits', role: aRole() }),
      aContent({ id: 'closed', state: 'closed', role: aRole() }),
    ];
    await server.addCases(portal, [handled('case-1'), handled('case-2'), handled('case-3'), ...others]);
  });
  afterAll(() => server.close());

  const settings = async (): Promise<PortalSettings> => {
    const standing = lineOf(await oona.pages(), 'standing')?.standing;
    if (!standing) throw new Error('no standing');
    return standing.settings;
  };
  const revisions = async (): Promise<Partial<Record<CommandName, string>>> => {
    const { externalCaseHandler, projectManagerRevision, inspectorRevision } = await settings();
    return {
      'change-rights': externalCaseHandler.revision?.command ?? portal,
      'change-manager-rights': projectManagerRevision?.command ?? portal,
      'change-inspector-rights': inspectorRevision?.command ?? portal,
    };
  };
  const change = async <Name extends 'change-rights' | 'change-manager-rights' | 'change-inspector-rights'>(
    name: Name,
    input: Parameters<typeof oona.issue<Name>>[2],
  ) => {
    const basedOn = (await revisions())[name] ?? null;
    expect(await oona.issue(name, portal, input, { basedOn })).toMatchObject({ kind: 'carried-out' });
  };
  const readAs = async (who: string, path: string) => {
    const answer = await (await server.as(who)).request(path);
    return [answer.status, answer.status === 200 ? await answer.json() : null] as const;
  };

  beforeEach(async () => {
    const { externalCaseHandler } = await settings();
    const rights = [...new Set([...externalCaseHandler.rights, 'budget.approve', 'tasks.approve'] as const)];
    await change('change-rights', { rights, enabled: true, defaultLimit: 500_000 });
    await change('change-manager-rights', { rights: [] });
  });

  test('a right that is taken is gone with the very next request, and the next delta says so', async () => {
    const handler = await server.as('carla');
    const start = cursorOf(await handler.pages());
    const approve = (on: string) =>
      handler.issue(
        'approve-budget',
        on,
        { budget: 'budget-1', version: 1, money },
        { basedOn: 'revision-of-budget-1' },
      );
    expect(await approve('case-1')).toMatchObject({ kind: 'carried-out' });
    await change('change-rights', { rights: ['tasks.approve'] });
    expect(await approve('case-2')).toMatchObject({
      kind: 'refused',
      refusal: { code: 'right-missing', right: 'budget.approve', grantor: 'operator' },
    });
    const told = lineOf(await handler.delta(start), 'standing')?.standing.settings.externalCaseHandler;
    expect(told?.rights).toEqual(['tasks.approve']);
    await change('change-rights', { rights: ['budget.approve'], defaultLimit: 100_000 });
    expect(await approve('case-2')).toMatchObject({
      kind: 'refused',
      refusal: { code: 'limit-exceeded', limit: 100_000 },
    });
    await change('change-rights', { enabled: false });
    expect(await approve('case-2')).toMatchObject({ kind: 'refused', refusal: { code: 'feature-off' } });
  });

  test.each([
    ['project manager', 'anna', 'change-manager-rights', 'projectManagerRights'],
    ['inspector', 'cecil', 'change-inspector-rights', 'inspectorRights'],
  ] as const)('so are those of the %s, given and taken', async (_, who, command, set) => {
    const holder = await server.as(who);
    const start = cursorOf(await holder.pages());
    const about = { task: 'theirs', reason: 'x' };
    const sendBack = async (on: string) =>
      holder.issue('send-back-task', on, about, { basedOn: (await revisionOf(on)) ?? null });
    const revisionOf = async (on: string) =>
      contentsOf(await (await server.as('bertil')).pages())
        .get(on)
        ?.case.tasks.find(({ id }) => id === 'theirs')?.revision;
    const [given, taken] = who === 'anna' ? ['case-3', 'case-2'] : ['case-2', 'case-1'];
    expect(await sendBack(given)).toMatchObject({ kind: 'refused', refusal: { code: 'no-role-in-case' } });
    await change(command, { rights: ['tasks.approve'] });
    const told = lineOf(await holder.delta(start), 'standing')?.standing.settings;
    expect(told?.[set]).toEqual(['tasks.approve']);
    expect(await sendBack(given)).toMatchObject({ kind: 'carried-out' });
    await change(command, { rights: [] });
    expect(await sendBack(taken)).toMatchObject({ kind: 'refused', refusal: { code: 'no-role-in-case' } });
  });

  test('a set that somebody else changed is not overwritten, and who did is named', async () => {
    const first = await oona.issue(
      'change-manager-rights',
      portal,
      { rights: ['tasks.edit'] },
      { basedOn: 'older-one' },
    );
    expect(first).toMatchObject({ kind: 'refused', refusal: { code: 'stale', changedBy: 'Oona Person' } });
  });

  test('before a change is made, it is told whom it touches: in numbers, to those who read the settings', async () => {
    const path = `/settings-reach/${portal}?limit=419999&basis=per-budget`;
    const people = { marked: 3, handlers: 1, managers: 1, inspectors: 1 };
    const reach = { ...people, handled: 3, waiting: 1, managed: 3, inspected: 3 };
    expect(await readAs('oona', path)).toMatchObject([200, reach]);
    const [, counted] = await readAs('bertil', path);
    expect(counted.aboveLimit).toBeGreaterThan(1);
    expect(await readAs('bertil', path.replace('419999', '420000'))).toMatchObject([200, { aboveLimit: 0 }]);
    expect(Object.values(counted).every((each) => typeof each === 'number')).toBe(true);
    for (const who of ['anna', 'carla', 'sven']) expect((await readAs(who, path))[0]).toBe(404);
    for (const wrong of ['limit=-1&basis=per-budget', 'limit=1.5&basis=per-budget', 'limit=1&basis=x', 'limit=1']) {
      expect((await readAs('oona', `/settings-reach/${portal}?${wrong}`))[0]).toBe(400);
    }
  });

  test('each change of a role is written down once, with what differs', async () => {
    await change('change-manager-rights', { rights: ['tasks.edit'] });
    await change('change-rights', { defaultLimit: 7 });
    const [status, entries] = await readAs('bertil', `/settings-log/${portal}?kind=portal&id=${portal}`);
    expect(status).toBe(200);
    expect(entries.slice(0, 2)).toMatchObject([
      { what: 'change-rights', by: 'Oona Person', after: { externalCaseHandler: { defaultLimit: 7 } } },
      {
        what: 'change-manager-rights',
        before: { projectManagerRights: [] },
        after: { projectManagerRights: ['tasks.edit'] },
      },
    ]);
    expect(Object.keys(entries[1].after)).toEqual(['projectManagerRights']);
  });
});
