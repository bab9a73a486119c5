import { describe, expect, test } from 'vitest';
import { bindingAmount } from '../../../../shared/domain/budget/budget.ts';
import { anApproval, code, decideOn, eur, handled } from '../../../support/budget-commands.ts';
import {
  aBudget,
  aCaseHandler,
  anInsurer,
  anna,
  aStanding,
  aTask,
  carla,
  monday,
  settingsWithRole,
} from '../../../support/builders.ts';

const recall = { name: 'recall-budget', input: { budget: 'budget-1', version: 1, comment: 'A wrong sum' } } as const;
const sender = aStanding({ budgetPermission: true, level: 3 });
const withRightSeven = aCaseHandler({
  settings: settingsWithRole({ enabled: true, rights: ['budget.onBehalf', 'budget.approve'] }),
});
const inForce = { approvals: [anApproval({ amount: 300_000 })] };

describe('recalling', () => {
  test('takes the version back with its comment; who decides is told, and the task waits for a budget again', () => {
    const decision = decideOn(handled(), recall, sender);
    if (decision.kind !== 'decided') throw new Error(`not decided: ${code(decision)}`);
    expect(decision.after.budgets).toMatchObject([
      { state: 'recalled', version: 1, target: null, recall: { by: anna, comment: 'A wrong sum' } },
    ]);
    expect(decision.after.tasks.map(({ status }) => status)).toEqual(['2']);
    expect(decision.log).toMatchObject([{ what: 'budget-recalled', company: 'kuivaus' }]);
    const told = decision.consequences.map((each) => each.kind === 'tell' && each.to);
    expect(told).toContainEqual({ kind: 'insurer' });
    expect(told).toContainEqual({ kind: 'member', member: 'carla' });
  });

  test.each([
    ['B', false, '2'],
    ['B', true, 'B++'],
    ['3-', true, '3'],
    ['3-', false, '3'],
  ] as const)('a task in %s, with something in force: %s, goes back to %s', (status, binding, expected) => {
    const subject = { ...handled(binding ? inForce : {}), tasks: [aTask({ status })] };
    const decision = decideOn(subject, recall, sender);
    if (decision.kind !== 'decided') throw new Error(`not decided: ${code(decision)}`);
    expect(decision.after.tasks.map((task) => task.status)).toEqual([expected]);
    expect(decision.after.budgets.map(bindingAmount)).toEqual([binding ? 300_000 : null]);
  });

  test('another budget of the task that waits keeps it waiting', () => {
    const subject = { ...handled(), budgets: [aBudget(), aBudget({ id: 'budget-2', money: eur(1) })] };
    expect(decideOn(subject, recall, sender)).toMatchObject({ after: { tasks: [{ status: 'B' }] } });
  });

  test.each([
    ['approved', { state: 'approved', ...inForce }, 'already-decided'],
    ['rejected', { state: 'rejected', rejection: { by: carla, reason: 'x', at: monday } }, 'already-decided'],
    ['recalled', { state: 'recalled', recall: { by: anna, comment: '', at: monday } }, 'already-decided'],
    ['with the insurer', { forwarded: { by: carla, at: monday, note: '', over: 1 } }, 'budget-forwarded'],
    ['another version', { version: 2 }, 'stale'],
  ] as const)('one that is %s is refused', (_, change, expected) => {
    expect(code(decideOn(handled(change), recall, sender))).toBe(expected);
  });

  test('nobody decides on what was recalled', () => {
    const recalled = handled({ state: 'recalled', recall: { by: anna, comment: '', at: monday } });
    const reject = { name: 'reject-budget', input: { budget: 'budget-1', version: 1, reason: 'x' } } as const;
    expect(decideOn(recalled, reject)).toMatchObject({
      refusal: { code: 'already-decided', changedBy: anna.name, changedAt: monday },
    });
  });

  test('with right 7 it is for who entered it; the partner may as well', () => {
    expect(code(decideOn(handled(), recall, withRightSeven))).toBe('other-office-task');
    const onBehalf = handled({ submittedBy: carla });
    expect(code(decideOn(onBehalf, recall, withRightSeven))).toBe('decided');
    expect(code(decideOn(onBehalf, recall, sender))).toBe('decided');
    expect(code(decideOn(onBehalf, recall, anInsurer()))).toBe('other-office-task');
  });
});
