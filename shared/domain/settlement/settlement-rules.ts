import type { Revision } from '../revision.ts';

/** A part of a whole in hundredths of a percent: 2550 is 25.5 %. */
export type HundredthsOfPercent = number;

/** The whole. */
export const wholePercent: HundredthsOfPercent = 10_000;

/**
 * How a portal settles with the customer what its partner does not do (domain-2.md §1). Amounts are minor units of the
 * portal's currency, without VAT; null where there is no such rule.
 */
export interface SettlementRules {
  readonly cash: CashRules;
  readonly ownWork: OwnWorkRules;
  /** The rate of what is paid on receipts. */
  readonly vatPercent: HundredthsOfPercent;
  readonly revision?: Revision;
}

/** The customer is paid, and hires somebody or does without. */
export interface CashRules {
  /** What of an item's price is paid. */
  readonly percent: HundredthsOfPercent;
  /** VAT is paid when a receipt shows it, or never; with no offer before. */
  readonly vat: 'on-receipt' | 'excluded';
  /** The most that is paid in a case, in a trade and in all. */
  readonly capPerTrade: number | null;
  readonly capTotal: number | null;
  /** Others have to agree, a mortgagee for one. */
  readonly consentNeeded: boolean;
  /** What all trips together are paid with, instead of each by itself. */
  readonly travelFlat: number | null;
}

/** The customer works: no VAT, and rates of its own. */
export interface OwnWorkRules {
  /** For an hour, by trade. */
  readonly ratePerHour: readonly TradeRate[];
  /** For an hour in every other trade. */
  readonly usualRate: number | null;
  /** How many of the hours of a craftsman count: somebody without practice needs more of them. */
  readonly hoursFactor: HundredthsOfPercent;
  /** What of its price an item is paid with whose hours are not known. */
  readonly percentOfPrice: HundredthsOfPercent | null;
  /** Hours and rate have to be agreed on with the customer before. */
  readonly agreedBefore: boolean;
  /** What the customer may not do: electricity for one. */
  readonly excludedTrades: readonly string[];
}

/** What an hour of a trade is paid with, in minor units. */
export interface TradeRate {
  readonly trade: string;
  readonly rate: number;
}

/** What counts in a portal that never said so: ours, one country's for an example; the insurer changes them. */
export const usualSettlementRules: SettlementRules = {
  cash: {
    percent: wholePercent,
    vat: 'on-receipt',
    capPerTrade: null,
    capTotal: null,
    consentNeeded: false,
    travelFlat: null,
  },
  ownWork: {
    ratePerHour: [],
    usualRate: 15_00,
    hoursFactor: wholePercent,
    percentOfPrice: null,
    agreedBefore: true,
    excludedTrades: [],
  },
  vatPercent: 2550,
};

/** How a portal settles, also one that never said so. */
export function settlementRulesIn({
  settlement = usualSettlementRules,
}: {
  readonly settlement?: SettlementRules | undefined;
}): SettlementRules {
  return settlement;
}
