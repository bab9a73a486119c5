import { fromMilliseconds, toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';
import { targetFrom } from '../../shared/domain/task/target.ts';
import type { TaskStatus } from '../../shared/domain/task/task-status.ts';
import { hoursBefore, type Chance } from './random.ts';

const quarter = 900_000;
/** Longer than the longest target takes in calendar time. */
const furthest = 40 * 24 * 4;

/**
 * When a status was reached so that its target lies where a working day shows all of it: some missed, many due in the
 * course of today (near or met by the hour one looks), some later. Never after `now`: nothing happens in the future.
 */
export function reachedAt(settings: PortalSettings, status: TaskStatus | 'role', now: Moment, chance: Chance): Moment {
  const last = hoursBefore(now, chance.whole(1, 12) / 4);
  if (settings.targetHours[status] === undefined) return hoursBefore(now, chance.whole(4, 400));
  const drawn = chance.next();
  const ahead = drawn < 0.2 ? -chance.whole(4, 90) : drawn < 0.65 ? chance.whole(0, 24) : chance.whole(24, 120);
  const due = hoursBefore(now, -(ahead + chance.whole(0, 3) / 4));
  const reached = rememberedSince(settings, status, due);
  return reached < last ? reached : last;
}

const remembered = new WeakMap<PortalSettings, Map<string, Moment>>();

/** Looked for once: many tasks are due at the same quarter of an hour. */
function rememberedSince(settings: PortalSettings, status: TaskStatus | 'role', due: Moment): Moment {
  const known = remembered.get(settings) ?? new Map<string, Moment>();
  remembered.set(settings, known);
  const key = `${settings.targetHours[status]} ${due}`;
  const since = known.get(key) ?? latestSince(settings, status, due);
  known.set(key, since);
  return since;
}

/** The latest quarter of an hour from which the target is due by `due`: targets only grow with their beginning. */
function latestSince(settings: PortalSettings, status: TaskStatus | 'role', due: Moment): Moment {
  const end = toMilliseconds(due);
  const at = (quarters: number): Moment => fromMilliseconds(end - quarters * quarter);
  let [near, far] = [0, furthest];
  while (far - near > 1) {
    const middle = Math.floor((near + far) / 2);
    const target = targetFrom(settings, status, at(middle));
    if (target === null || target.due <= due) far = middle;
    else near = middle;
  }
  return at(far);
}
