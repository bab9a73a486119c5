import { fromMilliseconds, isMoment, toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import { offsetAt } from '../../shared/domain/task/target.ts';

/** In which order a file writes the parts of a date; a date that begins with the year is read in every order. */
export type DateOrder = 'year-month-day' | 'day-month-year' | 'month-day-year';

/** A day as written, its time of the day where there is one, and how far that is ahead of UTC where it is said. */
export interface WrittenTime {
  readonly day: string;
  /** Milliseconds. */
  readonly clock: number | null;
  readonly offset: number | null;
}

const minute = 60_000;
const dayLength = 1440 * minute;

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})/;
const clockTime =
  /^(?:T|,?\s+)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:\s*([ap])\.?m\.?)?\s*(Z|UTC|GMT|[-+]\d\d(?::?\d\d)?)?$/i;

/** True for a date that begins with the day or the month: the mapping has to say which. */
export function endsWithYear(cell: string): boolean {
  return yearLast.test(cell);
}

/** What a cell says of a day and a time; null where it says none that exists. */
export function readTime(cell: string, order: DateOrder): WrittenTime | null {
  const [written = '', day] = readDay(cell, order);
  if (day === undefined) return null;
  const rest = cell.slice(written.length);
  if (rest === '') return { day, clock: null, offset: null };
  const found = clockTime.exec(rest);
  if (!found) return null;
  const clock = clockOf(found);
  const offset = offsetOf(found[6]);
  return clock === null || offset === undefined ? null : { day, clock, offset };
}

/** The moment of a written time; without an offset it is meant in the zone. Null where the zone's clocks skip it. */
export function momentIn(time: WrittenTime, timeZone: string): Moment | null {
  const local = toMilliseconds(`${time.day}T00:00:00.000Z`) + (time.clock ?? 0);
  if (time.offset !== null) return fromMilliseconds(local - time.offset);
  const before = offsetAt(local - dayLength, timeZone);
  const after = offsetAt(local + dayLength, timeZone);
  // Of a time that is there twice it is the first.
  const found = [before, after]
    .map((offset) => local - offset)
    .filter((utc) => utc + offsetAt(utc, timeZone) === local);
  if (found.length > 0) return fromMilliseconds(Math.min(...found));
  // A day whose midnight is skipped begins when its clocks have gone ahead.
  return time.clock === null ? fromMilliseconds(local - before) : null;
}

function readDay(cell: string, order: DateOrder): readonly [written?: string, day?: string] {
  const [, year, , month, day] = yearFirst.exec(cell) ?? [];
  if (year !== undefined) return checkedDay(yearFirst.exec(cell)?.[0], year, month, day);
  if (order === 'year-month-day') return [];
  const [written, one, , two, last] = yearLast.exec(cell) ?? [];
  return order === 'day-month-year' ? checkedDay(written, last, two, one) : checkedDay(written, last, one, two);
}

function checkedDay(written?: string, year = '', month = '', day = ''): readonly [written?: string, day?: string] {
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return written !== undefined && isMoment(`${found}T00:00:00.000Z`) ? [written, found] : [];
}

function clockOf([, hours = '', minutes = '', seconds = '0', fraction = '', half]: readonly string[]): number | null {
  const hour = Number(hours);
  if (Number(minutes) > 59 || Number(seconds) > 59) return null;
  if (half === undefined ? hour > 23 : hour < 1 || hour > 12) return null;
  const whole = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  return (whole * 60 + Number(minutes)) * minute + Number(seconds) * 1000 + milliseconds;
}

/** Undefined for an offset that no place has. */
function offsetOf(written: string | undefined): number | null | undefined {
  if (written === undefined) return null;
  const [, sign, hours = '', minutes = '0'] = /^([-+])(\d\d):?(\d\d)?$/.exec(written) ?? [];
  if (sign === undefined) return 0;
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minute;
}
