import { t } from '@lingui/core/macro';
import type {
  CashRules,
  HundredthsOfPercent,
  OwnWorkRules,
  SettlementRules,
} from '../../../shared/domain/settlement/settlement-rules.ts';
import { listText, moneyText, percentText } from '../figures.ts';
import type { TypedPart } from '../family-words.ts';

/** How a portal settles, as it is set: a part each, those of the cash offer first. */
export function rulesParts(rules: Omit<SettlementRules, 'revision'>, currency: string): RulesParts {
  const rate = t`VAT`;
  return {
    cash: cashParts(rules.cash, currency),
    ownWork: ownWorkParts(rules.ownWork, currency),
    both: [{ label: rate, value: percentText(rules.vatPercent) }],
  };
}

/** The parts by what they are about. */
export interface RulesParts {
  readonly cash: readonly TypedPart[];
  readonly ownWork: readonly TypedPart[];
  readonly both: readonly TypedPart[];
}

/** Whether VAT is paid with a cash offer. */
export function cashVatWords(vat: CashRules['vat']): string {
  return vat === 'on-receipt' ? t`Paid once a receipt shows it` : t`Not paid`;
}

/** A sum that can be missing. */
function sumOr(amount: number | null, currency: string, none: string): string {
  return amount === null ? none : moneyText({ amount, currency });
}

function cashParts(cash: CashRules, currency: string): readonly TypedPart[] {
  return [
    { label: t`Paid of the price`, value: percentText(cash.percent) },
    { label: t`VAT of a cash offer`, value: cashVatWords(cash.vat) },
    { label: t`Most in a trade`, value: sumOr(cash.capPerTrade, currency, t`no cap`) },
    { label: t`Most in all`, value: sumOr(cash.capTotal, currency, t`no cap`) },
    { label: t`Consent of others`, value: cash.consentNeeded ? t`needed` : t`not needed` },
    { label: t`All trips together`, value: sumOr(cash.travelFlat, currency, t`each as it was calculated`) },
  ];
}

function ownWorkParts(own: OwnWorkRules, currency: string): readonly TypedPart[] {
  return [
    { label: t`Usual rate per hour`, value: sumOr(own.usualRate, currency, t`none`) },
    ...own.ratePerHour.map(({ trade, rate }) => ({
      label: t`Rate per hour: ${trade}`,
      value: moneyText({ amount: rate, currency }),
    })),
    { label: t`Hours that count`, value: hoursWords(own.hoursFactor) },
    { label: t`Without hours, of the price`, value: priceWords(own.percentOfPrice) },
    { label: t`Agreed with the customer before`, value: own.agreedBefore ? t`needed` : t`not needed` },
    {
      label: t`Trades left out`,
      value: own.excludedTrades.length === 0 ? t`none` : listText(own.excludedTrades),
    },
  ];
}

function hoursWords(factor: HundredthsOfPercent): string {
  const percent = percentText(factor);
  return t`${percent} of a craftsman's`;
}

function priceWords(percent: HundredthsOfPercent | null): string {
  return percent === null ? t`nothing: hours are needed` : percentText(percent);
}
