import { fromMilliseconds, toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';
import { usualCalendar } from '../../shared/domain/portal/calendar.ts';
import { afterWorkingHours, type WorkingPlace } from '../../shared/domain/task/target.ts';
import type { TaskStatus } from '../../shared/domain/task/task-status.ts';
import { hoursBefore, type Chance } from './random.ts';

const quarter = 900_000;

/**
 * When a status was reached so that its target lies where a working day shows all of it: some missed, many due in the
 * course of today (near or met by the hour one looks), some later. Never after `now`: nothing happens in the future.
 */
export function reachedAt(settings: PortalSettings, status: TaskStatus | 'role', now: Moment, chance: Chance): Moment {
  const last = hoursBefore(now, chance.whole(1, 12) / 4);
  const hours = settings.targetHours[status];
  if (hours === undefined) return hoursBefore(now, chance.whole(4, 400));
  const drawn = chance.next();
  const missed = drawn < 0.2;
  const ahead = missed ? -chance.whole(4, 90) : drawn < 0.65 ? chance.whole(0, 24) : chance.whole(24, 120);
  const due = hoursBefore(now, -(ahead + chance.whole(0, 3) / 4));
  const [by, after] = rememberedSince(settings, hours, due);
  // Nights and weekends have no due dates: what is not to be missed falls to the next working hours.
  const reached = missed ? by : after;
  return reached < last ? reached : last;
}

type Around = readonly [by: Moment, after: Moment];

const remembered = new WeakMap<PortalSettings, Map<string, Around>>();

/** Looked for once: many tasks are due at the same quarter of an hour. */
function rememberedSince(settings: PortalSettings, hours: number, due: Moment): Around {
  const known = remembered.get(settings) ?? new Map<string, Around>();
  remembered.set(settings, known);
  const key = `${hours} ${due}`;
  const since =
    known.get(key) ??
    sinceAround(hours, { timeZone: settings.timeZone, calendar: settings.calendar ?? usualCalendar }, due);
  known.set(key, since);
  return since;
}

/** The latest quarter of an hour from which the target is due by `due`, and the one after it: targets only grow. */
function sinceAround(hours: number, place: WorkingPlace, due: Moment): Around {
  const end = toMilliseconds(due);
  const at = (quarters: number): Moment => fromMilliseconds(end - quarters * quarter);
  let near = 0;
  // Eight working hours a day, weekends, and a day at each end.
  let far = Math.ceil((hours / 8) * 1.4 + 5) * 96;
  while (far - near > 1) {
    const middle = Math.floor((near + far) / 2);
    if (afterWorkingHours(at(middle), hours, place) <= due) far = middle;
    else near = middle;
  }
  return [at(far), at(near)];
}
