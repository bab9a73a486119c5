/** A moment in UTC, `2026-03-01T08:00:00.000Z`: always with milliseconds, so that text order is time order. */
export type Moment = string;

const daysBefore1970 = 719_468;
const dayLength = 86_400_000;

/** Milliseconds since 1970 of a moment; written out because the domain may not use Date. Source: civil calendar arithmetic. */
export function toMilliseconds(moment: Moment): number {
  const [year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0, milli = 0] = moment
    .split(/[-T:.Z]/)
    .map(Number);
  return daysFromCivil(year, month, day) * dayLength + ((hour * 60 + minute) * 60 + second) * 1000 + milli;
}

/** The moment of so many milliseconds since 1970. */
export function fromMilliseconds(milliseconds: number): Moment {
  const days = Math.floor(milliseconds / dayLength);
  const rest = milliseconds - days * dayLength;
  const { year, month, day } = civilFromDays(days);
  const time = [Math.floor(rest / 3_600_000), Math.floor(rest / 60_000) % 60, Math.floor(rest / 1000) % 60]
    .map(two)
    .join(':');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${time}.${String(rest % 1000).padStart(3, '0')}Z`;
}

/** The day of the week of a count of days since 1970: 1 = Monday … 7 = Sunday. */
export function dayOfWeek(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

/** True for a well-formed moment; for edges that take text. */
export function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && fromMilliseconds(toMilliseconds(text)) === text;
}

function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    daysBefore1970
  );
}

function civilFromDays(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + daysBefore1970;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
