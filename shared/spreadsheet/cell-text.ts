import { fromMilliseconds, toMilliseconds, type Moment } from '../domain/moment.ts';
import { minorUnitDigits, type Money } from '../domain/money.ts';
import { offsetAt } from '../domain/task/target.ts';

/**
 * Text as a file can hold it. Word's line break (U+000B) is one here too; other control signs and halves of letters are
 * no text, and one of them makes a whole XLSX unreadable.
 */
export function cleanText(text: string): string {
  return (
    text
      .replaceAll('\u000b', '\n')
      // oxlint-disable-next-line no-control-regex -- those are what is looked for
      .replaceAll(/[\u0000-\u0008\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
      .replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
  );
}

/** `1240.50` and `-0.05`: whole minor units set apart as digits, for a quotient may be a hair beside. */
export function amountDigits({ amount, currency }: Money): string {
  const behind = minorUnitDigits(currency);
  const digits = String(Math.abs(amount)).padStart(behind + 1, '0');
  const text = behind === 0 ? digits : `${digits.slice(0, -behind)}.${digits.slice(-behind)}`;
  return amount < 0 ? `-${text}` : text;
}

/** Milliseconds since 1970 as the clocks of a zone count them. */
export function localMilliseconds(moment: Moment, zone: string): number {
  const milliseconds = toMilliseconds(moment);
  return milliseconds + offsetAt(milliseconds, zone);
}

/** `2026-11-24 10:42`, by the clocks of a zone. */
export function localTimeText(moment: Moment, zone: string): string {
  return fromMilliseconds(localMilliseconds(moment, zone)).slice(0, 16).replace('T', ' ');
}
