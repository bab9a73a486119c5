import { t } from '@lingui/core/macro';
import { amountText } from '../../words/figures.ts';
import { readPercent, typedPercent, unreadPercentWords } from '../../words/typed-percent.ts';
import { readSum, type TypedSum } from '../../words/typed-sum.ts';
import type { ChangeSettlementRules } from '../../../shared/domain/settlement/change-settlement-rules.ts';
import {
  wholePercent,
  type CashRules,
  type HundredthsOfPercent,
} from '../../../shared/domain/settlement/settlement-rules.ts';

/** How a portal settles, as it is typed. */
export interface TypedRules {
  readonly cashPercent: string;
  readonly vat: CashRules['vat'];
  readonly capPerTrade: string;
  readonly capTotal: string;
  readonly consentNeeded: boolean;
  readonly travelFlat: string;
  readonly usualRate: string;
  readonly rates: readonly TypedRate[];
  readonly hoursFactor: string;
  readonly percentOfPrice: string;
  readonly agreedBefore: boolean;
  readonly excludedTrades: readonly string[];
  readonly vatPercent: string;
}

export interface TypedRate {
  readonly trade: string;
  readonly rate: string;
}

/** Of ten times a craftsman's hours at most. */
const mostHours: HundredthsOfPercent = 10 * wholePercent;

/** The rules as a form shows them first. */
export function typedRules({ cash, ownWork, vatPercent }: ChangeSettlementRules, currency: string): TypedRules {
  const sum = (amount: number | null) => (amount === null ? '' : amountText({ amount, currency }));
  return {
    cashPercent: typedPercent(cash.percent),
    vat: cash.vat,
    capPerTrade: sum(cash.capPerTrade),
    capTotal: sum(cash.capTotal),
    consentNeeded: cash.consentNeeded,
    travelFlat: sum(cash.travelFlat),
    usualRate: sum(ownWork.usualRate),
    rates: ownWork.ratePerHour.map(({ trade, rate }) => ({ trade, rate: sum(rate) })),
    hoursFactor: typedPercent(ownWork.hoursFactor),
    percentOfPrice: ownWork.percentOfPrice === null ? '' : typedPercent(ownWork.percentOfPrice),
    agreedBefore: ownWork.agreedBefore,
    excludedTrades: ownWork.excludedTrades,
    vatPercent: typedPercent(vatPercent),
  };
}

/** What a field was read as, and what is wrong about it. */
export interface Read<Value> {
  readonly value: Value;
  readonly error: string | null;
}

/** A percentage that has to be there. */
export function readNeeded(typed: string, most?: HundredthsOfPercent): Read<HundredthsOfPercent> {
  const read = readPercent(typed, most);
  if (read.kind === 'read') return { value: read.percent, error: null };
  return { value: 0, error: unreadPercentWords(most) };
}

/** How many hours count: none at all is no rule. */
export function readHoursFactor(typed: string): Read<HundredthsOfPercent> {
  const read = readNeeded(typed, mostHours);
  return read.error === null && read.value === 0 ? { value: 0, error: unreadPercentWords(mostHours) } : read;
}

/** A percentage; an empty field is none. */
export function readOptional(typed: string): Read<HundredthsOfPercent | null> {
  return typed.trim() === '' ? { value: null, error: null } : readNeeded(typed);
}

/** What is wrong about a trade with a rate of its own, of those in the form. */
export function rateFault({ trade, rate }: TypedRate, rates: readonly TypedRate[], currency: string): string | null {
  const name = trade.trim();
  if (name === '') return t`Name the trade.`;
  if (name.length > 200) return t`Write at most 200 characters.`;
  if (rates.filter((each) => each.trade.trim() === name).length > 1) return t`${name} has a rate already.`;
  if (rate.trim() === '') return t`Enter what an hour is paid with.`;
  return readSum(rate, currency).error;
}

/** The rules that were typed; null while something of it is not read. */
export function readRules(typed: TypedRules, currency: string): ChangeSettlementRules | null {
  const sums = [typed.capPerTrade, typed.capTotal, typed.travelFlat, typed.usualRate].map((each) =>
    readSum(each, currency),
  );
  const [capPerTrade = none, capTotal = none, travelFlat = none, usualRate = none] = sums;
  const [percent, vatPercent] = [readNeeded(typed.cashPercent), readNeeded(typed.vatPercent)];
  const [hoursFactor, ofPrice] = [readHoursFactor(typed.hoursFactor), readOptional(typed.percentOfPrice)];
  const faults = [
    ...[...sums, percent, vatPercent, hoursFactor, ofPrice].map(({ error }) => error),
    ...typed.rates.map((each) => rateFault(each, typed.rates, currency)),
  ];
  if (faults.some((fault) => fault !== null)) return null;
  const { vat, consentNeeded, agreedBefore, excludedTrades, rates } = typed;
  return {
    cash: {
      percent: percent.value,
      vat,
      capPerTrade: capPerTrade.amount,
      capTotal: capTotal.amount,
      consentNeeded,
      travelFlat: travelFlat.amount,
    },
    ownWork: {
      ratePerHour: rates.map(({ trade, rate }) => ({
        trade: trade.trim(),
        rate: readSum(rate, currency).amount ?? 0,
      })),
      usualRate: usualRate.amount,
      hoursFactor: hoursFactor.value,
      percentOfPrice: ofPrice.value,
      agreedBefore,
      excludedTrades,
    },
    vatPercent: vatPercent.value,
  };
}

const none: TypedSum = { amount: null, error: null };
