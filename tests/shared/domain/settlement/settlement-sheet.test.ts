import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usualSettlementRules, type SettlementRules } from '../../../../shared/domain/settlement/settlement-rules.ts';
import {
  partOf,
  settlementSheet,
  sheetSteps,
  type SheetOf,
} from '../../../../shared/domain/settlement/settlement-sheet.ts';
import type { SettledItem } from '../../../../shared/domain/settlement/settlement.ts';
import { aSettledItem, entered } from '../../../support/settlements.ts';

const nothingBefore = { total: 0, byTrade: [] };
const item = (change: Partial<SettledItem>): SettledItem => aSettledItem(change);
const inForce = (amount: number) => ({ amount, quantity: 10_000, unitPrice: amount });

const percents = fc.integer({ min: 0, max: 10_000 });
const caps = fc.option(fc.nat({ max: 5_000_000 }), { nil: null });
const anyRules: fc.Arbitrary<SettlementRules> = fc.record({
  cash: fc.record({
    percent: percents,
    vat: fc.constantFrom('on-receipt' as const, 'excluded' as const),
    capPerTrade: caps,
    capTotal: caps,
    consentNeeded: fc.boolean(),
    travelFlat: caps,
  }),
  ownWork: fc.record({
    ratePerHour: fc.constantFrom([], [{ trade: 'Drying', rate: 1234 }]),
    usualRate: fc.option(fc.nat({ max: 10_000 }), { nil: null }),
    hoursFactor: fc.integer({ min: 1, max: 30_000 }),
    percentOfPrice: fc.option(percents, { nil: null }),
    agreedBefore: fc.boolean(),
    excludedTrades: fc.constant([]),
  }),
  vatPercent: percents,
});
const anyItem = fc.record({
  trade: fc.constantFrom('Drying', 'Painting', ''),
  kind: fc.constantFrom('item' as const, 'item' as const, 'trip' as const),
  amount: fc.nat({ max: 9_000_000 }),
  approved: fc.option(fc.nat({ max: 9_000_000 }), { nil: null }),
  percent: fc.option(percents, { nil: null }),
  hours: fc.option(fc.integer({ min: 1, max: 2_000_000 }), { nil: null }),
});
const anySheet: fc.Arbitrary<SheetOf> = fc
  .record({
    kind: fc.constantFrom('cashOffer' as const, 'customerOwnWork' as const),
    items: fc.array(anyItem, { minLength: 1, maxLength: 12 }),
    deductible: fc.nat({ max: 3_000_000 }),
    rules: anyRules,
    total: fc.nat({ max: 4_000_000 }),
  })
  .map(({ kind, items, deductible, rules, total }) => ({
    kind,
    rules,
    before: { total, byTrade: [{ trade: 'Drying', amount: total }] },
    items: items.map(({ trade, kind: sort, amount, approved }, at) =>
      item({
        item: `item-${at}`,
        trade,
        kind: sort,
        amount,
        approved: approved === null ? null : inForce(approved),
        asApproved: approved !== null && at % 2 === 0,
      }),
    ),
    entered: entered({
      deductible,
      ageDeductions: items.flatMap(({ percent }, at) => (percent === null ? [] : [{ item: `item-${at}`, percent }])),
      hours: items.flatMap(({ hours }, at) => (hours === null ? [] : [{ item: `item-${at}`, hours }])),
    }),
  }));

describe('any sheet', () => {
  test('has its seven steps in their order, and the lines make up each of them', () => {
    fc.assert(
      fc.property(anySheet, (of) => {
        const { steps, lines, result } = settlementSheet(of);
        expect(steps.map(({ step }) => step)).toEqual(sheetSteps);
        expect(lines.map((line) => line.item)).toEqual(of.items.map((each) => each.item));
        let before = steps[0]?.amount ?? 0;
        for (const { step, amount, change } of steps) {
          expect(lines.reduce((sum, line) => sum + line[step], 0)).toBe(amount);
          expect(change).toBe(amount - before);
          before = amount;
        }
        expect(before).toBe(result);
      }),
    );
  });

  test('pays nobody less than nothing, only takes off after the rates, and is in whole units', () => {
    fc.assert(
      fc.property(anySheet, (of) => {
        const { lines, result, adds, vatOnReceipt } = settlementSheet(of);
        for (const line of lines) {
          const [rates, aged, borne, paid] = [line.rates, line['age-deduction'], line.deductible, line.result];
          expect(rates >= aged && aged >= borne && borne >= paid && paid >= 0).toBe(true);
          for (const step of sheetSteps) expect(Number.isSafeInteger(line[step])).toBe(true);
        }
        expect([result, adds, vatOnReceipt].every((each) => Number.isSafeInteger(each) && each >= 0)).toBe(true);
      }),
    );
  });

  test('keeps the caps, with what was paid before', () => {
    fc.assert(
      fc.property(anySheet, (of) => {
        fc.pre(of.kind === 'cashOffer');
        const { capTotal, capPerTrade } = of.rules.cash;
        const { result, byTrade } = settlementSheet(of);
        expect(result).toBeLessThanOrEqual(Math.max(0, (capTotal ?? Infinity) - of.before.total));
        for (const { trade, amount } of capPerTrade === null ? [] : byTrade) {
          const already = of.before.byTrade.find((each) => each.trade === trade)?.amount ?? 0;
          expect(amount).toBeLessThanOrEqual(Math.max(0, (capPerTrade ?? 0) - already));
        }
      }),
    );
  });

  test('binds what is more than was approved of each item, and neither deductible nor caps make that less', () => {
    fc.assert(
      fc.property(anySheet, (of) => {
        const { adds, lines } = settlementSheet(of);
        const more = of.items.map(({ approved }, at) =>
          Math.max(0, (lines[at]?.['age-deduction'] ?? 0) - (approved?.amount ?? 0)),
        );
        expect(adds).toBe(more.reduce((sum, each) => sum + each, 0));
        const uncapped = { ...of.rules, cash: { ...of.rules.cash, capTotal: null, capPerTrade: null } };
        const free = settlementSheet({ ...of, rules: uncapped, entered: { ...of.entered, deductible: 0 } });
        expect(free.adds).toBe(adds);
      }),
    );
  });

  test('what is approved counts as it was approved; of cash in full it binds nothing more', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 10 }), (amounts) => {
        const items = amounts.map((amount, at) =>
          item({ item: `item-${at}`, amount: amount + 1, approved: inForce(amount), asApproved: true }),
        );
        const of = {
          kind: 'cashOffer',
          items,
          entered: entered(),
          rules: usualSettlementRules,
          before: nothingBefore,
        } as const;
        const { result, adds } = settlementSheet(of);
        expect([result, adds]).toEqual([amounts.reduce((sum, each) => sum + each, 0), 0]);
      }),
    );
  });
});

