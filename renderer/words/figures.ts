import { i18n } from '@lingui/core';
import { toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import type { Money } from '../../shared/domain/money.ts';
import { dateFormat } from '../ui/date-format.ts';

/** The locale of numbers and dates, which is not the language of the texts (conventions.md §6). */
function formatLocale(): string | string[] {
  const chosen = i18n.locales ?? i18n.locale;
  return chosen.length > 0 ? chosen : 'en';
}

/** How many digits of an amount in minor units lie behind the separator: 2 for EUR, 0 for ISK. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** `1 240,00 €`, as the format locale writes it. */
export function moneyText({ amount, currency }: Money): string {
  const digits = minorDigits(currency);
  return new Intl.NumberFormat(formatLocale(), { style: 'currency', currency }).format(amount / 10 ** digits);
}

/** `1 240,00` without its currency, as a field shows it again. */
export function amountText({ amount, currency }: Money): string {
  const digits = minorDigits(currency);
  const format = new Intl.NumberFormat(formatLocale(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(amount / 10 ** digits);
}

/**
 * What a person typed as an amount, in minor units; null where it cannot be read for certain. Takes the locale's own
 * signs, and a lone separator before two digits as the decimal one, whichever it is: `1 240,00`, `1.240,00`, `1240.5`.
 */
export function parseAmount(typed: string, currency: string): number | null {
  const digits = minorDigits(currency);
  const bare = typed.replaceAll(/[\s'’]/gu, '').replaceAll(/\p{Sc}|[A-Z]{3}$/gu, '');
  if (!/^\d[\d.,]*$/.test(bare)) return null;
  const decimal = decimalSign(bare, digits);
  if (decimal === null) return null;
  const [whole = '', fraction = ''] = decimal === '' ? [bare] : splitAt(bare, bare.lastIndexOf(decimal));
  if (!wellGrouped(whole) || /\D/.test(fraction) || fraction.length > digits) return null;
  const amount = Number(whole.replaceAll(/\D/g, '')) * 10 ** digits + Number(fraction.padEnd(digits, '0') || '0');
  return Number.isSafeInteger(amount) ? amount : null;
}

/** Which sign in it parts the minor units; '' for none, null where it could be either and the locale does not say. */
function decimalSign(bare: string, digits: number): string | null {
  const signs = [...bare].filter((each) => each === '.' || each === ',');
  const last = signs.at(-1);
  if (last === undefined) return '';
  const behind = bare.length - bare.lastIndexOf(last) - 1;
  const mixed = signs.some((each) => each !== last);
  if (signs.filter((each) => each === last).length > 1) return mixed ? null : '';
  if (mixed) return behind <= digits ? last : null;
  // One sign alone with three digits behind it: 1.240 is a thousand in German and not an amount in English.
  if (behind === 3) return last === localeDecimal() ? null : '';
  return behind <= digits ? last : null;
}

function localeDecimal(): string {
  const parts = new Intl.NumberFormat(formatLocale()).formatToParts(1.5);
  return parts.find((part) => part.type === 'decimal')?.value ?? '.';
}

function wellGrouped(whole: string): boolean {
  return /^\d+$/.test(whole) || /^\d{1,3}([.,]\d{3})+$/.test(whole);
}

function splitAt(text: string, place: number): readonly [string, string] {
  return [text.slice(0, place), text.slice(place + 1)];
}

/** `12 km`; the words for "not known" are the caller's. */
export function kilometresText(kilometres: number): string {
  return new Intl.NumberFormat(formatLocale(), {
    style: 'unit',
    unit: 'kilometer',
    maximumFractionDigits: kilometres < 10 ? 1 : 0,
  }).format(kilometres);
}

/** `24 kB`, counted in thousands as file managers do. */
export function fileSizeText(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const step = bytes < 1000 ? 0 : bytes < 1e6 ? 1 : bytes < 1e9 ? 2 : 3;
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(formatLocale(), {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value);
}

/** A moment in the portal's time zone: `23 Nov, 10:42`. */
export function momentText(moment: Moment, timeZone: string): string {
  return dates({ timeZone, day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }, moment);
}

/** A moment with year and seconds, for titles of shortened ones. */
export function fullMomentText(moment: Moment, timeZone: string): string {
  return dates({ timeZone, dateStyle: 'full', timeStyle: 'medium' }, moment);
}

/** The time of the day alone: `10:42`. */
export function timeText(moment: Moment, timeZone: string): string {
  return dates({ timeZone, hour: '2-digit', minute: '2-digit' }, moment);
}

/** The time where the moment lies on the same day as now, the day too where it does not. */
export function shortMomentText(moment: Moment, now: Moment, timeZone: string): string {
  const day = (each: Moment): string => dates({ timeZone, dateStyle: 'short' }, each);
  return day(moment) === day(now) ? timeText(moment, timeZone) : momentText(moment, timeZone);
}

/** As short as a column wants it: the time today, the day this year, else the month of its year. */
export function briefMomentText(moment: Moment, now: Moment, timeZone: string): string {
  const day = (each: Moment): string => dates({ timeZone, dateStyle: 'short' }, each);
  if (day(moment) === day(now)) return timeText(moment, timeZone);
  const year = (each: Moment): string => dates({ timeZone, year: 'numeric' }, each);
  const thisYear = year(moment) === year(now);
  return dates({ timeZone, month: 'short', ...(thisYear ? { day: 'numeric' } : { year: 'numeric' }) }, moment);
}

/** A calendar day, `2026-11-03`: `3 Nov 2026`. */
export function dayText(day: string): string {
  return dates({ timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }, `${day}T00:00:00.000Z`);
}

/** How long until a moment, or since: `in 3 hr.`, `2 days ago`. */
export function distanceText(moment: Moment, now: Moment): string {
  const minutes = Math.round((toMilliseconds(moment) - toMilliseconds(now)) / 60_000);
  const format = new Intl.RelativeTimeFormat(formatLocale(), { numeric: 'always', style: 'short' });
  if (Math.abs(minutes) < 60) return format.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 48 ? format.format(hours, 'hour') : format.format(Math.round(hours / 24), 'day');
}

/** `Anna, Bertil and Carla`, as the format locale joins names. */
export function listText(names: readonly string[]): string {
  return new Intl.ListFormat(formatLocale(), { style: 'long', type: 'conjunction' }).format(names);
}

function dates(options: Intl.DateTimeFormatOptions, moment: Moment): string {
  return dateFormat(formatLocale(), options).format(toMilliseconds(moment));
}
