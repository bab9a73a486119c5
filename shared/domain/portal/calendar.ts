import type { CommandId } from '../ids.ts';
import type { Moment } from '../moment.ts';

/** From when until when work is done on a weekday: minutes after midnight, local. */
export interface WorkingHours {
  readonly from: number;
  readonly to: number;
}

/** A day on which nobody works, whatever weekday it is. */
export interface ClosedDay {
  /** Calendar day, `2026-12-24`. */
  readonly date: string;
  readonly name: string;
}

/** When somebody works: what targets count over (domain.md §4.2). */
export interface WorkingCalendar {
  /** Monday first, seven; null for a weekday that is closed. */
  readonly week: readonly (WorkingHours | null)[];
  /** In the order of their dates. */
  readonly closedDays: readonly ClosedDay[];
}

/** A portal's own calendar, with where its public holidays are proposed from and what it was last changed by. */
export interface PortalCalendar extends WorkingCalendar {
  /** Country, with state and region where it has some: `FI`, `US-NY`, `DE-BY-A`. */
  readonly place: string | null;
  readonly revision: CommandId;
  readonly changedAt: Moment;
}

const usualDay: WorkingHours = { from: 8 * 60, to: 16 * 60 };

/** What counts until somebody says otherwise: Monday to Friday, 8 to 16 (domain.md §4.2 [I]). */
export const usualCalendar: WorkingCalendar = {
  week: [usualDay, usualDay, usualDay, usualDay, usualDay, null, null],
  closedDays: [],
};

/** True where two calendars say the same. */
export function sameCalendar(one: WorkingCalendar, other: WorkingCalendar): boolean {
  const text = ({ week, closedDays }: WorkingCalendar): string =>
    JSON.stringify([
      week.map((hours) => hours && [hours.from, hours.to]),
      closedDays.map(({ date, name }) => [date, name]),
    ]);
  return text(one) === text(other);
}

/** Closed days by date, each date once: of two names for a day the later one in the list counts. */
export function inOrder(days: readonly ClosedDay[]): ClosedDay[] {
  const byDate = new Map(days.map((day) => [day.date, day]));
  return [...byDate.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}
