import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import { minorUnitDigits, type Money } from '../../shared/domain/money.ts';
import { dateFormat, isMidnight, sameClock } from '../ui/date-format.ts';

/** The locale of numbers and dates, which is not the language of the texts (conventions.md §6). */
export function formatLocale(): string | string[] {
  const chosen = i18n.locales ?? i18n.locale;
  return chosen.length > 0 ? chosen : 'en';
}

/** `1 240,00 €`, as the format locale writes it. */
export function moneyText({ amount, currency }: Money): string {
  return minorUnitsText({ amount, currency }, { style: 'currency', currency });
}

/** `+1 240,00 €`: a difference, with its sign. */
export function signedMoneyText({ amount, currency }: Money): string {
  return minorUnitsText({ amount, currency }, { style: 'currency', currency, signDisplay: 'exceptZero' });
}

/** `1 240,00` without its currency, as a field shows it again. */
export function amountText(money: Money): string {
  return minorUnitsText(money, {});
}

function minorUnitsText({ amount, currency }: Money, options: Intl.NumberFormatOptions): string {
  const digits = minorUnitDigits(currency);
  const format = { ...options, minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(formatLocale(), format).format(amount / 10 ** digits);
}

/** `25,5 %`, of hundredths of a percent. */
export function percentText(hundredths: number): string {
  return new Intl.NumberFormat(formatLocale(), {
    style: 'percent',
    maximumFractionDigits: 2,
    useGrouping: false,
  }).format(hundredths / 10_000);
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

/*
 * One clock: every moment stands in the zone of whoever reads it, whichever portal it comes from. Where the portal's own
 * day decides (working hours, when somebody comes to the site), its time is named beside: `portalTimeText`.
 */

/** A moment: `23 Nov, 10:42`. */
export function momentText(moment: Moment): string {
  return dates({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }, moment);
}

/**
 * When something was reported, with its year. Many a claims file names days alone, which are kept as the midnight of the
 * portal: such a one is that day wherever it is read.
 */
export function reportedText(moment: Moment, timeZone: string): string {
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  if (isMidnight(moment, timeZone)) return dates({ timeZone, ...day }, moment);
  return dates({ ...day, hour: '2-digit', minute: '2-digit' }, moment);
}

/** A moment with year and seconds, for titles of shortened ones. */
export function fullMomentText(moment: Moment): string {
  return dates({ dateStyle: 'full', timeStyle: 'medium' }, moment);
}

/** The same moment by the clock of a portal, with its zone: `23 Nov, 10:42 EET`; null where that is the reader's time too. */
function portalTimeText(moment: Moment, timeZone: string): string | null {
  if (sameClock(moment, timeZone)) return null;
  const time = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
  return dates({ timeZone, ...time }, moment);
}

/** When somebody comes to the site, by the clocks there; null where that is the reader's time too. */
export function portalTimesText(start: Moment, end: Moment, timeZone: string): string | null {
  const [from, to] = [portalTimeText(start, timeZone), portalTimeText(end, timeZone)];
  return from && to ? t`By the portal's clock: ${from} to ${to}` : null;
}

/** Until when something is expected, for titles; targets end by the working hours of the portal, so its time is named too. */
export function deadlineText(due: Moment, timeZone: string): string {
  const there = portalTimeText(due, timeZone);
  return there === null ? fullMomentText(due) : `${fullMomentText(due)} (${there})`;
}

/** The time of the day alone: `10:42`. */
export function timeText(moment: Moment): string {
  return dates({ hour: '2-digit', minute: '2-digit' }, moment);
}

/** The time where the moment lies on the same day as now, the day too where it does not. */
export function shortMomentText(moment: Moment, now: Moment): string {
  const day = (each: Moment): string => dates({ dateStyle: 'short' }, each);
  return day(moment) === day(now) ? timeText(moment) : momentText(moment);
}

/** As short as a column wants it: the time today, the day this year, else the month of its year. */
export function briefMomentText(moment: Moment, now: Moment): string {
  const day = (each: Moment): string => dates({ dateStyle: 'short' }, each);
  if (day(moment) === day(now)) return timeText(moment);
  const year = (each: Moment): string => dates({ year: 'numeric' }, each);
  const thisYear = year(moment) === year(now);
  return dates({ month: 'short', ...(thisYear ? { day: 'numeric' } : { year: 'numeric' }) }, moment);
}

/** A calendar day, `2026-11-03`: `3 Nov 2026`. */
export function dayText(day: string): string {
  return dates({ timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }, `${day}T00:00:00.000Z`);
}

/** The name of a weekday: 0 is Monday. */
export function weekdayText(index: number): string {
  return dates({ timeZone: 'UTC', weekday: 'long' }, `2024-01-0${index + 1}T00:00:00.000Z`);
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

/** Names of which one is enough: "A, B or C". */
export function eitherText(names: readonly string[]): string {
  return new Intl.ListFormat(formatLocale(), { style: 'long', type: 'disjunction' }).format(names);
}

function dates(options: Intl.DateTimeFormatOptions, moment: Moment): string {
  return dateFormat(formatLocale(), options).format(toMilliseconds(moment));
}
