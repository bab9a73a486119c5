import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandSchemas } from '../../../../shared/contract/commands.ts';
import { approvedInForce, bindingAmount } from '../../../../shared/domain/budget/budget.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { decideCase, type CaseCommand } from '../../../../shared/domain/command-book.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import { revisionsOf } from '../../../../shared/domain/who-changed.ts';
import { fittingItems } from '../../../../shared/domain/work-plan/fitting-items.ts';
import { addedByItems, waitingItems } from '../../../../shared/domain/work-plan/items-decided.ts';
import {
  aBudget,
  aCase,
  aCaseHandler,
  anInsurer,
  aQuestion,
  aRole,
  aStanding,
  aTask,
  carla,
  someSettings,
} from '../../../support/builders.ts';
import { aPlan, editing, putOf } from '../../../support/work-plan.ts';

const settings = someSettings({ workPlans: true, decisionGate: 'none' });
const office = aStanding({ settings });
const insurer = anInsurer({ settings });
const handler = (limit: number) => aCaseHandler({ settings, limit: { kind: 'other', amount: limit } });
const eur = (amount: number) => ({ amount, currency: 'EUR' });
const role = aRole({ user: carla });

let commands = 0;
/** Decided as it was seen. */
function decided(subject: Case, standing: Standing, command: CaseCommand) {
  commands += 1;
  const at = new Date(Date.UTC(2026, 10, 24, 8, 0, commands)).toISOString();
  const id = `0199cccc-0000-7000-8000-${String(commands).padStart(12, '0')}`;
  return decideCase(
    aQuestion({ case: subject, standing, stamp: { id, at, basedOn: revisionsOf(subject, command) } }),
    command,
  );
}

function done(subject: Case, standing: Standing, command: CaseCommand): Case {
  const decision = decided(subject, standing, command);
  if (decision.kind !== 'decided') throw new Error(JSON.stringify(decision));
  return decision.after;
}

function sent(subject: Case, ids: readonly string[]): Case {
  const items = (subject.workItems ?? [])
    .filter(({ id }) => ids.includes(id))
    .map(({ id, revision }) => ({ id, revision }));
  return done(subject, office, { name: 'submit-work-items', input: { items, comment: '' } });
}

function ruling(subject: Case, approved: readonly string[], rejected: readonly string[] = []): CaseCommand {
  const budget = subject.budgets.findLast(({ state }) => state === 'submitted') ?? aBudget();
  const money = eur(addedByItems(subject, approved));
  const of = { budget: budget.id, version: budget.version };
  return {
    name: 'decide-work-items',
    input: { ...of, money, approved, rejected, reason: rejected.length > 0 ? 'x' : '' },
  };
}

/** A task in 2 with drafts of these amounts. */
const drafted = (amounts: readonly number[]) =>
  aCase({
    role,
    tasks: [aTask({ status: '2' })],
    ...aPlan(
      amounts.map(() => ({})),
      amounts.map((amount) => ({ amount })),
    ),
  });
const idsOf = (amounts: readonly unknown[]) => amounts.map((_, at) => `item-${at}`);
const inForce = ({ workValues = [] }: Case) =>
  workValues.reduce((sum, { approved }) => sum + (approved?.amount ?? 0), 0);
const bound = ({ budgets }: Case) => budgets.reduce((sum, budget) => sum + (bindingAmount(budget) ?? 0), 0);

