import { describe, expect, test } from 'vitest';
import {
  aBudget,
  aCase,
  aCaseHandler,
  aFile,
  aRole,
  aStanding,
  aTask,
  carla,
  settingsWithRole,
  someSettings,
} from '../../../support/builders.ts';
import { approve, code, decideOn, eur } from '../../../support/budget-commands.ts';

describe('submitting', () => {
  const submit = (change: object = {}) =>
    ({
      name: 'submit-budget',
      input: {
        tasks: ['drying-1'],
        description: 'Drying',
        money: eur(420_000),
        file: aFile(),
        comment: '',
        revises: null,
        ...change,
      },
    }) as const;

  test('takes a task from 2 to B with its document', () => {
    const decision = decideOn(aCase({ tasks: [aTask({ status: '2' })] }), submit(), aStanding(), null);
    expect(decision).toMatchObject({
      after: {
        tasks: [{ status: 'B' }],
        budgets: [{ version: 1, state: 'submitted', office: 'kuopio' }],
        documents: [{ name: 'calculation.csv' }],
      },
    });
  });

  test('is added while the work runs as well, and the task waits in 3-', () => {
    const approved = aBudget({ state: 'approved' });
    const decision = decideOn(
      aCase({ tasks: [aTask({ status: '3' })], budgets: [approved] }),
      submit(),
      aStanding(),
      null,
    );
    expect(decision).toMatchObject({ after: { tasks: [{ status: '3-' }], budgets: [approved, { version: 1 }] } });
  });

  test('is for tasks of several offices of the company, never of two companies', () => {
    const tasks = [aTask({ status: '2' }), aTask({ id: 'other', status: '2', office: 'kuivaus-oulu' })];
    const both = submit({ tasks: ['drying-1', 'other'] });
    expect(decideOn(aCase({ tasks }), both, aStanding(), null)).toMatchObject({
      after: { tasks: [{ status: 'B' }, { status: 'B' }] },
    });
    const mixed = aCase({
      role: aRole({ user: carla }),
      tasks: [aTask({ status: '2' }), aTask({ id: 'other', status: '2', company: 'third' })],
    });
    expect(code(decideOn(mixed, both, aCaseHandler(), null))).toBe('other-office-task');
  });

  describe('on behalf of another partner, with right 7', () => {
    const waiting = aCase({ role: aRole({ user: carla }), tasks: [aTask({ status: '2' })] });

    test('is the External case handler’s, named as who entered it', () => {
      const decision = decideOn(waiting, submit(), aCaseHandler(), null);
      expect(decision).toMatchObject({
        after: { budgets: [{ company: 'kuivaus', office: 'kuopio', submittedBy: carla }], tasks: [{ status: 'B' }] },
        log: [{ what: 'budget-submitted', as: 'external-case-handler', by: carla, company: 'kuivaus' }],
      });
      if (decision.kind !== 'decided') throw new Error('not decided');
      const entered = decision.after.budgets[0];
      const own = { ...approve(), input: { ...approve().input, budget: entered?.id ?? '' } };
      expect(code(decideOn(decision.after, own, aCaseHandler(), entered?.revision))).toBe('self-authored');
    });

    test('is refused without the right, and where work plans are used', () => {
      const without = aCaseHandler({ settings: settingsWithRole({ rights: ['budget.approve'] }) });
      expect(decideOn(waiting, submit(), without, null)).toMatchObject({
        refusal: { code: 'right-missing', right: 'budget.onBehalf', grantor: 'operator' },
      });
      const plans = aCaseHandler({ settings: someSettings({ workPlans: true }) });
      expect(code(decideOn(waiting, submit(), plans, null))).toBe('feature-off');
    });
  });

  test.each([
    ['who may approve', {}, ['insurer', 'carla']],
    ['but not who may not', { rights: ['tasks.approve' as const] }, ['insurer']],
    ['but nobody of a role that is not in use', { enabled: false }, ['insurer']],
  ])('is told to the insurer, and to the role’s user %s', (_, role, told) => {
    const subject = aCase({ role: aRole({ user: carla }), tasks: [aTask({ status: '2' })] });
    const decision = decideOn(subject, submit(), aStanding({ settings: settingsWithRole(role) }), null);
    if (decision.kind !== 'decided') throw new Error('not decided');
    expect(
      decision.consequences.map(
        (each) => each.kind === 'tell' && (each.to.kind === 'member' ? each.to.member : each.to.kind),
      ),
    ).toEqual(told);
  });

  test.each([
    ['from 1', { status: '1' as const }, {}, {}, 'status-conflict'],
    [
      'while it runs, of a kind that takes no budget',
      { status: '3' as const, budget: 'none' as const },
      {},
      {},
      'status-conflict',
    ],
    [
      'of another company, where work plans are used',
      { status: '2' as const, company: 'arvio' },
      {},
      { settings: someSettings({ workPlans: true }) },
      'other-office-task',
    ],
    ['from B++ without a version before it', { status: 'B++' as const }, {}, {}, 'status-conflict'],
    [
      'in another currency',
      { status: '2' as const },
      { money: { amount: 1, currency: 'USD' } },
      {},
      'currency-differs',
    ],
    ['for a task of another company', { status: '2' as const, company: 'arvio' }, {}, {}, 'other-office-task'],
    ['without the permission', { status: '2' as const }, {}, { budgetPermission: false }, 'no-budget-permission'],
    [
      'where work plans are used',
      { status: '2' as const },
      {},
      { settings: someSettings({ workPlans: true }) },
      'feature-off',
    ],
    [
      'for a task that is not there',
      { status: '2' as const },
      { tasks: ['drying-1', 'nothing'] },
      {},
      'case-not-found',
    ],
  ])('%s is refused', (_, task, input, standing, expected) => {
    expect(code(decideOn(aCase({ tasks: [aTask(task)] }), submit(input), aStanding(standing), null))).toBe(expected);
  });

  test('a new version of a running task waits in 3- and keeps the approvals', () => {
    const approval = { version: 1, by: carla, as: 'insurer' as const, amount: 300_000, previous: 0, at: '' };
    const subject = aCase({
      tasks: [aTask({ status: '3' })],
      budgets: [aBudget({ state: 'approved', approvals: [approval] })],
    });
    const decision = decideOn(subject, submit({ revises: 'budget-1' }), aStanding());
    expect(decision).toMatchObject({
      after: { tasks: [{ status: '3-' }], budgets: [{ id: 'budget-1', version: 2, approvals: [approval] }] },
    });
    expect(code(decideOn(subject, submit({ revises: 'budget-1' }), aStanding(), 'older'))).toBe('stale');
  });
});
