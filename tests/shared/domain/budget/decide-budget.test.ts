import { describe, expect, test } from 'vitest';
import { bindingAmount } from '../../../../shared/domain/budget/budget.ts';
import { aBudget, aCaseHandler, anInsurer, aTask, carla, settingsWithRole } from '../../../support/builders.ts';
import { approve, code, decideOn, eur, handled } from '../../../support/budget-commands.ts';

const reject = { name: 'reject-budget', input: { budget: 'budget-1', version: 1, reason: 'Too dear' } } as const;
const forward = { name: 'forward-budget', input: { budget: 'budget-1', version: 1, note: 'Please look' } } as const;

describe('approving', () => {
  test('within the limit moves all tasks of the budget to B++ and makes the amount binding', () => {
    const second = aTask({ id: 'drying-2', status: 'B' });
    const subject = {
      ...handled({ tasks: ['drying-1', 'drying-2'] }),
      tasks: [aTask({ status: 'B' }), second, aTask({ id: 'other', status: 'B' })],
    };
    const decision = decideOn(subject, approve());
    expect(decision).toMatchObject({
      kind: 'decided',
      log: [{ what: 'budget-approved', as: 'external-case-handler', company: 'kuivaus' }],
    });
    if (decision.kind !== 'decided') throw new Error('not decided');
    expect(decision.after.tasks.map((task) => task.status)).toEqual(['B++', 'B++', 'B']);
    expect(decision.after.budgets.map(bindingAmount)).toEqual([420_000]);
    expect(decision.consequences).toContainEqual({
      kind: 'tell',
      notice: 'budget-approved',
      to: { kind: 'office', office: 'kuopio', company: 'kuivaus' },
      case: 'case-1',
    });
  });

  test('exactly at the limit is allowed, one cent above is refused with the amounts', () => {
    expect(code(decideOn(handled({ money: eur(500_000) }), approve(500_000)))).toBe('decided');
    expect(decideOn(handled({ money: eur(500_001) }), approve(500_001))).toEqual({
      kind: 'refused',
      refusal: {
        code: 'limit-exceeded',
        grantor: 'insurer',
        limit: 500_000,
        already: 0,
        amount: 500_001,
        over: 1,
        currency: 'EUR',
      },
    });
  });

  test('many small ones do not add up to more than the limit', () => {
    const mine = { version: 1, by: carla, as: 'external-case-handler' as const, amount: 400_000, previous: 0, at: '' };
    const subject = {
      ...handled({ money: eur(100_001) }),
      budgets: [aBudget({ id: 'before', approvals: [mine], state: 'approved' }), aBudget({ money: eur(100_001) })],
    };
    expect(decideOn(subject, approve(100_001))).toMatchObject({
      refusal: { code: 'limit-exceeded', already: 400_000, over: 1 },
    });
  });

  test('the insurer has no limit', () => {
    expect(code(decideOn(handled({ money: eur(90_000_000) }), approve(90_000_000), anInsurer()))).toBe('decided');
  });

  test.each([
    ['another version', approve(420_000, 2), 'revision-of-budget-1', 'stale'],
    ['another revision', approve(), 'older', 'stale'],
    ['no revision', approve(), null, 'stale'],
    ['another amount', approve(420_001), 'revision-of-budget-1', 'stale'],
    [
      'another currency',
      { ...approve(), input: { ...approve().input, money: { amount: 420_000, currency: 'USD' } } },
      'revision-of-budget-1',
      'currency-differs',
    ],
  ] as const)('%s than the one that was seen is refused', (_, command, basedOn, expected) => {
    expect(code(decideOn(handled(), command, aCaseHandler(), basedOn))).toBe(expected);
  });

  test('what somebody decided before is named', () => {
    const subject = handled({
      state: 'rejected',
      rejection: { by: carla, reason: 'no', at: '2026-11-23T08:30:00.000Z' },
    });
    expect(decideOn(subject, approve())).toMatchObject({
      refusal: { code: 'already-decided', changedBy: 'Carla Maki', changedAt: '2026-11-23T08:30:00.000Z' },
    });
  });

  test('a repair waits for the compensation decision, for the insurer too', () => {
    const subject = {
      ...handled(),
      decision: null,
      tasks: [aTask({ status: 'B' }), aTask({ id: 'i', kind: 'inspection', main: true })],
    };
    expect(code(decideOn(subject, approve(), anInsurer()))).toBe('inspection-undecided');
  });

  test('a changed budget of a running task goes back to 3', () => {
    const decision = decideOn(handled({}, { status: '3-' }), approve());
    expect(decision).toMatchObject({ after: { tasks: [{ status: '3' }] } });
  });

  test('a repair that waits is told before what changed, and what changed before the limit', () => {
    const subject = {
      ...handled({ money: eur(500_001) }),
      decision: null,
      tasks: [aTask({ status: 'B' }), aTask({ id: 'i', kind: 'inspection', main: true })],
    };
    expect(code(decideOn(subject, approve(500_001), aCaseHandler(), 'older'))).toBe('inspection-undecided');
    expect(
      code(decideOn({ ...subject, tasks: [aTask({ status: 'B' })] }, approve(500_001), aCaseHandler(), 'older')),
    ).toBe('stale');
  });

  test('for the own company, where the portal lets it, is flagged in the log', () => {
    const settings = settingsWithRole({ ownCompany: true });
    const subject = handled({ company: 'arvio', office: 'arvio-kuopio' }, { company: 'arvio', office: 'arvio-kuopio' });
    expect(decideOn(subject, approve(), aCaseHandler({ settings }))).toMatchObject({
      log: [{ what: 'budget-approved', facts: { ownCompany: 'yes' } }],
    });
    const others = decideOn(handled(), approve());
    expect(others.kind === 'decided' && others.log[0]?.facts).not.toHaveProperty('ownCompany');
  });

  test.each([approve(), reject])('a task with two budgets waits for both: $name comes second', (second) => {
    const other = aBudget({ id: 'budget-2', revision: 'revision-of-budget-2' });
    const subject = { ...handled(), budgets: [aBudget(), other] };
    const first = { name: 'approve-budget', input: { budget: 'budget-2', version: 1, money: eur(420_000) } } as const;
    const decision = decideOn(subject, first, anInsurer(), 'revision-of-budget-2');
    if (decision.kind !== 'decided') throw new Error('not decided');
    expect(decision.after.tasks).toEqual(subject.tasks);
    expect(decideOn(decision.after, second, anInsurer())).toMatchObject({ after: { tasks: [{ status: 'B++' }] } });
  });

  test('without right 8 budgets are hidden, so nothing is known of them', () => {
    const settings = settingsWithRole({ rights: [] });
    const subject = { ...handled(), budgets: [], hidden: ['budgets' as const, 'other-budgets' as const] };
    expect(code(decideOn(subject, approve(), aCaseHandler({ settings })))).toBe('right-missing');
    expect(code(decideOn(subject, approve()))).toBe('case-not-found');
  });
});

