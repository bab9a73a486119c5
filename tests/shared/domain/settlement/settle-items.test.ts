import { describe, expect, test } from 'vitest';
import { bindingAmount } from '../../../../shared/domain/budget/budget.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { invoiceSums } from '../../../../shared/domain/invoice/invoice-sums.ts';
import { usualSettlementRules } from '../../../../shared/domain/settlement/settlement-rules.ts';
import { settlementsOf } from '../../../../shared/domain/settlement/settlement.ts';
import type { TaskStatus } from '../../../../shared/domain/task/task-status.ts';
import { anApproval, eur } from '../../../support/budget-commands.ts';
import { aBudget, anInsurer, aTask } from '../../../support/builders.ts';
import {
  aSettler,
  decidedOn,
  doneOn,
  lastOf,
  onLast,
  planned,
  settling,
  settlingPortal,
} from '../../../support/settlements.ts';

const rights = ['cash.allTasks', 'cash.beforeApproval', 'ownwork.beforeApproval'] as const;
const handler = aSettler(rights);
const insurer = anInsurer({ settings: settlingPortal(rights) });

const budgetOf = (change: Parameters<typeof aBudget>[0]) => aBudget({ file: null, money: eur(2000), ...change });
const sent = { state: 'submitted', change: { budget: 'budget-1' } } as const;
const approvedIn = { state: 'approved', change: { budget: 'budget-1' } } as const;
const cash = (subject: Case, ids?: readonly string[]) =>
  doneOn(subject, handler, settling(subject, handler, 'cashOffer', ids));
const status = ({ tasks }: Case) => tasks[0]?.status;
const back = (subject: Case, items: readonly string[]) =>
  doneOn(subject, handler, { name: 'return-items', input: { ...onLast(subject), items, reason: 'x' } });

describe('an item of a budget that waits leaves it', () => {
  const waits = (state: TaskStatus, items: Parameters<typeof planned>[0], change: Parameters<typeof aBudget>[0] = {}) =>
    planned(items, { tasks: [aTask({ status: state })], budgets: [budgetOf({ waiting: 2000, ...change })] });

  test('what waits of it is summed anew, and the task still waits', () => {
    const { after } = cash(waits('B', [sent, { ...sent, amount: 700 }]), ['item-0']);
    expect(after.budgets).toMatchObject([{ state: 'submitted', waiting: 700, money: eur(2000) }]);
    expect(after.workItems).toMatchObject([
      { state: 'draft', allocation: 'cashOffer' },
      { state: 'submitted', allocation: 'partner' },
    ]);
    expect(status(after)).toBe('B');
  });

  test('B → 2, where nothing of the budget is left and other items are drafts', () => {
    const { after } = cash(waits('B', [sent, {}]), ['item-0']);
    expect(after.budgets).toMatchObject([{ state: 'recalled', waiting: 0, recall: { comment: '' }, target: null }]);
    expect(status(after)).toBe('2');
  });

  test('B → B++, where the others are approved', () => {
    const of = { approvals: [anApproval({ amount: 1000 })] };
    const { after } = cash(waits('B', [sent, approvedIn], of), ['item-0']);
    expect(after.budgets).toMatchObject([{ state: 'approved', waiting: 0 }]);
    expect(bindingAmount(after.budgets[0] ?? aBudget())).toBe(1000);
    expect(status(after)).toBe('B++');
  });

  test('B+ → B++, where what was rejected goes; a rejected budget stays one', () => {
    const of = { state: 'approved', approvals: [anApproval({ amount: 1000 })] } as const;
    const { after } = cash(waits('B+', [{ state: 'rejected' }, approvedIn], of), ['item-0']);
    expect(status(after)).toBe('B++');
    expect(after.workItems?.[0]).toMatchObject({ state: 'rejected', allocation: 'cashOffer' });
    const rejection = { by: anInsurer(), reason: 'wet', at: '' };
    const rejected = waits('B', [{ state: 'rejected' }, sent, {}], {
      rejection: { ...rejection, by: { member: 'bertil', name: 'Bertil', company: 'nordic' } },
    });
    expect(cash(rejected, ['item-1']).after.budgets).toMatchObject([{ state: 'rejected', waiting: 0 }]);
  });

  test('3- → 3, and a change of what is approved stays a change', () => {
    const changed = planned([{ state: 'changed', amount: 1500, change: { budget: 'budget-1' } }, approvedIn], {
      tasks: [aTask({ status: '3-' })],
      budgets: [budgetOf({ waiting: 500, approvals: [anApproval({ amount: 2000 })] })],
    });
    const [item] = changed.workItems ?? [];
    const subject = {
      ...changed,
      workItems: [{ ...item, state: 'submitted' }, ...(changed.workItems ?? []).slice(1)],
    } as Case;
    const { after } = cash(subject, ['item-0']);
    expect(after.workItems?.[0]).toMatchObject({ state: 'changed' });
    expect(status(after)).toBe('3');
  });
});

