import { dateFormat } from '../../ui/date-format.ts';
import { dayText, formatLocale, listText, weekdayText } from '../../words/figures.ts';
import type { WorkingCalendar, WorkingHours } from '../../../shared/domain/portal/calendar.ts';

const endOfDay = 1440;

/** Minutes after midnight as a time field writes them, `08:30`; the end of the day is written 00:00. */
export function fieldOf(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

/** The minutes a time field says; null where it is empty. As an end, midnight is the one that ends the day. */
export function minutesOf(field: string, end: boolean): number | null {
  const [hours, minutes] = field.split(':').map(Number);
  if (hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)) return null;
  const sum = hours * 60 + minutes;
  return end && sum === 0 ? endOfDay : sum;
}

/** `08:00–16:00`, as the format locale writes times. */
export function hoursText({ from, to }: WorkingHours): string {
  const format = dateFormat(formatLocale(), { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
  const time = (minutes: number): string => format.format(minutes * 60_000);
  return `${time(from)}–${time(to)}`;
}

/** Weekdays with the same hours together, in the order of the week; hours null = closed. */
export function weekLines({
  week,
}: WorkingCalendar): readonly { readonly days: string; readonly hours: WorkingHours | null }[] {
  const groups = new Map<string, { readonly names: string[]; readonly hours: WorkingHours | null }>();
  for (const [index, hours] of week.entries()) {
    const key = hours ? hoursText(hours) : '';
    const group = groups.get(key) ?? { names: [], hours };
    group.names.push(weekdayText(index));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ names, hours }) => ({ days: listText(names), hours }));
}

/** `24 Dec 2026, Christmas Eve`. */
export function closedDayText({ date, name }: { readonly date: string; readonly name: string }): string {
  return `${dayText(date)}, ${name}`;
}
