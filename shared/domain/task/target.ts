import { dayOfWeek, fromMilliseconds, toMilliseconds, type Moment } from '../moment.ts';
import type { OfficeEntry } from '../office/directory.ts';
import { usualCalendar, type WorkingCalendar } from '../portal/calendar.ts';
import type { PortalSettings } from '../portal/portal-settings.ts';
import type { Target } from './task.ts';
import type { TaskStatus } from './task-status.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** In these the insurer is waited for, whichever office has the task. */
const insurersTurn: readonly (TaskStatus | 'role')[] = ['C', 'B', 'B+', '3-', '4', 'A'];

/**
 * When a status should be left, counted in the working hours of who has to leave it: the office's own where it has some,
 * else the portal's; near at 80 % (domain.md §4.2, docs/decisions/0015).
 */
export function targetFrom(
  settings: PortalSettings,
  status: TaskStatus | 'role',
  since: Moment,
  office?: OfficeEntry,
): Target | null {
  const hours = settings.targetHours[status];
  if (hours === undefined) return null;
  const place = placeOf(settings, status, office);
  return { near: afterWorkingHours(since, hours * 0.8, place), due: afterWorkingHours(since, hours, place) };
}

/** Where who has to leave a status works. */
function placeOf(settings: PortalSettings, status: TaskStatus | 'role', office?: OfficeEntry): WorkingPlace {
  const own = insurersTurn.includes(status) ? null : office?.calendar;
  return { timeZone: settings.timeZone, calendar: own ?? settings.calendar ?? usualCalendar };
}

/**
 * A target that stood still from one moment to another: as much working time is left as was left then, and what had
 * passed has passed (domain.md §4.2: paused in `I`).
 */
export function targetAfterPause(
  settings: PortalSettings,
  status: TaskStatus,
  { target, from, to }: { readonly target: Target | null; readonly from: Moment; readonly to: Moment },
  office?: OfficeEntry,
): Target | null {
  if (target === null) return null;
  const place = placeOf(settings, status, office);
  const moved = (moment: Moment): Moment =>
    moment <= from ? moment : afterWorkingHours(to, workingHoursBetween(from, moment, place), place);
  return { near: moved(target.near), due: moved(target.due) };
}

/** Where a target stands at a moment. Never shown by colour alone. */
export type TargetState = 'on-time' | 'near' | 'overdue';

/** The state of a target; without one everything is on time. */
export function targetState(target: Target | null, now: Moment): TargetState {
  if (target === null || now < target.near) return 'on-time';
  return now <= target.due ? 'near' : 'overdue';
}

/** Where and when work is done. */
export interface WorkingPlace {
  readonly timeZone: string;
  readonly calendar: WorkingCalendar;
}

/** Adds working hours to a moment: hours that pass, also on a day on which clocks change while the work goes on. */
export function afterWorkingHours(since: Moment, hours: number, { timeZone, calendar }: WorkingPlace): Moment {
  const start = toMilliseconds(since);
  const closed = new Set(calendar.closedDays.map(({ date }) => date));
  let left = hours * hour;
  // A week has an hour that is open and a calendar so many closed days that this comes to an end.
  for (let days = Math.floor((start + offsetAt(start, timeZone)) / day); ; days += 1) {
    const times = calendar.week[dayOfWeek(days) - 1];
    if (!times || (closed.size > 0 && closed.has(fromMilliseconds(days * day).slice(0, 10)))) continue;
    const from = Math.max(start, utcOf(days * day + times.from * minute, timeZone));
    const open = Math.max(0, utcOf(days * day + times.to * minute, timeZone) - from);
    if (left <= open) return fromMilliseconds(Math.round(from + left));
    left -= open;
  }
}

/** The working hours between two moments, the earlier one first: what `afterWorkingHours` adds to the one to come to the other. */
export function workingHoursBetween(since: Moment, until: Moment, { timeZone, calendar }: WorkingPlace): number {
  const [start, end] = [toMilliseconds(since), toMilliseconds(until)];
  const closed = new Set(calendar.closedDays.map(({ date }) => date));
  const last = Math.floor((end + offsetAt(end, timeZone)) / day);
  let open = 0;
  for (let days = Math.floor((start + offsetAt(start, timeZone)) / day); days <= last; days += 1) {
    const times = calendar.week[dayOfWeek(days) - 1];
    if (!times || closed.has(fromMilliseconds(days * day).slice(0, 10))) continue;
    const from = Math.max(start, utcOf(days * day + times.from * minute, timeZone));
    const to = Math.min(end, utcOf(days * day + times.to * minute, timeZone));
    open += Math.max(0, to - from);
  }
  return open / hour;
}

/** The offset of a near guess is the right one, but within the hour that a clock change skips or repeats. */
function utcOf(local: number, timeZone: string): number {
  return local - offsetAt(local - offsetAt(local, timeZone), timeZone);
}

/** Zones change their offset on quarter hours only, and asking Intl takes far longer than remembering. */
const quarter = hour / 4;
const keptOffsets = 10_000;
const offsets = new Map<string, Map<number, number>>();

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
export function offsetAt(milliseconds: number, timeZone: string): number {
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  const begins = Math.floor(milliseconds / quarter) * quarter;
  const offset = known.get(begins) ?? offsetFromClock(begins, timeZone);
  if (known.size >= keptOffsets) known.clear();
  offsets.set(timeZone, known.set(begins, offset));
  return offset;
}

function offsetFromClock(milliseconds: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(milliseconds);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value ?? '0');
  const two = (value: number): string => String(value).padStart(2, '0');
  const text = `${part('year')}-${two(part('month'))}-${two(part('day'))}T${two(part('hour') % 24)}:${two(part('minute'))}:${two(part('second'))}.000Z`;
  return toMilliseconds(text) - Math.floor(milliseconds / 1000) * 1000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(timeZone, made);
  return made;
}
