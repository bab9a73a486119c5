import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AskFor } from '../../../shared/domain/asking/ask-for.ts';
import { asksOf, type Ask } from '../../../shared/domain/asking/ask.ts';
import { aBudget, aContent, aRole, aTask, carla, monday } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, contentsOf, cursorOf, lineOf, type TestServer } from '../../support/portal-server.ts';

const content = aContent({
  role: aRole({ user: carla, userAssignedAt: monday }),
  tasks: [
    aTask({ status: 'B' }),
    aTask({
      id: 'painting-1',
      status: '0',
      company: 'rival',
      office: 'rival-kuopio',
      revision: 'revision-of-painting-1',
    }),
  ],
  budgets: [aBudget({ money: { amount: 900_000, currency: 'EUR' } })],
});
const higher: AskFor = { wanted: 'approve-budget', budget: 'budget-1', code: 'limit-exceeded', note: 'sentinel note' };
const role: AskFor = { wanted: 'approve-budget', code: 'no-role-in-case', note: '' };

describe.each(engines)('who asks for what was refused, on $engine', ({ engine }) => {
  let server: TestServer;

  beforeEach(async () => {
    server = await aPortalServer(engine);
    await server.addCases('nordic-portal', [content]);
  });
  afterEach(() => server.close());

  const ask = async (member: string, input: AskFor) => (await server.as(member)).issue('ask-for', 'case-1', input);
  const told = async (): Promise<readonly string[]> => {
    const rows = await server.store.db.selectFrom('notice').select('member').where('kind', '=', 'asked-for').execute();
    return rows.map(({ member }) => member).sort();
  };
  const asksFor = async (member: string): Promise<readonly Ask[]> => {
    const seen = contentsOf(await (await server.as(member)).pages()).get('case-1');
    return seen ? asksOf(seen.case) : [];
  };

  test('is shown as asked on every desk; who can grant it is told, by a mail as well, and sees it', async () => {
    expect(await ask('carla', higher)).toMatchObject({ kind: 'carried-out' });
    expect(await told()).toEqual(['bertil']);
    const mail = await server.store.db.selectFrom('mail').selectAll().executeTakeFirstOrThrow();
    expect(mail).toMatchObject({ to_address: 'bertil@example.com', subject: expect.stringContaining('NM-2026-00001') });
    expect(mail.text).not.toMatch(/sentinel|9.?000/);
    for (const member of ['carla', 'bertil', 'birgit'])
      expect(await asksFor(member)).toMatchObject([
        { by: { member: carla.member }, budget: 'budget-1', note: 'sentinel note' },
      ]);
  });

  test('is told in the log of the own company and the insurer, and to nobody of another one', async () => {
    const [anna, rita] = [await server.as('anna'), await server.as('rita')];
    const cursor = cursorOf(await rita.pages());
    expect(await ask('anna', role)).toMatchObject({ kind: 'carried-out' });
    const lines = async (member: string) =>
      contentsOf(await (await server.as(member)).pages())
        .get('case-1')
        ?.log.map(({ what }) => what);
    expect(await lines('bertil')).toContain('asked-for');
    expect(await lines('anna')).toContain('asked-for');
    expect(await lines('rita')).not.toContain('asked-for');
    // Who handles the case reads the log of all, and not what others ask for.
    expect(await lines('carla')).toContain('asked-for');
    expect([await asksFor('rita'), await asksFor('carla')]).toEqual([[], []]);
    expect(lineOf(await rita.delta(cursor), 'pieces')).toBeUndefined();
    expect((await anna.delta(cursor)).length).toBeGreaterThan(0);
    expect(contentsOf(await anna.pages()).get('case-1')?.chat).toEqual([]);
  });

  test('asks once, from whichever desk; a week later again, in place of the former', async () => {
    await ask('carla', higher);
    expect(await ask('carla', { ...higher, note: '' })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'already-asked', of: { name: 'Nordic Mutual' } },
    });
    expect(await told()).toEqual(['bertil']);
    server.clock.now = '2026-11-30T09:10:00.000Z';
    expect(await ask('carla', { ...higher, note: 'again' })).toMatchObject({ kind: 'carried-out' });
    expect((await asksFor('bertil')).map(({ note }) => note)).toEqual(['again']);
  });

  test('asks for nothing by the time that it was granted', async () => {
    await (
      await server.as('bertil')
    ).issue('mark-member', 'carla', {
      marked: true,
      limit: { kind: 'other', amount: 1_000_000 },
    });
    expect(await ask('carla', higher)).toMatchObject({ kind: 'refused', refusal: { code: 'allowed-by-now' } });
    expect(await told()).toEqual([]);
  });

  test('asks the admins of the company, who see the case, and the insurer where there are none', async () => {
    const confirm: AskFor = { wanted: 'confirm-received', task: 'drying-1', code: 'level-too-low', note: '' };
    await server.changeCase('nordic-portal', 'case-1', {
      tasks: [
        aTask({ status: '0', company: 'arvio', office: 'arvio-oulu' }),
        aTask({ id: 'drying-2', company: 'arvio', responsibles: [{ ...carla, member: 'cecil' }] }),
        aTask({ id: 'drying-3', responsibles: [{ member: 'aki', name: 'Aki Person', company: 'kuivaus' }] }),
      ],
      budgets: [],
    });
    await ask('cecil', confirm);
    expect(await told()).toEqual(['cora']);
    expect(await asksFor('cora')).toMatchObject([{ by: { member: 'cecil' }, of: { kind: 'company-admin' } }]);
    await ask('aki', { wanted: 'assign-members', task: 'drying-3', code: 'level-too-low', note: '' });
    expect(await told()).toEqual(['bertil', 'cora']);
  });

  test('asks the office that has the task, which sees it although it is of another company', async () => {
    const confirm: AskFor = { wanted: 'confirm-received', task: 'painting-1', code: 'other-office-task', note: 'now' };
    await ask('anna', confirm);
    expect(await told()).toEqual(['rita']);
    for (const member of ['anna', 'rita', 'bertil'])
      expect(await asksFor(member)).toMatchObject([{ note: 'now', of: { name: 'Rival Kuopio' } }]);
    expect(await asksFor('carla')).toEqual([]);
    await ask('bertil', { ...confirm, note: 'soon' });
    expect((await asksFor('anna')).map(({ note }) => note)).toEqual(['now']);
    expect((await asksFor('rita')).map(({ note }) => note)).toEqual(['now', 'soon']);
  });

  test('asks for what only the operator can change of the insurer', async () => {
    await (await server.as('oona')).issue('change-rights', 'nordic-portal', { rights: [] });
    await ask('carla', { wanted: 'reject-budget', code: 'right-missing', note: '' });
    expect(await told()).toEqual(['bertil']);
    expect(await asksFor('bertil')).toMatchObject([{ of: { passesOn: true }, lacks: { right: 'budget.approve' } }]);
  });

  test('asks in a closed case to have it opened; who sees its head only asks nobody', async () => {
    const add: AskFor = { wanted: 'add-document', code: 'case-closed', note: '' };
    await server.changeCase('nordic-portal', 'case-1', { state: 'closed' });
    expect(await ask('anna', add)).toMatchObject({ kind: 'carried-out' });
    expect(await ask('cora', add)).toMatchObject({ kind: 'refused', refusal: { code: 'no-role-in-case' } });
  });
});
