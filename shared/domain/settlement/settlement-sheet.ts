import type { WorkItemId } from '../ids.ts';
import { divideHalfAway } from '../work-plan/divide-half-away.ts';
import { quantityParts } from '../work-plan/quantity.ts';
import { wholePercent, type HundredthsOfPercent, type SettlementRules } from './settlement-rules.ts';
import type { SettledBefore, SettledItem, SettlementEntered, SettlementKind } from './settlement.ts';
import { shareOut } from './share-out.ts';

/** The steps of a settlement sheet, in their one order (domain-2.md §1). */
export const sheetSteps = ['items', 'rates', 'age-deduction', 'deductible', 'vat', 'caps', 'result'] as const;

/** One of them. */
export type SheetStepName = (typeof sheetSteps)[number];

/** What a sheet is worked out from. */
export interface SheetOf {
  readonly kind: SettlementKind;
  readonly items: readonly SettledItem[];
  readonly entered: SettlementEntered;
  readonly rules: SettlementRules;
  readonly before: SettledBefore;
}

/** What the customer is paid, step by step: minor units throughout. */
export interface SettlementSheet {
  readonly steps: readonly SheetStep[];
  /** The same by item; the lines of every step make up its amount. */
  readonly lines: readonly SheetLine[];
  readonly result: number;
  /** What it binds beyond what was approved of each item, before deductible and caps: none of these makes it less. */
  readonly adds: number;
  /** VAT that is paid once a receipt shows it; 0 where none is. */
  readonly vatOnReceipt: number;
  readonly byTrade: SettledBefore['byTrade'];
  /** Items of own work that no rule gives an amount: neither hours with a rate, nor a part of the price. */
  readonly withoutAmount: readonly WorkItemId[];
}

/** A step: what it comes to, what it changed, and by which rules. */
export interface SheetStep {
  readonly step: SheetStepName;
  readonly amount: number;
  readonly change: number;
  readonly rules: readonly SheetRule[];
}

/** What an item comes to after each step. */
export interface SheetLine extends Readonly<Record<SheetStepName, number>> {
  readonly item: WorkItemId;
}

/** A rule that was used, with its value, and whether the portal's settings have it or it was entered. */
export type SheetRule =
  | { readonly rule: 'cash-percent' | 'hours-factor' | 'percent-of-price'; readonly percent: HundredthsOfPercent }
  | { readonly rule: 'age-deduction'; readonly percent: HundredthsOfPercent; readonly count: number }
  | { readonly rule: 'travel-flat' | 'deductible' | 'cap-total'; readonly amount: number }
  | { readonly rule: 'rate-per-hour' | 'cap-per-trade'; readonly amount: number; readonly trade: string }
  | { readonly rule: 'vat-on-receipt'; readonly percent: HundredthsOfPercent }
  | { readonly rule: 'vat-excluded' };

/** A part of an amount, rounded a half away from zero. */
export function partOf(amount: number, percent: HundredthsOfPercent): number {
  return Number(divideHalfAway(BigInt(amount) * BigInt(percent), BigInt(wholePercent)));
}

/** Works a settlement sheet out: what is approved of an item counts, else what it was worked out to. */
export function settlementSheet(of: SheetOf): SettlementSheet {
  const { items, entered, rules, kind } = of;
  const basis = items.map((item) => (item.asApproved && item.approved ? item.approved.amount : item.amount));
  const rated = ratesOf(of, basis);
  const aged = agedBy(of, rated.amounts);
  const borne = lessShares(aged.amounts, Math.min(entered.deductible, sum(aged.amounts)));
  const capped = cappedBy(of, borne);
  const amounts: Readonly<Record<SheetStepName, readonly number[]>> = {
    items: basis,
    rates: rated.amounts,
    'age-deduction': aged.amounts,
    deductible: borne,
    vat: borne,
    caps: capped.amounts,
    result: capped.amounts,
  };
  const result = sum(capped.amounts);
  const paysVat = kind === 'cashOffer' && rules.cash.vat === 'on-receipt';
  const used: Readonly<Record<SheetStepName, readonly SheetRule[]>> = {
    items: [],
    rates: rated.rules,
    'age-deduction': aged.rules,
    deductible: entered.deductible > 0 ? [{ rule: 'deductible', amount: entered.deductible }] : [],
    vat: [paysVat ? { rule: 'vat-on-receipt', percent: rules.vatPercent } : { rule: 'vat-excluded' }],
    caps: capped.rules,
    result: [],
  };
  return {
    steps: stepsOf(amounts, used),
    lines: items.map(({ item }, index) => lineOf(item, amounts, index)),
    result,
    adds: items.reduce((adds, { approved }, index) => {
      return adds + Math.max(0, (aged.amounts[index] ?? 0) - (approved?.amount ?? 0));
    }, 0),
    vatOnReceipt: paysVat ? partOf(result, rules.vatPercent) : 0,
    byTrade: tradesOf(items).map((trade) => ({ trade, amount: sum(amountsOfTrade(items, capped.amounts, trade)) })),
    withoutAmount: rated.missing,
  };
}

interface Amounts {
  readonly amounts: readonly number[];
  readonly rules: readonly SheetRule[];
}

interface Rated extends Amounts {
  readonly missing: readonly WorkItemId[];
}

function ratesOf(of: SheetOf, basis: readonly number[]): Rated {
  return of.kind === 'cashOffer' ? { ...cashRates(of, basis), missing: [] } : ownWorkRates(of, basis);
}

