import { describe, expect, test } from 'vitest';
import type { Case } from '../../../../shared/domain/case/case.ts';
import type { SettlementRules } from '../../../../shared/domain/settlement/settlement-rules.ts';
import { usualSettlementRules } from '../../../../shared/domain/settlement/settlement-rules.ts';
import { taskStatuses } from '../../../../shared/domain/task/task-status.ts';
import { aBudget, aTask, anInsurer, carla, monday } from '../../../support/builders.ts';
import { anInvoice } from '../../../support/invoices.ts';
import {
  aSettler,
  decidedOn,
  doneOn,
  entered,
  planned,
  settling,
  settlingPortal,
} from '../../../support/settlements.ts';

const rights = ['cash.allTasks', 'cash.beforeApproval', 'ownwork.beforeApproval'] as const;
const handler = aSettler(rights);
const insurer = anInsurer({ settings: settlingPortal(rights) });
const onTask = (change: Parameters<typeof aTask>[0]): Partial<Case> => ({ tasks: [aTask(change)] });
const forwarded = aBudget({
  state: 'submitted',
  file: null,
  waiting: 1000,
  forwarded: { by: carla, at: monday, note: '', over: 1 },
});
const waiting = [{ state: 'submitted' as const, change: { budget: 'budget-1' } }];

function blocked(subject: Case, standing = handler, kind: 'cashOffer' | 'customerOwnWork' = 'cashOffer') {
  const decision = decidedOn(subject, standing, settling(subject, standing, kind));
  if (decision.kind !== 'refused') return decision.kind;
  return decision.refusal.code === 'plan-blocked'
    ? decision.refusal.blockers.map(({ thing, because }) => `${thing}: ${because}`)
    : decision.refusal.code;
}

describe('an item stays with its partner', () => {
  test.each([
    ['that went to the customer', planned([{ change: { allocation: 'cashOffer' } }]), 'allocated'],
    ['that nobody priced', { ...planned([{}]), workValues: [] }, 'no-price'],
    ['of a budget that lies with the insurer', { ...planned(waiting), budgets: [forwarded] }, 'forwarded'],
    [
      'of a task for which an invoice stands',
      planned([{}], { invoices: [anInvoice({ tasks: ['drying-1'] })] }),
      'invoiced',
    ],
    ['of a task that is reported as done', planned([{}], onTask({ status: '4' })), 'reported'],
    ['of a task that is approved', planned([{}], onTask({ status: 'A' })), 'reported'],
    ['of a task that nobody has confirmed', planned([{}], onTask({ status: '0' })), 'task-status'],
  ])('%s', (_, subject, because) => {
    expect(blocked(subject)).toEqual([`item-0: ${because}`]);
  });

  test('that somebody changed, or that is gone', () => {
    const subject = planned([{}, {}]);
    const { input } = settling(subject, handler, 'cashOffer');
    const [first] = input.items;
    const items = [
      { id: first?.id ?? '', revision: 'of-before' },
      { id: 'gone', revision: 'x' },
    ];
    expect(decidedOn(subject, handler, { name: 'settle-items', input: { ...input, items } })).toMatchObject({
      refusal: {
        code: 'plan-blocked',
        blockers: [
          { thing: 'item-0', because: 'changed' },
          { thing: 'gone', because: 'gone' },
        ],
      },
    });
  });

  test('in every status but those in which its plan is made and carried out', () => {
    const open = taskStatuses.filter((status) => blocked(planned([{}], onTask({ status }))) === 'decided');
    expect(open).toEqual(['1', '2', 'B', 'B+', 'B++', '3', '3-']);
  });
});

test('what lies with the insurer the insurer gives away; a rejected invoice is of the past', () => {
  const subject = { ...planned(waiting), budgets: [forwarded] };
  expect(blocked(subject, insurer)).toBe('decided');
  const invoices = [anInvoice({ tasks: ['drying-1'], state: 'rejected' })];
  expect(blocked(planned([{}], { invoices }))).toBe('decided');
});

test('of a mixed selection every item in the way is named, and nothing is given', () => {
  const subject = planned([{}, { change: { allocation: 'customerOwnWork' } }, { change: { task: 'painting-1' } }], {
    tasks: [aTask({ status: '2' }), aTask({ id: 'painting-1', status: '4' })],
  });
  expect(blocked(subject)).toEqual(['item-1: allocated', 'item-2: reported']);
});

describe('the customer works', () => {
  const standing = (change: Partial<SettlementRules['ownWork']>) =>
    aSettler(rights, 1_000_000, {
      ...usualSettlementRules,
      ownWork: { ...usualSettlementRules.ownWork, ...change },
    });

  test('not in a trade that the insurer keeps back, and not without hours where nothing else says what it is worth', () => {
    const subject = planned([{ change: { trade: 'Electricity' } }, {}]);
    expect(
      blocked(subject, standing({ excludedTrades: ['Electricity'], percentOfPrice: 5000 }), 'customerOwnWork'),
    ).toEqual(['item-0: trade-excluded']);
    expect(blocked(subject, standing({}), 'customerOwnWork')).toEqual([
      'item-0: hours-missing',
      'item-1: hours-missing',
    ]);
    expect(blocked(subject, standing({ percentOfPrice: 5000 }), 'customerOwnWork')).toBe('decided');
    // Cash pays somebody who may.
    expect(blocked(subject, standing({ excludedTrades: ['Electricity'] }))).toBe('decided');
  });
});

describe('what the rules ask for before', () => {
  const consent = { ...usualSettlementRules, cash: { ...usualSettlementRules.cash, consentNeeded: true } };
  test.each([
    ['cashOffer', consent, { consent: false }, 'consent'],
    ['customerOwnWork', usualSettlementRules, { agreed: false }, 'agreed-before'],
  ] as const)('%s: %#', (kind, rules, lacking, condition) => {
    const subject = planned([{}]);
    const standing = aSettler(rights, 1_000_000, rules);
    const hours = [{ item: 'item-0', hours: 10_000 }];
    const without = settling(subject, standing, kind, undefined, entered({ hours, ...lacking }));
    expect(decidedOn(subject, standing, without)).toMatchObject({
      refusal: { code: 'settlement-condition', condition },
    });
    expect(doneOn(subject, standing, settling(subject, standing, kind, undefined, entered({ hours }))).kind).toBe(
      'decided',
    );
  });
});

test('another result than the sheet’s is another sheet; another currency is none', () => {
  const subject = planned([{}]);
  const { name, input } = settling(subject, handler, 'cashOffer');
  const seen = (change: Partial<typeof input.result>) =>
    decidedOn(subject, handler, { name, input: { ...input, result: { ...input.result, ...change } } });
  expect(seen({ amount: 999 })).toMatchObject({ refusal: { code: 'stale' } });
  expect(seen({ currency: 'SEK' })).toMatchObject({ refusal: { code: 'currency-differs', expected: 'EUR' } });
});
