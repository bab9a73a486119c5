import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CasePiece } from '../../../shared/domain/case/parts/held-case.ts';
import type { Right } from '../../../shared/domain/rights/rights.ts';
import { aBudget, aContent, aTask } from '../../support/builders.ts';
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
const cecil = { member: 'cecil', name: 'Cecil Person', company: 'arvio' };
const rita = { member: 'rita', name: 'Rita Person', company: 'rival' };
const money = { amount: 420_000, currency: 'EUR' };

/** How the same level-1 person without the permission for budgets comes to each role, and who sets its rights how. */
const roles = [
  { role: 'project-manager', kind: 'project-management', type: 'management', command: 'change-manager-rights' },
  { role: 'inspector', kind: 'inspection', type: 'inspection', command: 'change-inspector-rights' },
] as const;

const all = engines.flatMap(({ engine }) => roles.map((each) => ({ engine, ...each })));

describe.each(all)('what a right gives the $role, on $engine', ({ engine, role, kind, type, command }) => {
  let server: TestServer;
  let holder: TestPerson;
  let revision = portal;

  beforeEach(async () => {
    server = await aPortalServer(engine);
    revision = portal;
    const held = { id: 'held', kind, type, main: false, office: 'arvio-kuopio', company: 'arvio' };
    const rivals = aTask({ status: '2', office: 'rival-kuopio', company: 'rival', responsibles: [rita] });
    await server.addCases(portal, [
      aContent({
        tasks: [aTask({ ...held, status: '3', responsibles: [cecil] }), rivals],
        budgets: [aBudget({ id: 'rejected', state: 'rejected', office: 'rival-kuopio', company: 'rival' })],
      }),
      aContent({ id: 'elsewhere', number: 'elsewhere', tasks: [rivals] }),
    ]);
    holder = await server.as('cecil');
  });
  afterEach(() => server.close());

  const give = async (...rights: readonly Right[]) => {
    const made = await (await server.as('oona')).issue(command, portal, { rights }, { basedOn: revision });
    expect(made).toMatchObject({ kind: 'carried-out' });
    revision = made.id;
  };
  const submit = async () => {
    const [author, bytes] = [await server.as('rita'), Buffer.from('a;b')];
    await author.upload('plan', 'case-1', bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = { file: 'plan', name: 'plan.csv', size: bytes.length, sha256, mediaType: 'text/csv' };
    const budget = { tasks: ['drying-1'], description: 'x', comment: '', money, file };
    const made = await author.issue('submit-budget', 'case-1', { ...budget, revises: null });
    expect(made).toMatchObject({ kind: 'carried-out' });
    const whole = contentsOf(await (await server.as('bertil')).pages()).get('case-1')?.case;
    const found = whole?.budgets.find(({ state }) => state === 'submitted');
    if (!found) throw new Error('no budget waits');
    return found;
  };
  const pieceIn = (lines: Awaited<ReturnType<TestPerson['delta']>>): CasePiece | undefined =>
    lines.flatMap((line) => (line.kind === 'pieces' ? line.pieces : [])).find((piece) => piece.case === 'case-1');
  const seen = async () => contentsOf(await holder.pages()).get('case-1')?.case;

  test('budgets of all companies are seen with a right on them, told at once, and gone with it', async () => {
    expect(await seen()).toMatchObject({ budgets: [] });
    expect((await seen())?.hidden).toContain('other-budgets');
    const before = cursorOf(await holder.pages());
    await give('budget.approve');
    const gained = await holder.delta(before);
    expect(lineOf(gained, 'standing')).toBeDefined();
    expect(pieceIn(gained)).toMatchObject({ ties: [role, 'responsible'], parts: { budgets: [{ id: 'rejected' }] } });
    expect((await seen())?.hidden).not.toContain('other-budgets');
    // What is not the holder's own role in another case is none of it.
    expect([...contentsOf(await holder.pages()).keys()]).toEqual(['case-1']);
    await give('tasks.approve');
    expect(await seen()).toMatchObject({ budgets: [] });
    const lost = await holder.delta(cursorOf(gained));
    expect(lineOf(lost, 'standing')).toBeDefined();
    expect(JSON.stringify(pieceIn(lost) ?? null)).not.toContain('rejected');
  });

  test('a budget that was submitted is told of and decided on', async () => {
    await give('budget.approve');
    const budget = await submit();
    const told = await server.store.db.selectFrom('notice').select(['member', 'kind']).orderBy('member').execute();
    expect(told).toEqual(['bertil', 'cecil'].map((member) => ({ member, kind: 'budget-submitted' })));
    const seenBudget = { budget: budget.id, version: 1, money };
    const made = await holder.issue('approve-budget', 'case-1', seenBudget, { basedOn: budget.revision });
    expect(made).toMatchObject({ kind: 'carried-out' });
    expect((await seen())?.budgets.find(({ id }) => id === budget.id)?.approvals).toMatchObject([
      { by: { member: 'cecil' }, as: role, amount: 420_000 },
    ]);
  });

  test('without the right nobody is told, and the budget is neither there nor decided on', async () => {
    await give('tasks.approve');
    const budget = await submit();
    const told = await server.store.db.selectFrom('notice').select('member').execute();
    expect(told).toEqual([{ member: 'bertil' }]);
    const seenBudget = { budget: budget.id, version: 1, money };
    const made = await holder.issue('approve-budget', 'case-1', seenBudget, { basedOn: budget.revision });
    expect(made).toMatchObject({ kind: 'refused', refusal: { code: 'no-role-in-case' } });
  });

  test('of a chat message the holder is told where the right says so, and the deputy of who is away', async () => {
    await give('chat.forceMark');
    await (await server.as('bertil')).issue('change-member', 'cecil', { away: { deputy: 'carla' } });
    await (await server.as('rita')).issue('write-chat', 'case-1', { text: 'x' });
    const told = await server.store.db.selectFrom('notice').select(['member', 'kind']).orderBy('member').execute();
    expect(told).toEqual(['carla', 'cecil'].map((member) => ({ member, kind: 'chat-written' })));
  });

  test('who is no longer responsible has the role no more', async () => {
    await give('budget.approve');
    const before = cursorOf(await holder.pages());
    const others = { responsibles: [{ ...cecil, member: 'carla', name: 'Carla Person' }] };
    const held = aTask({ id: 'held', kind, type, main: false, company: 'arvio', office: 'arvio-kuopio', ...others });
    const own = aTask({ id: 'own', company: 'arvio', office: 'arvio-kuopio', responsibles: [cecil] });
    await server.changeCase(portal, 'case-1', { tasks: [held, own] });
    const lost = pieceIn(await holder.delta(before));
    expect(lost?.ties).toEqual(['responsible']);
    expect(await seen()).toMatchObject({ budgets: [] });
  });
});
