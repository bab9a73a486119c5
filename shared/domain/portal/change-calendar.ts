import { refused, type Decision } from '../decision.ts';
import { maySteer } from '../rights/may.ts';
import { sameCalendar, usualCalendar, type WorkingCalendar } from './calendar.ts';
import type { PortalQuestion } from './change-rights.ts';
import type { PortalSettings } from './portal-settings.ts';

/** Sets when a portal works: the whole calendar as it shall be. */
export interface ChangeCalendar extends WorkingCalendar {
  readonly place: string | null;
}

/** Decides `change-calendar`. Targets that run already stay where they are: new ones count over it (docs/decisions/0015). */
export function changeCalendar(
  { standing, settings, stamp }: PortalQuestion,
  input: ChangeCalendar,
): Decision<PortalSettings> {
  const verdict = maySteer(standing, 'portal.changeCalendar');
  if (!verdict.allowed) return refused(verdict.refusal);
  const { calendar } = settings;
  if (stamp.basedOn !== (calendar?.revision ?? null))
    return refused({ code: 'stale', grantor: 'nobody', changedBy: null, changedAt: calendar?.changedAt ?? null });
  const same = sameCalendar(calendar ?? usualCalendar, input) && (calendar?.place ?? null) === input.place;
  if (same) return refused({ code: 'nothing-to-change', grantor: 'nobody' });
  const changed = { ...input, revision: stamp.id, changedAt: stamp.at };
  return { kind: 'decided', after: { ...settings, calendar: changed }, chat: [], log: [], consequences: [] };
}