describe('a budget of work items', () => {
  test('keeps what was sent, whatever becomes of it', () => {
    const waits = sent(drafted([100, 200]), ['item-0', 'item-1']);
    const [budget] = waits.budgets;
    expect(budget).toMatchObject({
      file: null,
      money: eur(300),
      waiting: 300,
      description: 'Drying',
      tasks: ['drying-1'],
    });
    expect(budget?.items).toMatchObject([
      { item: 'item-0', text: 'Dry the item-0', quantity: '4,2*2,2-1,6', amount: 100, before: 0 },
      { item: 'item-1', amount: 200 },
    ]);
    const after = done(waits, insurer, ruling(waits, ['item-0'], ['item-1']));
    expect(after.budgets[0]?.items).toBe(budget?.items);
    expect(after.budgets).toMatchObject([
      { state: 'approved', waiting: 0, decided: [{ approved: ['item-0'], rejected: ['item-1'], reason: 'x' }] },
    ]);
    expect(after.tasks).toMatchObject([{ status: 'B+' }]);
  });

  test('waits on while some of it is not decided; the rest is recalled as it was', () => {
    const waits = sent(drafted([100, 200, 300]), idsOf([1, 2, 3]));
    const some = done(waits, insurer, ruling(waits, ['item-0']));
    expect(some.budgets).toMatchObject([{ state: 'submitted', waiting: 500, approvals: [{ amount: 100 }] }]);
    const [{ id, version } = aBudget()] = some.budgets;
    const back = done(some, office, { name: 'recall-budget', input: { budget: id, version, comment: '' } });
    expect(back.workItems?.map(({ state }) => state)).toEqual(['approved', 'draft', 'draft']);
    expect(back.tasks).toMatchObject([{ status: 'B++' }]);
    expect(bound(back)).toBe(100);
  });

  test('approve-budget approves what waits of it, reject-budget rejects it', () => {
    const waits = sent(drafted([100, 200]), idsOf([1, 2]));
    const [budget = aBudget()] = waits.budgets;
    const of = { budget: budget.id, version: budget.version };
    const yes = done(waits, insurer, { name: 'approve-budget', input: { ...of, money: eur(300) } });
    expect([inForce(yes), bound(yes), yes.tasks[0]?.status]).toEqual([300, 300, 'B++']);
    const no = done(waits, insurer, { name: 'reject-budget', input: { ...of, reason: 'wet' } });
    expect([inForce(no), bound(no), no.tasks[0]?.status]).toEqual([0, 0, '2']);
    expect(no.budgets).toMatchObject([{ state: 'rejected', rejection: { reason: 'wet' } }]);
  });

  test('is not decided as it was not seen: another amount, another item, a file where there is none', () => {
    const waits = sent(drafted([100, 200]), ['item-0']);
    const code = (command: CaseCommand) => {
      const decision = decided(waits, insurer, command);
      return decision.kind === 'refused' ? decision.refusal.code : decision.kind;
    };
    const right = ruling(waits, ['item-0']);
    const input = right.name === 'decide-work-items' ? right.input : null;
    if (!input) throw new Error('no ruling');
    expect(code({ name: 'decide-work-items', input: { ...input, money: eur(99) } })).toBe('stale');
    expect(
      code({ name: 'decide-work-items', input: { ...input, money: eur(300), approved: ['item-0', 'item-1'] } }),
    ).toBe('stale');
    expect(code(right)).toBe('decided');
  });
});

