import { t } from '@lingui/core/macro';
import { longestFormula, quantityParts, type Quantity } from '../../../shared/domain/work-plan/quantity.ts';
import type { QuantityFaultCode } from '../../../shared/domain/work-plan/quantity.ts';
import { formatLocale } from '../figures.ts';

const faults: Readonly<Record<QuantityFaultCode, () => string>> = {
  empty: () => t`Quantity missing`,
  'not-a-number': () => t`Not a number`,
  'sign-missing': () => t`A sign is missing between two numbers`,
  'number-missing': () => t`A number is missing behind a sign`,
  'parenthesis-missing': () => t`A parenthesis is missing`,
  'division-by-zero': () => t`Divided by zero`,
  negative: () => t`Less than nothing`,
  'too-large': () => t`More than a million`,
  'too-long': () => t`Longer than ${longestFormula} characters`,
};

/** Why what was typed is no quantity, in a few words. */
export function quantityFaultWords(fault: QuantityFaultCode): string {
  return faults[fault]();
}

/** `9,32`: up to the four decimals that a quantity has. */
export function quantityText(quantity: Quantity): string {
  return new Intl.NumberFormat(formatLocale(), { maximumFractionDigits: 4 }).format(quantity / quantityParts);
}

/** The same as a part of a formula: without groups, so that it is read again as what it was. */
export function formulaNumber(quantity: Quantity): string {
  return new Intl.NumberFormat(formatLocale(), {
    maximumFractionDigits: 4,
    useGrouping: false,
    numberingSystem: 'latn',
  }).format(quantity / quantityParts);
}
