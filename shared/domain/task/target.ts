import { dayOfWeek, fromMilliseconds, toMilliseconds, type Moment } from '../moment.ts';
import type { PortalSettings } from '../portal/portal-settings.ts';
import type { Target } from './task.ts';
import type { TaskStatus } from './task-status.ts';

const hour = 3_600_000;
/** Working time of a day, local hours, Monday to Friday (domain.md §4.2 [I]). */
const opens = 8;
const closes = 16;

/** When a status should be left, counted in the portal's working hours; near at 80 % (domain.md §4.2). */
export function targetFrom(settings: PortalSettings, status: TaskStatus | 'role', since: Moment): Target | null {
  const hours = settings.targetHours[status];
  if (hours === undefined) return null;
  return {
    near: afterWorkingHours(since, hours * 0.8, settings.timeZone),
    due: afterWorkingHours(since, hours, settings.timeZone),
  };
}

/** Where a target stands at a moment. Never shown by colour alone. */
export type TargetState = 'on-time' | 'near' | 'overdue';

/** The state of a target; without one everything is on time. */
export function targetState(target: Target | null, now: Moment): TargetState {
  if (target === null || now < target.near) return 'on-time';
  return now <= target.due ? 'near' : 'overdue';
}

/** Adds working hours to a moment, in the zone's local time. */
export function afterWorkingHours(since: Moment, hours: number, timeZone: string): Moment {
  const start = toMilliseconds(since);
  let local = start + offsetAt(start, timeZone);
  let left = hours * hour;
  for (;;) {
    const day = Math.floor(local / (24 * hour));
    const from = Math.max(local, day * 24 * hour + opens * hour);
    const until = day * 24 * hour + closes * hour;
    const open = dayOfWeek(day) <= 5 ? Math.max(0, until - from) : 0;
    if (left <= open) return fromMilliseconds(Math.round(utcOf(from + left, timeZone)));
    left -= open;
    local = (day + 1) * 24 * hour;
  }
}

/** Clocks change at night and never in working time, so that the offset of a near guess is the right one. */
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
