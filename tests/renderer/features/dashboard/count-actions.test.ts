import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countActions,
  countMyRoles,
  countRequired,
  kindsOf,
  scopesOf,
  type Count,
  type Look,
} from '../../../../renderer/features/dashboard/count-actions.ts';
import { passes, type RowFacts } from '../../../../shared/domain/case/list-filter.ts';
import { actionKinds } from '../../../../shared/domain/dashboard/actions.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import { taskStatuses } from '../../../../shared/domain/task/task-status.ts';
import { aCaseHandler, anInsurer, aStanding, anna, carla, settingsWithRole } from '../../../support/builders.ts';
import { aRow, aRowBudget, aRowRole, aRowTask, dueIn, factsOf } from '../../../support/rows.ts';

const everywhere: Look = { scope: 'company', portal: null };

function numbersOf(facts: readonly RowFacts[], look: Look, standings: readonly Standing[]): readonly Count[] {
  const rows = countActions(facts, kindsOf(standings), look);
  return rows.flatMap((row) => [row.total, row['on-time'], row.near, row.overdue]);
}

function listLength(facts: readonly RowFacts[], { filter }: Count): number {
  return facts.filter((each) => passes(each, filter)).length;
}

describe('every number opens exactly what it counted', () => {
  const standings: readonly Standing[] = [
    aStanding({ portal: 'a', level: 3 }),
    aStanding({ portal: 'a', level: 1 }),
    aCaseHandler({ portal: 'b' }),
    anInsurer({ portal: 'c' }),
  ];
  const target = fc.option(fc.integer({ min: -40, max: 40 }).map(dueIn), { nil: null });
  const company = fc.constantFrom(anna.company, carla.company);
  const task = fc.record({
    id: fc.uuid(),
    status: fc.constantFrom(...taskStatuses),
    main: fc.boolean(),
    office: fc.constantFrom('kuopio', 'arvio-kuopio', null),
    company,
    responsibles: fc.subarray([anna.member, carla.member]),
    target,
  });
  const role = fc.record({
    office: fc.constantFrom('kuopio', 'arvio-kuopio'),
    company,
    user: fc.constantFrom(null, anna, carla),
    target,
  });
  const facts = fc
    .record({
      standing: fc.constantFrom(...standings),
      id: fc.uuid(),
      state: fc.constantFrom('open' as const, 'closed' as const),
      handler: fc.constantFrom(null, 'bertil'),
      role: fc.option(role, { nil: null }),
      roleDeclined: fc.boolean(),
      tasks: fc.array(task, { maxLength: 4 }),
      budgets: fc.array(fc.record({ company, forwarded: fc.boolean(), target }), { maxLength: 2 }),
    })
    .map(({ standing, ...row }) =>
      factsOf(
        aRow({
          ...row,
          portal: standing.portal,
          role: row.role && aRowRole(row.role),
          tasks: row.tasks.map(aRowTask),
          budgets: row.budgets.map(aRowBudget),
        }),
        { standing },
      ),
    );
  const look = fc.record({
    scope: fc.constantFrom('mine' as const, 'company' as const, 'assigned-to-me' as const),
    portal: fc.constantFrom(null, 'a', 'b', 'c'),
  });

  test('in every cell, scope and portal, over generated cases', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 30 }), look, (rows, wanted) => {
        for (const count of numbersOf(rows, wanted, standings)) expect(listLength(rows, count)).toBe(count.cases);
      }),
      { numRuns: 300 },
    );
  });

  test('in the headline and in the cases of the role', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 30 }), look, (rows, { portal }) => {
        for (const count of [countRequired(rows, portal), countMyRoles(rows, portal)]) {
          expect(listLength(rows, count)).toBe(count.cases);
        }
      }),
    );
  });

  test('no action is left without a row', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 30 }), (rows) => {
        for (const { standing, actions } of rows) {
          const kinds = kindsOf([standing]);
          for (const { kind } of actions) expect(kinds).toContain(kind);
        }
      }),
    );
  });
});

describe('what is counted', () => {
  test('a case with two tasks of a kind counts once, under the more urgent one', () => {
    const tasks = [aRowTask({ id: 'a', target: dueIn(-1) }), aRowTask({ id: 'b', target: dueIn(9) })];
    const row = countActions([factsOf(aRow({ tasks }))], ['confirm-received'], everywhere)[0];
    expect([row?.total.cases, row?.['on-time'].cases, row?.near.cases, row?.overdue.cases]).toEqual([1, 0, 0, 1]);
  });

  test('only mine leaves out what a colleague is responsible for', () => {
    const facts = [
      factsOf(aRow({ id: 'mine', tasks: [aRowTask({ status: '1', responsibles: [anna.member] })] })),
      factsOf(aRow({ id: 'theirs', tasks: [aRowTask({ status: '1', responsibles: ['colleague'] })] })),
    ];
    expect(countActions(facts, ['set-time'], { scope: 'mine', portal: null })[0]?.total.cases).toBe(1);
    expect(countActions(facts, ['set-time'], everywhere)[0]?.total.cases).toBe(2);
  });

  test('rows stay where nothing is to be done, the new assignments first', () => {
    const kinds = kindsOf([aStanding()]);
    const rows = countActions([], kinds, everywhere);
    expect(rows.map((row) => row.kind)[0]).toBe('assign-role-user');
    expect(rows.every((row) => row.total.cases === 0)).toBe(true);
  });

  test('the insurer and the partner have rows of their own, the marked user the approvals too', () => {
    expect(kindsOf([anInsurer()])).toEqual([
      'role-declined',
      'forwarded-budgets',
      'decide-budgets',
      'approve-invoices',
      'allocate-tasks',
      'approve-tasks',
      'decide-compensation',
      'give-information',
    ]);
    expect(kindsOf([aStanding()])).not.toContain('decide-budgets');
    expect(kindsOf([aCaseHandler()])).toEqual(expect.arrayContaining(['assign-role-user', 'decide-budgets', 'start']));
    const settings = { ...settingsWithRole({ sampleWithinLimit: 10 }), workPlans: true };
    expect(kindsOf([anInsurer({ settings })])).toEqual(expect.arrayContaining(['check-approvals', 'bind-settlements']));
    expect(kindsOf([aCaseHandler({ settings })])).not.toContain('check-approvals');
    expect(kindsOf([anInsurer({ settings }), aCaseHandler()])).toEqual([...actionKinds]);
  });
});

describe('what can be chosen', () => {
  test('the company from level 2, the role as soon as the user is marked, in whichever portal', () => {
    expect(scopesOf([aStanding({ level: 1 })])).toEqual(['mine']);
    expect(scopesOf([aStanding({ level: 2 })])).toEqual(['mine', 'company']);
    expect(scopesOf([aStanding({ level: 1, marked: true })])).toEqual(['mine', 'assigned-to-me']);
    expect(scopesOf([aStanding({ level: 1 }), aCaseHandler()])).toEqual(['mine', 'company', 'assigned-to-me']);
    expect(scopesOf([aStanding({ level: 3, marked: true, active: false })])).toEqual(['mine']);
  });
});
