import { describe, expect, test } from 'vitest';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { decideCase } from '../../../../shared/domain/command-book.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import type { EditWorkPlan } from '../../../../shared/domain/work-plan/plan-puts.ts';
import { blockedBecause } from '../../../../shared/domain/work-plan/plan-blocker.ts';
import { valuesOf } from '../../../../shared/domain/work-plan/plan-items.ts';
import {
  aCase,
  aCaseHandler,
  anInsurer,
  aQuestion,
  aStanding,
  aTask,
  someSettings,
} from '../../../support/builders.ts';
import { aPlan, aPut, aRoom, aWorkItem, aWorkValue, editing, putOf } from '../../../support/work-plan.ts';

const settings = someSettings({ workPlans: true });
const office = aStanding({ settings });
const planned = (change: Partial<Case> = {}) => aCase({ tasks: [aTask({ status: '2' })], ...change });
const approved = { amount: 76_400, quantity: 76_400, unitPrice: 10_000 };

function edited(subject: Case, change: Partial<EditWorkPlan>, standing: Standing = office) {
  return decideCase(aQuestion({ case: subject, standing }), { name: 'edit-work-plan', input: editing(change) });
}

function after(subject: Case, change: Partial<EditWorkPlan>, standing: Standing = office): Case {
  const decision = edited(subject, change, standing);
  if (decision.kind !== 'decided') throw new Error(JSON.stringify(decision));
  return decision.after;
}

function refusal(subject: Case, change: Partial<EditWorkPlan>, standing: Standing = office): unknown {
  const decision = edited(subject, change, standing);
  return decision.kind === 'refused' ? decision.refusal : decision.kind;
}