/** All trips together are worth the flat sum, where there is one. */
function cashRates({ items, rules: { cash } }: SheetOf, basis: readonly number[]): Amounts {
  const flat = items.some(({ kind }) => kind === 'trip') ? cash.travelFlat : null;
  const trips = shareOut(
    flat ?? 0,
    items.map(({ kind }, index) => (kind === 'trip' && flat !== null ? Math.max(1, basis[index] ?? 0) : 0)),
  );
  return {
    amounts: items.map(({ kind }, index) =>
      kind === 'trip' && flat !== null ? (trips[index] ?? 0) : partOf(basis[index] ?? 0, cash.percent),
    ),
    rules: [
      { rule: 'cash-percent', percent: cash.percent },
      ...(flat === null ? [] : [{ rule: 'travel-flat', amount: flat } as const]),
    ],
  };
}

function ownWorkRates({ items, entered, rules: { ownWork } }: SheetOf, basis: readonly number[]): Rated {
  const hours = new Map(entered.hours.map((each) => [each.item, each.hours]));
  const { usualRate, hoursFactor, percentOfPrice } = ownWork;
  const missing: WorkItemId[] = [];
  const rates = new Map<string, number>();
  let byPrice = false;
  const amounts = items.map(({ item, trade }, index) => {
    const worked = hours.get(item);
    const rate = ownWork.ratePerHour.find((each) => each.trade === trade)?.rate ?? usualRate;
    if (worked !== undefined && rate !== null) {
      rates.set(trade, rate);
      const over = BigInt(worked) * BigInt(hoursFactor) * BigInt(rate);
      return Number(divideHalfAway(over, BigInt(wholePercent) * BigInt(quantityParts)));
    }
    if (percentOfPrice === null) {
      missing.push(item);
      return 0;
    }
    byPrice = true;
    return partOf(basis[index] ?? 0, percentOfPrice);
  });
  const rules: readonly SheetRule[] = [
    ...[...rates].map(([trade, amount]) => ({ rule: 'rate-per-hour', amount, trade }) as const),
    ...(rates.size > 0 && hoursFactor !== wholePercent
      ? [{ rule: 'hours-factor', percent: hoursFactor } as const]
      : []),
    ...(byPrice && percentOfPrice !== null ? [{ rule: 'percent-of-price', percent: percentOfPrice } as const] : []),
  ];
  return { amounts, rules, missing };
}

function agedBy({ items, entered }: SheetOf, amounts: readonly number[]): Amounts {
  const percents = new Map(entered.ageDeductions.map((each) => [each.item, each.percent]));
  const counts = new Map<HundredthsOfPercent, number>();
  const aged = items.map(({ item }, index) => {
    const [amount, percent = 0] = [amounts[index] ?? 0, percents.get(item)];
    if (percent > 0) counts.set(percent, (counts.get(percent) ?? 0) + 1);
    return amount - partOf(amount, percent);
  });
  return {
    amounts: aged,
    rules: [...counts].map(([percent, count]) => ({ rule: 'age-deduction', percent, count }) as const),
  };
}

/** What other settlements came to leaves less room under a cap. */
function cappedBy({ kind, items, before, rules: { cash } }: SheetOf, amounts: readonly number[]): Amounts {
  if (kind !== 'cashOffer') return { amounts, rules: [] };
  let left = amounts;
  const found: SheetRule[] = [];
  const { capPerTrade, capTotal } = cash;
  for (const trade of capPerTrade === null ? [] : tradesOf(items)) {
    const already = before.byTrade.find((each) => each.trade === trade)?.amount ?? 0;
    const own = amountsOfTrade(items, left, trade);
    const above = Math.min(sum(own), Math.max(0, sum(own) + already - (capPerTrade ?? 0)));
    if (above === 0) continue;
    left = lessShares(left, above, own);
    found.push({ rule: 'cap-per-trade', amount: capPerTrade ?? 0, trade });
  }
  const above = capTotal === null ? 0 : Math.min(sum(left), Math.max(0, sum(left) + before.total - capTotal));
  if (above === 0 || capTotal === null) return { amounts: left, rules: found };
  return { amounts: lessShares(left, above), rules: [...found, { rule: 'cap-total', amount: capTotal }] };
}

/** Amounts with a sum taken off, each its share of it. */
function lessShares(
  amounts: readonly number[],
  taken: number,
  weights: readonly number[] = amounts,
): readonly number[] {
  const shares = shareOut(taken, weights);
  return amounts.map((amount, index) => amount - (shares[index] ?? 0));
}

function tradesOf(items: readonly SettledItem[]): readonly string[] {
  return [...new Set(items.map(({ trade }) => trade))];
}

/** The amounts of one trade, 0 for what is of another one. */
function amountsOfTrade(items: readonly SettledItem[], amounts: readonly number[], trade: string): readonly number[] {
  return items.map((item, index) => (item.trade === trade ? (amounts[index] ?? 0) : 0));
}

function stepsOf(
  amounts: Readonly<Record<SheetStepName, readonly number[]>>,
  used: Readonly<Record<SheetStepName, readonly SheetRule[]>>,
): readonly SheetStep[] {
  let previous = sum(amounts.items);
  return sheetSteps.map((step) => {
    const amount = sum(amounts[step]);
    const change = amount - previous;
    previous = amount;
    return { step, amount, change, rules: used[step] };
  });
}

function lineOf(
  item: WorkItemId,
  amounts: Readonly<Record<SheetStepName, readonly number[]>>,
  index: number,
): SheetLine {
  const at = (step: SheetStepName): number => amounts[step][index] ?? 0;
  return {
    item,
    items: at('items'),
    rates: at('rates'),
    'age-deduction': at('age-deduction'),
    deductible: at('deductible'),
    vat: at('vat'),
    caps: at('caps'),
    result: at('result'),
  };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, each) => total + each, 0);
}