describe('a task of which nothing is left', () => {
  test.each(['1', '2', 'B', 'B+', 'B++', '3', '3-'] as const)('%s → A, and it goes on from there', (from) => {
    const subject = planned([{ state: 'approved' }, { state: 'draft' }], { tasks: [aTask({ status: from })] });
    const { after, log } = cash(subject);
    expect(after.tasks).toMatchObject([{ status: 'A', settled: { from, by: { member: 'carla' } } }]);
    expect(log.map(({ what }) => what)).toEqual(['items-settled', 'task-settled']);
    const again = back(after, ['item-1']).after;
    expect(again.tasks[0]).not.toHaveProperty('settled');
    // By its plan: what is approved stays at the customer, what is a draft waits to be sent.
    expect(status(again)).toBe(from === '1' ? '1' : from.startsWith('3') ? '3' : '2');
    expect(status(back(after, ['item-0']).after)).toBe(from === '1' ? '1' : from.startsWith('3') ? '3' : 'B++');
  });

  test('also where the rest was done without, or approved to be none', () => {
    const rest = [
      { state: 'rejected', change: { accepted: true } },
      { state: 'approved', amount: 0, change: { amountOf: 0 } },
    ] as const;
    expect(status(cash(planned([{}, ...rest]), ['item-0']).after)).toBe('A');
    expect(status(cash(planned([{}, { state: 'rejected' }]), ['item-0']).after)).toBe('2');
  });

  test('not while a budget with a file is in force or waits, and an inspection never', () => {
    const simple = (state: 'submitted' | 'approved') =>
      aBudget({ state, approvals: state === 'approved' ? [anApproval()] : [] });
    expect(status(cash(planned([{}], { budgets: [simple('submitted')] })).after)).toBe('B');
    expect(status(cash(planned([{}], { budgets: [simple('approved')] })).after)).toBe('B++');
    expect(status(cash(planned([{}], { tasks: [aTask({ status: '2', kind: 'inspection' })] })).after)).toBe('2');
  });

  test('one that was finished meanwhile without what comes back is running again', () => {
    for (const finished of ['4', 'A'] as const) {
      const { after } = cash(planned([{ state: 'approved' }, { state: 'approved' }]), ['item-0']);
      const done = { ...after, tasks: [aTask({ status: finished })] };
      expect(status(back(done, ['item-0']).after)).toBe('3');
    }
  });
});

describe('what becomes known', () => {
  test('each company is told how many of its own went, the deciders where it binds more; nobody an amount', () => {
    const subject = planned([{ amount: 123_457 }, { amount: 234_569, change: { task: 'painting-1' } }], {
      tasks: [
        aTask({ status: '2' }),
        aTask({ id: 'painting-1', status: '2', company: 'rival', office: 'rival-kuopio' }),
      ],
    });
    const values = subject.workValues?.map((value) =>
      value.amount === 234_569 ? { ...value, company: 'rival' } : value,
    );
    const { log, consequences, after } = cash({ ...subject, workValues: values ?? [] });
    expect(log.map(({ what, company, facts }) => [what, company, facts['count']])).toEqual([
      ['items-settled', 'kuivaus', '1'],
      ['items-settled', 'rival', '1'],
      ['task-settled', null, undefined],
      ['task-settled', null, undefined],
    ]);
    expect(JSON.stringify([log, consequences])).not.toMatch(/123.?457|234.?569|358.?026/u);
    const told = consequences.flatMap((each) => (each.kind === 'tell' ? [[each.notice, each.to]] : []));
    expect(told).toMatchObject([
      ['task-settled', { company: 'kuivaus' }],
      ['task-settled', { company: 'rival' }],
      ['settlement-provisional', { kind: 'insurer' }],
    ]);
    expect(lastOf(after)).toMatchObject({
      state: 'provisional',
      adds: 358_026,
      items: [{ company: 'kuivaus' }, { company: 'rival' }],
    });
  });

  test('that it binds nothing beyond what was approved: nobody has to be asked', () => {
    const { after, consequences } = cash(planned([{ state: 'approved' }, {}]), ['item-0']);
    expect(lastOf(after)).toMatchObject({ state: 'binding', adds: 0, bound: null, result: 1000 });
    expect(consequences).toMatchObject([{ notice: 'items-to-customer' }]);
  });
});

