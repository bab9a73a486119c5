import { minorUnitDigits } from '../../shared/domain/money.ts';
import { formatLocale } from './figures.ts';

/** What was typed as an amount, in minor units. */
export type TypedAmount =
  | { readonly kind: 'read'; readonly amount: number }
  /** `1.234` where the point is the decimal sign: a thousand as others write it, or a little more than one. */
  | { readonly kind: 'two-ways'; readonly amounts: readonly [number, number] }
  | { readonly kind: 'not-read' };

const notRead: TypedAmount = { kind: 'not-read' };

/**
 * Reads an amount as the product prints it in this place, and as people write it elsewhere: the locale's own signs, and a
 * lone sign before two digits as the decimal one, whichever it is. Nothing is guessed: another currency, a minus, a second
 * number or groups that are none are not read.
 */
export function readAmount(typed: string, currency: string): TypedAmount {
  const signs = signsOf(currency);
  const text = oddDecimal(withLatinDigits(typed.replaceAll(/\p{Cf}/gu, '')).trim(), signs);
  const [, before = '', number = '', after = ''] = /^(\D*)(\d[\d.,'’٫٬⹁\s]*)(\D*)$/u.exec(text) ?? [];
  const named = [before, after].map((each) => each.trim().toLowerCase()).filter((each) => each !== '');
  if (number === '' || named.length > 1 || !named.every((each) => isName(each, signs.names))) return notRead;
  return readNumber(number.trim(), minorUnitDigits(currency), signs);
}

function readNumber(number: string, digits: number, signs: Signs): TypedAmount {
  const parts = number.split(/\D/);
  const between = [...number.replaceAll(/\d/g, '')].map((sign) => (/\s/.test(sign) ? ' ' : sign));
  const last = between.at(-1);
  const role = last === undefined ? 'group' : roleOf({ between, last, parts, digits, signs });
  if (role === null) return notRead;
  const whole = role === 'decimal' ? parts.slice(0, -1) : parts;
  const groups = role === 'decimal' ? between.slice(0, -1) : between;
  if (new Set(groups).size > 1 || !isGrouped(whole, signs.indian)) return notRead;
  if (role === 'either')
    return {
      kind: 'two-ways',
      amounts: [minor(whole, '', digits), Math.round(Number(parts.join('.')) * 10 ** digits)],
    };
  const fraction = role === 'decimal' ? (parts.at(-1) ?? '') : '';
  const amount = minor(whole, fraction, digits);
  return fraction.length <= digits && Number.isSafeInteger(amount) ? { kind: 'read', amount } : notRead;
}

function minor(whole: readonly string[], fraction: string, digits: number): number {
  return Number(`${whole.join('')}${fraction.padEnd(digits, '0')}`);
}

interface Last {
  readonly between: readonly string[];
  readonly last: string;
  readonly parts: readonly string[];
  readonly digits: number;
  readonly signs: Signs;
}

/** Whether the last sign parts the minor units or groups; null where it can do neither. */
function roleOf({ between, last, parts, digits, signs }: Last): 'decimal' | 'group' | 'either' | null {
  const behind = parts.at(-1)?.length ?? 0;
  if (last === '٫') return 'decimal';
  if (last !== '.' && last !== ',') return 'group';
  if (between.indexOf(last) < between.length - 1) return 'group';
  if (between.length > 1) return behind <= digits ? 'decimal' : null;
  // One sign alone with three digits behind it: 1.240 is a thousand in German and not an amount in English.
  if (behind === 3 && isGrouped(parts, false)) {
    if (digits === 0 || !signs.decimals.has(last)) return 'group';
    return digits >= 3 ? 'decimal' : 'either';
  }
  return behind <= digits ? 'decimal' : null;
}

/** Groups of three, or of two before the last three where the place writes so. */
function isGrouped(whole: readonly string[], indian: boolean): boolean {
  if (whole.length === 1) return true;
  const text = whole.join(' ');
  return /^[1-9]\d{0,2}( \d{3})+$/.test(text) || (indian && /^[1-9]\d?( \d{2})* \d{3}$/.test(text));
}

/** How this place writes numbers and the currency. */
interface Signs {
  readonly decimals: ReadonlySet<string>;
  readonly indian: boolean;
  readonly names: ReadonlySet<string>;
}

function signsOf(currency: string): Signs {
  const locale = formatLocale();
  const parts = [{}, { style: 'currency', currency, minimumFractionDigits: 2 } as const].flatMap((options) =>
    new Intl.NumberFormat(locale, options).formatToParts(12_345_678.5),
  );
  const valuesOf = (type: string) => parts.filter((part) => part.type === type).map(({ value }) => value);
  return {
    decimals: new Set(valuesOf('decimal')),
    indian: valuesOf('integer').at(1)?.length === 2,
    names: new Set([locale, 'en'].flatMap((each) => namesOf(currency, each))),
  };
}

function namesOf(currency: string, locale: string | string[]): readonly string[] {
  return (['symbol', 'narrowSymbol', 'code', 'name'] as const)
    .flatMap((currencyDisplay) => {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay });
      return [1, 2, 5].flatMap((count) => format.formatToParts(count));
    })
    .filter(({ type }) => type === 'currency')
    .map(({ value }) => value.replaceAll(/\p{Cf}/gu, '').toLowerCase());
}

/** `kr` and `kr.` are the same. */
function isName(text: string, names: ReadonlySet<string>): boolean {
  return names.has(text) || names.has(`${text}.`) || (text.length > 1 && names.has(text.replace(/\.$/, '')));
}

/** Cape Verde writes `1 234$56`. */
function oddDecimal(text: string, { decimals }: Signs): string {
  return decimals.has('$') ? text.replace(/(?<=\d)\$(?=\d)/, '٫') : text;
}

/** Every script's digits as 0 to 9: they stand in runs of ten. */
export function withLatinDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((code - zero) % 10);
  });
}
