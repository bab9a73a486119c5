import { t } from '@lingui/core/macro';
import type { SheetRule, SheetStepName } from '../../../shared/domain/settlement/settlement-sheet.ts';
import { moneyText, percentText } from '../figures.ts';

const steps: Readonly<Record<SheetStepName, () => string>> = {
  items: () => t`Items`,
  rates: () => t`Rates`,
  'age-deduction': () => t`Age deduction`,
  deductible: () => t`Deductible`,
  vat: () => t`VAT`,
  caps: () => t`Caps`,
  result: () => t`The customer is paid`,
};

/** What a step of a settlement sheet is called. */
export function stepWords(step: SheetStepName): string {
  return steps[step]();
}

/** Where the amounts of a sheet come from. */
export interface SheetPlace {
  readonly currency: string;
  /** Who entered what no setting has. */
  readonly by: string;
}

/** A rule that a step used, with its value and whose it is: `90 % of the price · portal setting`. */
export function ruleWords(rule: SheetRule, { currency, by }: SheetPlace): string {
  const setting = (words: string): string => t`${words} · portal setting`;
  const entered = (words: string): string => t`${words} · entered by ${by}`;
  const money = (amount: number): string => moneyText({ amount, currency });
  switch (rule.rule) {
    case 'cash-percent':
      return setting(t`${percentText(rule.percent)} of the price`);
    case 'hours-factor':
      return setting(t`${percentText(rule.percent)} of a craftsman's hours`);
    case 'percent-of-price':
      return setting(t`${percentText(rule.percent)} of the price where the hours are not known`);
    case 'travel-flat':
      return setting(t`${money(rule.amount)} for all trips together`);
    case 'rate-per-hour':
      return setting(
        rule.trade === '' ? t`${money(rule.amount)} per hour` : t`${rule.trade}: ${money(rule.amount)} per hour`,
      );
    case 'age-deduction':
      return entered(
        rule.count === 1
          ? t`${percentText(rule.percent)} off one item`
          : t`${percentText(rule.percent)} off ${rule.count} items`,
      );
    case 'deductible':
      return entered(t`Deductible ${money(rule.amount)}`);
    case 'vat-on-receipt':
      return setting(t`${percentText(rule.percent)} is paid once a receipt shows it`);
    case 'vat-excluded':
      return setting(t`No VAT is paid`);
    case 'cap-per-trade':
      return setting(
        rule.trade === ''
          ? t`At most ${money(rule.amount)} in a trade`
          : t`${rule.trade}: at most ${money(rule.amount)}`,
      );
    case 'cap-total':
      return setting(t`At most ${money(rule.amount)} in all`);
  }
}
