import { t } from '@lingui/core/macro';
import { moneyText } from '../../words/figures.ts';
import type { ExternalCaseHandlerSettings } from '../../../shared/domain/portal/portal-settings.ts';
import { minorUnitDigits } from '../../../shared/domain/money.ts';

/** What is compared with the limit, with an example. */
export function basisWords(
  basis: ExternalCaseHandlerSettings['limitBasis'],
  currency: string,
): { readonly label: string; readonly example: string } {
  const sum = (amount: number): string => moneyText({ amount: amount * 10 ** minorUnitDigits(currency), currency });
  const [limit, approved, left] = [sum(3000), sum(2000), sum(1000)];
  return basis === 'cumulative'
    ? {
        label: t`All that the person approved in the case`,
        example: t`With a limit of ${limit}, whoever approved ${approved} in a case can approve ${left} more in it.`,
      }
    : {
        label: t`Each budget by itself`,
        example: t`With a limit of ${limit}, budgets of ${approved} and ${limit} can both be approved in one case.`,
      };
}