describe('the limit of who decides on items', () => {
  test('counts what is approved, item by item, at the limit and above it', () => {
    const waits = sent(drafted([100, 200, 300]), idsOf([1, 2, 3]));
    const code = (limit: number, approved: readonly string[]) => {
      const decision = decided(waits, handler(limit), ruling(waits, approved));
      return decision.kind === 'refused' ? decision.refusal.code : decision.kind;
    };
    expect(code(300, ['item-0', 'item-1'])).toBe('decided');
    expect(code(299, ['item-0', 'item-1'])).toBe('limit-exceeded');
    const [budget = aBudget()] = waits.budgets;
    const fits = (limit: number) => fittingItems({ standing: handler(limit), case: waits }, budget);
    expect(fits(300)).toEqual(['item-0', 'item-1']);
    const dearestFirst = ['item-2', 'item-1', 'item-0'];
    const standing = handler(450);
    expect(fittingItems({ standing, case: waits }, budget, dearestFirst)).toEqual(['item-2', 'item-0']);
    expect(fits(99)).toEqual([]);
    expect(fittingItems({ standing: insurer, case: waits }, budget)).toHaveLength(3);
    const one = done(waits, handler(300), ruling(waits, ['item-1']));
    const [left = aBudget()] = one.budgets;
    expect(fittingItems({ standing: handler(300), case: one }, left)).toEqual(['item-0']);
  });

  test('counts the difference of what was in force, and lowering releases it', () => {
    const first = sent(drafted([100_000]), ['item-0']);
    const agreed = done(first, handler(100_000), ruling(first, ['item-0']));
    const price = (subject: Case, unitPrice: number): Case => {
      const items = (subject.workItems ?? []).map((item) => putOf(item, { quantity: '1', unitPrice }));
      return sent(done(subject, office, { name: 'edit-work-plan', input: editing({ items }) }), ['item-0']);
    };
    const raised = price(agreed, 110_000);
    expect(raised.budgets.at(-1)).toMatchObject({ money: eur(10_000), items: [{ before: 100_000 }] });
    expect(decided(raised, handler(109_999), ruling(raised, ['item-0']))).toMatchObject({ kind: 'refused' });
    const up = done(raised, handler(110_000), ruling(raised, ['item-0']));
    expect(approvedInForce(up.budgets, carla.member)).toBe(110_000);
    const lowered = price(up, 30_000);
    const down = done(lowered, handler(0), ruling(lowered, ['item-0']));
    const thirty = [30_000, 30_000, 30_000];
    expect([approvedInForce(down.budgets, carla.member), bound(down), inForce(down)]).toEqual(thirty);
    // The whole budget at once does the same, also where it comes to less than nothing.
    const { id = '', version = 1, money = eur(0) } = lowered.budgets.at(-1) ?? {};
    expect(money).toEqual(eur(-80_000));
    const input = { budget: id, version, money };
    expect(commandSchemas['approve-budget'].safeParse(input).success).toBe(true);
    const whole = done(lowered, handler(0), { name: 'approve-budget', input });
    expect([approvedInForce(whole.budgets, carla.member), bound(whole), inForce(whole)]).toEqual(thirty);
  });
});

test('what is in force of the items is what the budgets bind, however they are split, decided and changed', () => {
  const amount = fc.integer({ min: 0, max: 9_999_999 });
  const each = <Value>(of: fc.Arbitrary<Value>) => fc.array(of, { minLength: 8, maxLength: 8 });
  const step = fc.record({
    send: each(fc.boolean()),
    rule: each(fc.constantFrom(0, 1, 2)),
    price: amount,
  });
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 1, maxLength: 8 }),
      fc.array(step, { maxLength: 5 }),
      (amounts, steps) => {
        let subject = drafted(amounts);
        for (const { send, rule, price } of steps) {
          const items = (subject.workItems ?? []).filter(({ state }) => state !== 'submitted');
          const put = items.slice(0, 1).map((item) => putOf(item, { quantity: '1', unitPrice: price }));
          if (put.length > 0)
            subject = done(subject, office, { name: 'edit-work-plan', input: editing({ items: put }) });
          const picked = (subject.workItems ?? [])
            .filter(({ state }) => state !== 'submitted' && state !== 'approved')
            .filter((_, at) => send[at] === true);
          if (picked.length > 0)
            subject = sent(
              subject,
              picked.map(({ id }) => id),
            );
          const budget = subject.budgets.findLast(({ state }) => state === 'submitted');
          const rulings = (budget ? waitingItems(subject, budget) : []).map((id, at) => [id, rule[at]] as const);
          const of = (which: number) => rulings.filter(([, ruled]) => ruled === which).map(([id]) => id);
          if (of(1).length + of(2).length > 0) subject = done(subject, insurer, ruling(subject, of(1), of(2)));
          for (const { items: all = [], money } of subject.budgets)
            expect(all.reduce((sum, sentAs) => sum + sentAs.amount - sentAs.before, 0)).toBe(money.amount);
          expect(bound(subject)).toBe(inForce(subject));
        }
      },
    ),
    { numRuns: 150 },
  );
});
