import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assignFate, usersForMany } from '../../../shared/domain/external-case-handler/assign-many.ts';
import { roleRevision } from '../../../shared/domain/external-case-handler/role.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import { aBudget, aContent, aRole, carla, monday } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, contentsOf, lineOf, type TestServer } from '../../support/portal-server.ts';

/** Twenty wait, one above the user's limit among them; of the others each has another reason. */
function twentyFive(): readonly Partial<Case>[] {
  const waiting = Array.from({ length: 20 }, () => ({ role: aRole() }));
  const high = { role: aRole(), budgets: [aBudget({ money: { amount: 90_000_000, currency: 'EUR' } })] };
  return [
    ...waiting.slice(1),
    high,
    { role: aRole({ user: carla, userAssignedAt: monday }) },
    { role: aRole({ user: carla, userAssignedAt: monday }) },
    { role: aRole(), state: 'closed' },
    { role: aRole(), state: 'closed' },
    { role: aRole({ office: 'arvio-oulu', officeName: 'Arvio Oulu' }) },
  ];
}

describe.each(engines)('many cases at once on $engine', ({ engine }) => {
  let server: TestServer;

  beforeEach(async () => {
    server = await aPortalServer(engine);
    const contents = twentyFive().map((change, index) =>
      aContent({ id: `case-${String(index).padStart(2, '0')}`, number: `NM-${index}`, ...change }),
    );
    await server.addCases('nordic-portal', contents);
  });
  afterEach(() => server.close());

  test('what a coordinator was told before is what the portal server decides, case by case', async () => {
    const cora = await server.as('cora');
    const lines = await cora.pages();
    const standing = lineOf(lines, 'standing')?.standing;
    const directory = lineOf(lines, 'directory');
    const cases = [...contentsOf(lines).values()].map((content) => content.case);
    if (!standing || !directory) throw new Error('an answer without a standing or a directory');
    expect(cases).toHaveLength(25);
    expect(cases.filter(({ hidden }) => hidden.includes('other-budgets')).length).toBeGreaterThan(20);
    const users = usersForMany(cases.map((each) => ({ directory, case: each })));
    expect(users.map(({ member }) => member.id)).toEqual(['carla', 'cecil']);

    const told = cases.map((each) =>
      assignFate({ standing, directory, case: each }, 'cecil', { seen: roleRevision(each), at: server.clock.now }),
    );
    const count = (kind: string) => told.filter((fate) => fate.kind === kind).length;
    expect([count('assigned'), count('has-user'), count('refused')]).toEqual([21, 2, 2]);
    const above = told.reduce((sum, fate) => sum + (fate.kind === 'assigned' ? (fate.above ?? 0) : 0), 0);
    expect(above).toBe(1);

    const batch = randomUUID();
    const issued = cases.flatMap((each, index) => {
      const fate = told[index];
      if (!fate || fate.kind === 'has-user') return [];
      const more = { basedOn: roleRevision(each), batch };
      return [{ fate, command: cora.command('assign-role-user', each.id, { member: 'cecil' }, more) }];
    });
    const outcomes = await cora.post(...issued.map(({ command }) => command));
    const answers = outcomes.map((each) => (each.kind === 'refused' ? each.refusal.code : each.kind));
    expect(answers).toEqual(issued.map(({ fate }) => (fate.kind === 'refused' ? fate.refusal.code : 'carried-out')));
    expect(answers.filter((each) => each === 'case-closed')).toHaveLength(2);
    const after = [...contentsOf(await (await server.as('cecil')).pages()).values()];
    expect(after.filter((content) => content.case.role?.user?.member === 'cecil')).toHaveLength(21);
  });

  test('what changed since it was seen is refused, told before and decided alike, and the others go on', async () => {
    const cora = await server.as('cora');
    const lines = await cora.pages();
    const [first, second] = [...contentsOf(lines).values()].map((content) => content.case);
    const standing = lineOf(lines, 'standing')?.standing;
    const directory = lineOf(lines, 'directory');
    if (!first || !second || !standing || !directory) throw new Error('two cases are needed');
    await server.changeCase('nordic-portal', first.id, { role: aRole({ revision: randomUUID() }) });
    const now = contentsOf(await cora.pages()).get(first.id);
    if (!now) throw new Error('the case left');
    const looked = { seen: roleRevision(first), at: server.clock.now };
    expect(assignFate({ standing, directory, case: now.case }, 'cecil', looked)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'stale' },
    });
    const outcomes = await cora.post(
      ...[first, second].map((each) =>
        cora.command('assign-role-user', each.id, { member: 'cecil' }, { basedOn: roleRevision(each) }),
      ),
    );
    expect(outcomes[0]).toMatchObject({ kind: 'refused', refusal: { code: 'stale' } });
    expect(outcomes[1]).toMatchObject({ kind: 'carried-out' });
  });
});
