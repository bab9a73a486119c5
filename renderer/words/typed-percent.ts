import { t } from '@lingui/core/macro';
import { wholePercent, type HundredthsOfPercent } from '../../shared/domain/settlement/settlement-rules.ts';
import { percentText } from './figures.ts';
import { withLatinDigits } from './typed-amount.ts';

/** What was typed as a part of a whole; an empty field is none. */
export type TypedPercent =
  | { readonly kind: 'read'; readonly percent: HundredthsOfPercent }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-read' };

/** Reads `25,5`, `25.5 %` and `100`, up to the most that is allowed: two decimals at most, so that neither sign can mean a thousand. */
export function readPercent(typed: string, most: HundredthsOfPercent = wholePercent): TypedPercent {
  const text = withLatinDigits(typed).replaceAll(/[\s%٪]/gu, '');
  if (text === '') return { kind: 'empty' };
  const [, whole = '', fraction = ''] = /^(\d{1,4})(?:[.,٫](\d{1,2}))?$/u.exec(text) ?? [];
  const percent = Number(`${whole}${fraction.padEnd(2, '0')}`);
  return whole !== '' && percent <= most ? { kind: 'read', percent } : { kind: 'not-read' };
}

/** What is said at a field whose percentage was not read. */
export function unreadPercentWords(most: HundredthsOfPercent = wholePercent): string {
  const [example, above] = [percentText(2550), percentText(most)];
  return t`Write it like ${example}, up to ${above}.`;
}

/** A percentage as a field shows it again, without its sign. */
export function typedPercent(percent: HundredthsOfPercent): string {
  return percentText(percent).replaceAll(/[\s%٪]/gu, '');
}
