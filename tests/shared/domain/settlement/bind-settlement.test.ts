import { describe, expect, test } from 'vitest';
import type { Case } from '../../../../shared/domain/case/case.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import { approvalRoom } from '../../../../shared/domain/rights/effective-rights.ts';
import { boundInForce } from '../../../../shared/domain/settlement/bound-in-force.ts';
import { anApproval, eur } from '../../../support/budget-commands.ts';
import { aBudget, aCase, anInsurer, aRole, aTask, bertil, carla, monday } from '../../../support/builders.ts';
import {
  aSettledItem,
  aSettlement,
  aSettler,
  decidedOn,
  doneOn,
  onLast,
  settlingPortal,
} from '../../../support/settlements.ts';

const rights = ['cash.allTasks', 'budget.approve'] as const;
const holding = (amount: number, change: Partial<Case> = {}) =>
  aCase({
    role: aRole({ user: carla }),
    tasks: [aTask({ status: '2' })],
    settlements: [aSettlement({ items: [aSettledItem({ amount })] })],
    ...change,
  });
const code = (subject: Case, standing: Standing, amount: number) => {
  const decision = decidedOn(subject, standing, {
    name: 'bind-settlement',
    input: { ...onLast(subject), money: eur(amount) },
  });
  return decision.kind === 'refused' ? decision.refusal.code : decision.kind;
};

describe('the limit', () => {
  const before = { budgets: [aBudget({ state: 'approved', approvals: [anApproval({ amount: 300 })] })] };
  const bound = aSettlement({
    id: 'earlier',
    state: 'binding',
    bound: { by: carla, as: 'external-case-handler', amount: 200, at: monday },
  });
  const withBoth = (amount: number) => {
    const subject = holding(amount, before);
    return { ...subject, settlements: [bound, ...(subject.settlements ?? [])] };
  };

  test.each([
    [499, 'decided'],
    [500, 'decided'],
    [501, 'limit-exceeded'],
  ])('counts budgets and settlements together: %d more', (amount, expected) => {
    expect(code(withBoth(amount), aSettler(rights, 1000), amount)).toBe(expected);
  });

  test.each([
    [999, 'decided'],
    [1000, 'decided'],
    [1001, 'limit-exceeded'],
  ])('for each budget alone counts a settlement by itself: %d', (amount, expected) => {
    const base = aSettler(rights, 1000);
    const { settings } = base;
    const alone = {
      ...settings,
      externalCaseHandler: { ...settings.externalCaseHandler, limitBasis: 'per-budget' },
    } as const;
    expect(code(withBoth(amount), { ...base, settings: alone }, amount)).toBe(expected);
  });

  test('names what counted, and holds no internal user', () => {
    const subject = withBoth(501);
    const command = { name: 'bind-settlement', input: { ...onLast(subject), money: eur(501) } } as const;
    expect(decidedOn(subject, aSettler(rights, 1000), command)).toMatchObject({
      refusal: { code: 'limit-exceeded', limit: 1000, already: 500, amount: 501, over: 1, currency: 'EUR' },
    });
    expect(code(subject, anInsurer({ settings: settlingPortal(rights) }), 501)).toBe('decided');
  });

  test('is used up by what was bound, for budgets too; by nobody else’s, and not by the insurer’s', () => {
    const standing = aSettler(rights, 1000);
    const { after } = doneOn(holding(400), standing, {
      name: 'bind-settlement',
      input: { ...onLast(holding(400)), money: eur(400) },
    });
    expect(after.settlements).toMatchObject([
      { state: 'binding', bound: { amount: 400, as: 'external-case-handler' } },
    ]);
    expect([boundInForce(after, 'carla'), boundInForce(after, 'anna')]).toEqual([400, 0]);
    expect(approvalRoom(standing, after)).toEqual({ limit: 1000, left: 600 });
    const waits = (amount: number) => ({
      ...after,
      budgets: [aBudget({ money: eur(amount) })],
      tasks: [aTask({ status: 'B' })],
    });
    const approving = (amount: number) =>
      decidedOn(waits(amount), standing, {
        name: 'approve-budget',
        input: { budget: 'budget-1', version: 1, money: eur(amount) },
      });
    expect(approving(600).kind).toBe('decided');
    expect(approving(601)).toMatchObject({ refusal: { code: 'limit-exceeded', already: 400, over: 1 } });
    const byInsurer = aSettlement({ state: 'binding', bound: { by: bertil, as: 'insurer', amount: 9, at: monday } });
    expect(boundInForce({ budgets: [], settlements: [byInsurer] }, 'bertil')).toBe(0);
    const ended = after.settlements?.map((each) => ({ ...each, state: 'ended' as const })) ?? [];
    expect(boundInForce({ budgets: [], settlements: ended }, 'carla')).toBe(0);
  });
});

describe('is not bound', () => {
  const standing = aSettler(rights);
  test('without the right to approve budgets, which 5 and 6 are not', () => {
    expect(code(holding(1), aSettler(['cash.allTasks', 'cash.beforeApproval']), 1)).toBe('right-missing');
  });
  test('as other money than was seen, or in another currency', () => {
    expect(code(holding(2), standing, 1)).toBe('stale');
    const subject = holding(2);
    const sek = {
      name: 'bind-settlement',
      input: { ...onLast(subject), money: { amount: 2, currency: 'SEK' } },
    } as const;
    expect(decidedOn(subject, standing, sek)).toMatchObject({ refusal: { code: 'currency-differs', expected: 'EUR' } });
  });
  test('twice, or once it has ended', () => {
    for (const state of ['binding', 'ended'] as const)
      expect(code(holding(1, { settlements: [aSettlement({ state })] }), standing, 10_000)).toBe('already-decided');
  });
  test('by who is responsible for one of its tasks, nor of the own company where the portal does not allow it', () => {
    expect(code(holding(1, { tasks: [aTask({ responsibles: [carla] })] }), standing, 1)).toBe('self-authored');
    const own = aSettlement({ items: [aSettledItem({ amount: 1, company: 'arvio' })] });
    expect(code(holding(1, { settlements: [own] }), standing, 1)).toBe('own-company');
    const { settings } = standing;
    const allowed = { ...settings, externalCaseHandler: { ...settings.externalCaseHandler, ownCompany: true } };
    const subject = holding(1, { settlements: [own] });
    const { log } = doneOn(
      subject,
      { ...standing, settings: allowed },
      {
        name: 'bind-settlement',
        input: { ...onLast(subject), money: eur(1) },
      },
    );
    expect(log).toMatchObject([{ what: 'settlement-bound', company: 'arvio', facts: { ownCompany: 'yes' } }]);
  });
  test('for a repair before the compensation is decided', () => {
    const gated = { ...standing.settings, decisionGate: 'repairs-wait' } as const;
    const tasks = [
      aTask({ kind: 'repair', status: '2' }),
      aTask({ id: 'inspection-1', kind: 'inspection', main: true }),
    ];
    expect(code(holding(1, { tasks, decision: null }), { ...standing, settings: gated }, 1)).toBe(
      'inspection-undecided',
    );
  });
});
