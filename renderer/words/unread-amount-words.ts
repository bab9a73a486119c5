import { t } from '@lingui/core/macro';
import { minorUnitDigits } from '../../shared/domain/money.ts';
import { moneyText } from './figures.ts';
import type { TypedAmount } from './typed-amount.ts';

/** What is said at a field whose amount was not read for certain; null where it was. */
export function unreadAmountWords(typed: TypedAmount, currency: string): string | null {
  if (typed.kind === 'read') return null;
  if (typed.kind === 'two-ways') {
    const [whole, small] = [
      moneyText({ amount: typed.amounts[0], currency }),
      moneyText({ amount: typed.amounts[1], currency }),
    ];
    return t`This can mean ${whole} or ${small}. Write it like one of them.`;
  }
  const example = moneyText({ amount: 4200 * 10 ** minorUnitDigits(currency), currency });
  return t`Write it like ${example}.`;
}