describe('a change of a work plan', () => {
  test('works out what each item comes to, for the company of its task', () => {
    const { rooms, workItems, workValues } = after(planned(), {
      rooms: [{ id: 'kitchen', revision: null, name: 'Kitchen', order: 0, length: 42_000 }],
      items: [aPut({ room: 'kitchen' }), aPut({ id: 'trip', kind: 'trip', quantity: '2*35', unitPrice: 55 })],
    });
    expect(rooms).toMatchObject([{ id: 'kitchen', length: 42_000 }]);
    expect(workItems).toMatchObject([
      { id: 'floor', amountOf: 76_400, state: 'draft', room: 'kitchen', quantity: '4,2*2,2-1,6' },
      { id: 'trip', amountOf: 700_000, kind: 'trip' },
    ]);
    expect(workValues).toMatchObject([
      { id: 'floor', company: 'kuivaus', amount: 76_400 },
      { id: 'trip', amount: 3850 },
    ]);
  });

  test('leaves what it does not name the very same', () => {
    const subject = planned(aPlan([{}, {}]));
    const [first] = subject.workItems ?? [];
    const now = after(subject, { items: [putOf(aWorkItem({ id: 'item-1' }), { quantity: '2' })] });
    expect(now.workItems?.[0]).toBe(first);
    expect(now.workValues?.[0]).toBe(subject.workValues?.[0]);
    expect(now.workItems?.[1]).toMatchObject({ amountOf: 20_000 });
  });

  test('makes an approved item a changed one, whose value stays in force; its place is no change', () => {
    const subject = planned({ tasks: [aTask({ status: 'B++' })], ...aPlan([{ state: 'approved' }], [{ approved }]) });
    const put = putOf(aWorkItem({ id: 'item-0' }));
    const moved = after(subject, { items: [{ ...put, order: 9 }] });
    expect(moved.workItems).toMatchObject([{ state: 'approved', order: 9 }]);
    const changed = after(subject, { items: [{ ...put, quantity: '9' }] });
    expect(changed.workItems).toMatchObject([{ state: 'changed', amountOf: 90_000 }]);
    expect(changed.workValues).toMatchObject([{ amount: 90_000, approved }]);
    expect(changed.tasks).toMatchObject([{ status: 'B++' }]);
  });

  test('of what the partner did without makes a draft again', () => {
    const subject = planned(aPlan([{ state: 'rejected', accepted: true }]));
    const [item] = after(subject, { items: [putOf(aWorkItem({ id: 'item-0' }))] }).workItems ?? [];
    expect(item).toMatchObject({ state: 'draft' });
    expect(item?.accepted).toBeUndefined();
  });

  test('names everything that stands in the way, and changes nothing', () => {
    const subject = planned({
      tasks: [aTask({ status: '3' }), aTask({ id: 'first-aid-1', budget: 'none', status: 'B++' })],
      rooms: [aRoom()],
      ...aPlan(
        [
          { state: 'submitted' },
          { state: 'approved' },
          { allocation: 'cashOffer' },
          { state: 'rejected', room: 'kitchen' },
        ],
        [{}, { approved }],
      ),
    });
    const item = (id: string) => aWorkItem({ id });
    const expected: readonly (readonly [string, (typeof blockedBecause)[number]])[] = [
      ['kitchen', 'room-in-use'],
      ['item-0', 'submitted'],
      ['item-2', 'allocated'],
      ['older', 'gone'],
      ['there', 'no-such-room'],
      ['aid', 'no-budget-task'],
      ['typed', 'quantity'],
      ['dear', 'too-large'],
      ['item-3', 'changed'],
      ['item-1', 'approved'],
    ];
    expect(
      refusal(subject, {
        roomsRemoved: [{ id: 'kitchen', revision: 'revision-of-kitchen' }],
        items: [
          putOf(item('item-0')),
          putOf(item('item-2')),
          putOf(item('older')),
          aPut({ id: 'there', room: 'cellar' }),
          aPut({ id: 'aid', task: 'first-aid-1' }),
          aPut({ id: 'typed', quantity: '4,2 m' }),
          aPut({ id: 'dear', unitPrice: 99_999_999_999 }),
          putOf(item('item-3'), { revision: 'an-older-one', room: 'kitchen' }),
        ],
        itemsRemoved: [{ id: 'item-1', revision: 'revision-of-item-1' }],
      }),
    ).toMatchObject({
      code: 'plan-blocked',
      blockers: expected.map(([thing, because]) => ({ thing, because })),
    });
    const elsewhere = putOf(item('item-3'), { task: 'drying-2' });
    const two = { ...subject, tasks: [...subject.tasks, aTask({ id: 'drying-2', status: '2' })] };
    expect(refusal(two, { items: [elsewhere] })).toMatchObject({ blockers: [{ because: 'other-task' }] });
  });

  test('is for the company with the task and for the insurer, in a portal with work plans, while it is planned', () => {
    const items = [aPut()];
    const code = (change: Partial<Standing>, status: '0+' | '1' | '2' | '4' = '2') =>
      refusal(planned({ tasks: [aTask({ status })] }), { items }, { ...office, ...change });
    expect(code({}, '1')).toBe('decided');
    expect(refusal(planned(), { items }, anInsurer({ settings }))).toBe('decided');
    expect(refusal(planned(), { items }, aCaseHandler({ settings }))).toMatchObject({ code: 'other-office-task' });
    expect(code({ budgetPermission: false })).toMatchObject({ code: 'no-budget-permission' });
    expect(code({ settings: someSettings() })).toMatchObject({ code: 'feature-off', feature: 'work-plans' });
    expect(code({}, '0+')).toMatchObject({ code: 'status-conflict' });
    expect(code({}, '4')).toMatchObject({ code: 'status-conflict' });
    const others = { tasks: [aTask({ status: '2' }), aTask({ id: 'theirs', company: 'rival', status: '2' })] };
    expect(
      refusal(planned(others), { items: [aPut(), aPut({ id: 'x', task: 'theirs' })] }, anInsurer({ settings })),
    ).toMatchObject({ code: 'other-office-task' });
    // Rooms are everybody's who plans anything in the case.
    expect(refusal(planned(others), { rooms: [{ id: 'a', revision: null, name: 'A', order: 0 }] })).toBe('decided');
  });

  test('what another company entered before is nobody’s value: the next one enters its own', () => {
    const left = planned({
      tasks: [aTask({ status: '2', company: 'rival', office: 'rival-kuopio' })],
      workItems: [aWorkItem()],
      workValues: [aWorkValue({ approved: null })],
    });
    expect(valuesOf(left).size).toBe(0);
    const rival = { ...office, company: 'rival', office: 'rival-kuopio', member: 'rita' };
    const send = {
      name: 'submit-work-items',
      input: { items: [{ id: 'floor', revision: 'revision-of-floor' }], comment: '' },
    } as const;
    expect(decideCase(aQuestion({ case: left, standing: rival }), send)).toMatchObject({
      refusal: { code: 'plan-blocked', blockers: [{ because: 'no-price' }] },
    });
    const now = after(left, { items: [putOf(aWorkItem(), { unitPrice: 5000 })] }, rival);
    expect(now.workValues).toEqual([
      { id: 'floor', company: 'rival', unitPrice: 5000, priceList: null, amount: 38_200, approved: null },
    ]);
  });
});

test('every reason that something stands in the way for is met', () => {
  const tested = ['no-price', 'other-task', 'changed', 'gone', 'submitted', 'approved', 'allocated'];
  const more = ['no-such-room', 'room-in-use', 'no-budget-task', 'quantity', 'too-large'];
  // tests/shared/domain/settlement/settling-blockers.test.ts
  const settling = ['forwarded', 'reported', 'task-status', 'invoiced', 'trade-excluded', 'hours-missing'];
  expect(new Set([...tested, ...more, ...settling])).toEqual(new Set(blockedBecause));
});