describe('the rules', () => {
  const sheet = (change: Partial<SheetOf>, rules: Partial<SettlementRules> = {}) =>
    settlementSheet({
      kind: 'cashOffer',
      items: [item({ amount: 10_001 })],
      entered: entered(),
      rules: { ...usualSettlementRules, ...rules },
      before: nothingBefore,
      ...change,
    });

  test('each step names its own', () => {
    const { steps } = sheet(
      { entered: entered({ deductible: 100, ageDeductions: [{ item: 'floor', percent: 2500 }] }) },
      { cash: { ...usualSettlementRules.cash, percent: 8000, capTotal: 1000 } },
    );
    expect(steps).toMatchObject([
      { step: 'items', amount: 10_001, change: 0, rules: [] },
      { step: 'rates', amount: 8001, rules: [{ rule: 'cash-percent', percent: 8000 }] },
      { step: 'age-deduction', amount: 6001, rules: [{ rule: 'age-deduction', percent: 2500, count: 1 }] },
      { step: 'deductible', amount: 5901, change: -100, rules: [{ rule: 'deductible', amount: 100 }] },
      { step: 'vat', amount: 5901, change: 0, rules: [{ rule: 'vat-on-receipt', percent: 2550 }] },
      { step: 'caps', amount: 1000, rules: [{ rule: 'cap-total', amount: 1000 }] },
      { step: 'result', amount: 1000, change: 0 },
    ]);
  });

  test('hours by the rate of the trade, else the usual one, more of them where the portal says so', () => {
    const own = {
      ...usualSettlementRules.ownWork,
      ratePerHour: [{ trade: 'Painting', rate: 1001 }],
      hoursFactor: 12_500,
    };
    const items = [item({ item: 'wall', trade: 'Painting' }), item({ item: 'floor' }), item({ item: 'door' })];
    const hours = [
      { item: 'wall', hours: 25_000 },
      { item: 'floor', hours: 10_000 },
    ];
    const { lines, withoutAmount } = sheet(
      { kind: 'customerOwnWork', items, entered: entered({ hours }) },
      { ownWork: own },
    );
    // 2.5 h × 1.25 × 10.01 = 31.28125 → 31.28; 1 h × 1.25 × 15.00 = 18.75.
    expect(lines.map(({ rates }) => rates)).toEqual([3128, 1875, 0]);
    expect(withoutAmount).toEqual(['door']);
    expect(sheet({ kind: 'customerOwnWork', items, entered: entered({ hours }) }).vatOnReceipt).toBe(0);
  });

  test('all trips together are worth one sum', () => {
    const items = [
      item({ item: 'a', kind: 'trip', amount: 300 }),
      item({ item: 'b', kind: 'trip', amount: 100 }),
      item({ item: 'c', amount: 50 }),
    ];
    const { lines } = sheet({ items }, { cash: { ...usualSettlementRules.cash, travelFlat: 100 } });
    expect(lines.map(({ rates }) => rates)).toEqual([75, 25, 50]);
  });
});

/* A minor unit is the smallest there is of a currency, whether it is a hundredth (EUR), a whole (ISK) or a thousandth (KWD). */
test.each([
  ['EUR', 1, 5000, 1],
  ['EUR', 3, 5000, 2],
  ['ISK', 1_000_001, 2500, 250_000],
  ['ISK', 1_000_002, 2500, 250_001],
  ['KWD', 1_234_567, 3333, 411_481],
  ['KWD', -3, 5000, -2],
])(
  '%s: %d minor units, %d hundredths of a percent of them is %d, a half rounded away from nothing',
  (_, amount, percent, part) => {
    expect(partOf(amount, percent)).toBe(part);
  },
);
