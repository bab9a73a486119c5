import { t } from '@lingui/core/macro';
import { weekdayText } from '../../words/figures.ts';
import { loggedCalendarSchema } from '../../../shared/contract/calendar-answers.ts';
import { usualCalendar, type WorkingCalendar, type WorkingHours } from '../../../shared/domain/portal/calendar.ts';
import { closedDayText, hoursText } from './day-times.ts';

/** What a change of a calendar did, a line each; `none` stands for the calendar of a portal or office that never set one. */
export function changeWords(before: unknown, after: unknown): readonly string[] {
  const [old, now] = [loggedCalendarSchema.safeParse(before), loggedCalendarSchema.safeParse(after)];
  if (!old.success || !now.success) return [];
  if (now.data === null) return [t`keeps the portal's calendar again`];
  const from: WorkingCalendar = old.data ?? usualCalendar;
  const to: WorkingCalendar = now.data;
  const lines = [...weekWords(from, to), ...dayWords(from, to)];
  return lines.length > 0 ? lines : [t`the same hours and days`];
}

function weekWords(from: WorkingCalendar, to: WorkingCalendar): readonly string[] {
  return to.week.flatMap((hours, index) => {
    const [was, is] = [timesText(from.week[index] ?? null), timesText(hours)];
    return was === is ? [] : [t`${weekdayText(index)}: ${was} before, ${is} now`];
  });
}

function dayWords(from: WorkingCalendar, to: WorkingCalendar): readonly string[] {
  const texts = ({ closedDays }: WorkingCalendar): readonly string[] => closedDays.map(closedDayText);
  const [old, now] = [texts(from), texts(to)];
  return [
    ...now.filter((day) => !old.includes(day)).map((day) => t`added: ${day}`),
    ...old.filter((day) => !now.includes(day)).map((day) => t`removed: ${day}`),
  ];
}

function timesText(hours: WorkingHours | null): string {
  return hours ? hoursText(hours) : t`closed`;
}