describe('rejecting', () => {
  test('sends the task back to 2, keeps the reason, and needs no headroom', () => {
    const decision = decideOn(handled({ money: eur(90_000_000) }), reject);
    expect(decision).toMatchObject({
      after: {
        tasks: [{ status: '2' }],
        budgets: [{ state: 'rejected', rejection: { reason: 'Too dear', by: carla } }],
      },
    });
  });

  test('of a new version leaves the last approved amount in force', () => {
    const approval = { version: 1, by: carla, as: 'insurer' as const, amount: 300_000, previous: 0, at: '' };
    const decision = decideOn(handled({ approvals: [approval] }, { status: '3-' }), reject);
    expect(decision).toMatchObject({ after: { tasks: [{ status: '3' }] } });
    if (decision.kind !== 'decided') throw new Error('not decided');
    expect(decision.after.budgets.map(bindingAmount)).toEqual([300_000]);
  });
});

describe('forwarding to the insurer', () => {
  test('above the limit keeps the task where it is and freezes the amounts', () => {
    const decision = decideOn(handled({ money: eur(600_000) }), forward);
    expect(decision).toMatchObject({
      after: {
        tasks: [{ status: 'B' }],
        budgets: [{ state: 'submitted', forwarded: { by: carla, note: 'Please look', over: 100_000 } }],
      },
      consequences: [{ notice: 'budget-forwarded', to: { kind: 'insurer' } }],
      log: [{ what: 'budget-forwarded', facts: { note: 'Please look' }, company: 'arvio' }],
    });
  });

  test('within the limit there is nothing to forward, and nothing twice', () => {
    expect(code(decideOn(handled(), forward))).toBe('within-limit');
    const twice = handled({ money: eur(600_000), forwarded: { by: carla, at: '', note: '', over: 1 } });
    expect(code(decideOn(twice, forward))).toBe('nothing-to-change');
  });

  test('the insurer’s answer is told to who asked', () => {
    const subject = handled({ money: eur(600_000), forwarded: { by: carla, at: '', note: '', over: 1 } });
    expect(decideOn(subject, approve(600_000), anInsurer())).toMatchObject({
      consequences: expect.arrayContaining([
        { kind: 'tell', notice: 'budget-approved', to: { kind: 'member', member: 'carla' }, case: 'case-1' },
      ]),
    });
  });
});
