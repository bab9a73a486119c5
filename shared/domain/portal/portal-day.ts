import { fromMilliseconds, toMilliseconds, type Moment } from '../moment.ts';
import { offsetAt } from '../task/target.ts';

/** The calendar day that a moment is in a portal's time zone: `2026-03-01`. */
export function portalDay(now: Moment, { timeZone }: { readonly timeZone: string }): string {
  const milliseconds = toMilliseconds(now);
  return fromMilliseconds(milliseconds + offsetAt(milliseconds, timeZone)).slice(0, 10);
}

/** The calendar day before one. */
export function dayBefore(day: string): string {
  return fromMilliseconds(toMilliseconds(`${day}T00:00:00.000Z`) - 86_400_000).slice(0, 10);
}