describe('items that come back', () => {
  test('end the settlement, which keeps what it was; what remains follows it and is a new offer', () => {
    const settled = cash(planned([{ amount: 1000 }, { amount: 500 }, {}]), ['item-0', 'item-1']).after;
    const asked = doneOn(settled, handler, {
      name: 'record-customer-answer',
      input: { ...onLast(settled), answer: 'accepted', note: '' },
    }).after;
    const { after, log, consequences } = back(asked, ['item-1']);
    expect(settlementsOf(after)).toMatchObject([
      { state: 'ended', result: 1500, answer: { answer: 'accepted' }, ended: { because: 'returned', reason: 'x' } },
      {
        state: 'provisional',
        result: 1000,
        adds: 1000,
        answer: null,
        follows: lastOf(asked).id,
        items: [{ item: 'item-0' }],
      },
    ]);
    expect(after.workItems?.map(({ allocation }) => allocation)).toEqual(['cashOffer', 'partner', 'partner']);
    expect(log).toMatchObject([{ what: 'items-returned', company: 'kuivaus', facts: { count: '1', reason: 'x' } }]);
    expect(consequences).toMatchObject([{ notice: 'items-returned' }]);
  });

  test('leave what was bound as far as it remains, and never bind more', () => {
    const binder = aSettler([...rights, 'budget.approve']);
    const settled = cash(planned([{ amount: 1000 }, { amount: 500 }])).after;
    const bound = doneOn(settled, binder, {
      name: 'bind-settlement',
      input: { ...onLast(settled), money: eur(1500) },
    }).after;
    expect(settlementsOf(back(bound, ['item-1']).after).at(-1)).toMatchObject({
      state: 'binding',
      adds: 1000,
      bound: { amount: 1000, by: { member: 'carla' }, as: 'external-case-handler' },
    });
  });

  test('a no of the customer gives all of them back, a question none', () => {
    const settled = cash(planned([{}, {}])).after;
    const say = (answer: 'declined' | 'question') =>
      doneOn(settled, handler, {
        name: 'record-customer-answer',
        input: { ...onLast(settled), answer, note: 'said so' },
      });
    const no = say('declined');
    expect(settlementsOf(no.after)).toMatchObject([
      { state: 'ended', answer: { answer: 'declined', note: 'said so' }, ended: { because: 'declined' } },
    ]);
    expect(no.after.workItems?.every(({ allocation }) => allocation === 'partner')).toBe(true);
    expect(no.log.map(({ what, company }) => [what, company])).toEqual([
      ['customer-answered', 'arvio'],
      ['items-returned', 'kuivaus'],
    ]);
    // What the customer wrote is not for the partner.
    expect(JSON.stringify(no.log)).not.toContain('said so');
    const question = say('question');
    expect(lastOf(question.after)).toMatchObject({ state: 'provisional', answer: { answer: 'question' } });
    expect(question.consequences).toEqual([]);
  });

  test('not twice, and not of a settlement that was seen otherwise', () => {
    const settled = cash(planned([{}, {}])).after;
    const seen = onLast(settled);
    const { after } = back(settled, ['item-0']);
    const again = { name: 'return-items', input: { ...seen, items: ['item-0'], reason: '' } } as const;
    expect(decidedOn(after, handler, again)).toMatchObject({
      refusal: { code: 'already-decided', changedBy: 'Carla Maki' },
    });
    const older = { ...again.input, revision: 'of-before' };
    expect(decidedOn(settled, handler, { ...again, input: older })).toMatchObject({ refusal: { code: 'stale' } });
    expect(decidedOn(settled, handler, { ...again, input: { ...seen, items: ['item-7'], reason: '' } })).toMatchObject({
      refusal: { code: 'stale' },
    });
  });
});

test('what went to the customer is not left to invoice, and comes back with the item', () => {
  const subject = planned([approvedIn, { ...approvedIn, amount: 500 }], {
    tasks: [aTask({ status: 'B++' })],
    budgets: [budgetOf({ state: 'approved', approvals: [anApproval({ amount: 1500 })] })],
  });
  expect(invoiceSums(subject, 'kuivaus', 'EUR')).toMatchObject({ budget: 1500, toCustomer: 0, left: 1500 });
  const { after } = cash(subject, ['item-1']);
  expect(invoiceSums(after, 'kuivaus', 'EUR')).toMatchObject({ budget: 1500, toCustomer: 500, left: 1000 });
  expect(invoiceSums(back(after, ['item-1']).after, 'kuivaus', 'EUR')).toMatchObject({ toCustomer: 0, left: 1500 });
});

test('a task whose items the customer was promised is not removed', () => {
  const subject = planned([{}, {}], { tasks: [aTask({ status: '1' })] });
  const { after } = cash(subject, ['item-0']);
  expect(decidedOn(after, insurer, { name: 'remove-task', input: { task: 'drying-1', type: 'drying' } })).toMatchObject(
    {
      refusal: { code: 'plan-blocked', blockers: [{ thing: 'item-0', because: 'allocated' }] },
    },
  );
});

test('what remains waits again where it would bind more than was bound: one sum for all trips has fewer to share it', () => {
  const flat = { ...usualSettlementRules, cash: { ...usualSettlementRules.cash, travelFlat: 1000 } };
  const standing = aSettler(rights, 1_000_000, flat);
  const trip = { state: 'approved', amount: 600, change: { kind: 'trip' } } as const;
  const subject = planned([trip, trip, {}]);
  const settled = doneOn(subject, standing, settling(subject, standing, 'cashOffer', ['item-0', 'item-1'])).after;
  expect(lastOf(settled)).toMatchObject({ state: 'binding', adds: 0, result: 1000 });
  const { after } = doneOn(settled, standing, {
    name: 'return-items',
    input: { ...onLast(settled), items: ['item-1'], reason: '' },
  });
  expect(lastOf(after)).toMatchObject({ state: 'provisional', adds: 400, result: 1000, bound: null });
});
