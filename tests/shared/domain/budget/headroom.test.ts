import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addedByApproval,
  approvedInForce,
  bindingAmount,
  type Budget,
  type BudgetApproval,
} from '../../../../shared/domain/budget/budget.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import { headroom } from '../../../../shared/domain/rights/may.ts';
import {
  aBudget,
  aCase,
  aCaseHandler,
  aRole,
  aTask,
  bertil,
  carla,
  settingsWithRole,
} from '../../../support/builders.ts';
import { approve, code, decideOn, eur } from '../../../support/budget-commands.ts';

type Approver = 'carla' | 'dan' | 'bertil';
const people = {
  carla: { by: carla, as: 'external-case-handler' },
  dan: { by: { ...carla, member: 'dan' }, as: 'project-manager' },
  bertil: { by: bertil, as: 'insurer' },
} as const;

/** A budget with what was approved of it, one after the other. */
function approved(id: string, steps: readonly (readonly [Approver, number])[]): Budget {
  const approvals = steps.map(([who, amount], index): BudgetApproval => ({
    ...people[who],
    version: index + 1,
    amount,
    previous: steps[index - 1]?.[1] ?? 0,
    at: '',
  }));
  return aBudget({ id, state: 'approved', version: steps.length, approvals });
}

const limitedTo = (amount: number) => aCaseHandler({ limit: { kind: 'other', amount } });

/** Carla's approval of a new version of this amount, in a case with these budgets. */
function decide(before: Budget, others: readonly Budget[], amount: number, standing: Standing): string {
  const version = before.version + 1;
  const budget: Budget = { ...before, id: 'budget-1', state: 'submitted', version, money: eur(amount) };
  const subject = aCase({
    role: aRole({ user: carla }),
    tasks: [aTask({ status: '3-' })],
    budgets: [budget, ...others],
  });
  return code(decideOn(subject, approve(amount, version), standing));
}

describe('a limit of 1,500', () => {
  test('takes 1,000 again after the insurer has lowered 1,000 to 200: only 1,000 are in force', () => {
    const lowered = approved('a', [
      ['carla', 1000],
      ['bertil', 200],
    ]);
    expect(approvedInForce([lowered], carla.member)).toBe(200);
    expect(decide(lowered, [], 1000, limitedTo(1500))).toBe('decided');
    expect(decide(lowered, [], 1501, limitedTo(1500))).toBe('limit-exceeded');
    expect(decide(aBudget({ version: 0 }), [lowered], 1300, limitedTo(1500))).toBe('decided');
    expect(decide(aBudget({ version: 0 }), [lowered], 1301, limitedTo(1500))).toBe('limit-exceeded');
  });

  test('counts of what the insurer raised and somebody lowered again no more than one’s own part', () => {
    const steps = [
      ['carla', 500],
      ['bertil', 1000],
      ['carla', 600],
    ] as const;
    expect(approvedInForce([approved('a', steps)], carla.member)).toBe(500);
    expect(approvedInForce([approved('a', [...steps, ['bertil', 300]])], carla.member)).toBe(300);
  });
});

test.each(['cumulative', 'per-budget'] as const)(
  'lowering is allowed although the limit was lowered since, %s; raising is not',
  (limitBasis) => {
    const standing = aCaseHandler({
      settings: settingsWithRole({ limitBasis }),
      limit: { kind: 'other', amount: 100 },
    });
    const before = approved('a', [['carla', 1000]]);
    expect(decide(before, [], 900, standing)).toBe('decided');
    expect(decide(before, [], 1000, standing)).toBe('decided');
    expect(decide(before, [], 1001, standing)).toBe('limit-exceeded');
  },
);

describe('over any order of approvals', () => {
  const who = fc.constantFrom<Approver>('carla', 'dan', 'bertil');
  const steps = fc.array(fc.tuple(who, fc.integer({ min: 1, max: 2000 })), { maxLength: 8 });
  const budgets = fc
    .array(steps, { minLength: 1, maxLength: 4 })
    .map((all) => all.map((each, index) => approved(`budget-${index}`, each)));
  const inForce = (all: readonly Budget[]) => all.reduce((sum, budget) => sum + (bindingAmount(budget) ?? 0), 0);

  test('what counts for each is together what is in force, less what the insurer brought about', () => {
    const byInsurer = (all: readonly Budget[]) =>
      // As if the insurer were a partner: then nothing is left over.
      all.map((budget) => ({
        ...budget,
        approvals: budget.approvals.map((each) => ({ ...each, as: 'external-case-handler' as const })),
      }));
    fc.assert(
      fc.property(budgets, (all) => {
        const counted = [carla.member, 'dan', bertil.member].map((member) => approvedInForce(byInsurer(all), member));
        expect(counted.reduce((sum, each) => sum + each, 0)).toBe(inForce(all));
        expect(approvedInForce(all, bertil.member)).toBe(0);
        expect(approvedInForce(all, carla.member)).toBe(counted[0]);
      }),
    );
  });

  test('raising counts the difference for who raises, lowering adds to nobody', () => {
    fc.assert(
      fc.property(steps, who, fc.integer({ min: 1, max: 2000 }), (before, next, amount) => {
        const [old, now] = [approved('a', before), approved('a', [...before, [next, amount]])];
        const change = (member: string) => approvedInForce([now], member) - approvedInForce([old], member);
        const raised = amount - (bindingAmount(old) ?? 0);
        for (const each of ['carla', 'dan'] as const) {
          const { member } = people[each].by;
          expect(Math.max(0, change(member))).toBe(each === next ? Math.max(0, raised) : 0);
          expect(raised > 0 && change(member) < 0).toBe(false);
        }
        expect(addedByApproval({ ...old, money: eur(amount) }, carla.member)).toBe(
          approvedInForce([approved('a', [...before, ['carla', amount]])], carla.member) -
            approvedInForce([old], carla.member),
        );
      }),
    );
  });

  test('an approval that raises and is allowed never leaves more in force by this person than the limit', () => {
    const limit = fc.integer({ min: 0, max: 4000 });
    fc.assert(
      fc.property(budgets, limit, fc.integer({ min: 1, max: 2000 }), (all, most, amount) => {
        const [first = aBudget(), ...others] = all;
        const version = { ...first, state: 'submitted' as const, money: eur(amount) };
        const room = headroom(limitedTo(most), aCase({ budgets: [version, ...others] }), version);
        const lowers = amount <= (bindingAmount(first) ?? 0);
        const after = room.already + room.amount;
        expect(room.over).toBe(lowers ? 0 : Math.max(0, after - most));
        expect(after).toBeLessThanOrEqual(inForce(others) + amount);
      }),
    );
  });
});
