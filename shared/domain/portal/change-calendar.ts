import type { AsItStands } from '../overwriting.ts';
import { sameCalendar, usualCalendar, type WorkingCalendar } from './calendar.ts';
import { portalPage, steeringRefusal } from './change-rights.ts';
import type { PortalSettings } from './portal-settings.ts';

/** Sets when a portal works: the whole calendar as it shall be. */
export interface ChangeCalendar extends WorkingCalendar {
  readonly place: string | null;
}

/** The page of `change-calendar`. Targets that run already stay where they are: new ones count over it (docs/decisions/0015). */
export const changeCalendar = portalPage<ChangeCalendar>({
  authority: 'portal.changeCalendar',
  check: ({ standing }) => steeringRefusal(standing, 'portal.changeCalendar'),
  basedOn: () => [{ thing: 'portal:calendar', in: standsOfCalendar }],
  limits: ({ settings: { calendar } }, input) => {
    const same = sameCalendar(calendar ?? usualCalendar, input) && (calendar?.place ?? null) === input.place;
    return same ? { code: 'nothing-to-change', grantor: 'nobody' } : null;
  },
  apply: ({ settings, stamp }, input) => ({
    ...settings,
    calendar: { ...input, revision: stamp.id, changedAt: stamp.at },
  }),
});

/** A calendar that was never set goes by no name: who saw the usual week names nothing. */
function standsOfCalendar({ calendar }: PortalSettings): AsItStands {
  return { revision: calendar?.revision ?? null, by: null, at: calendar?.changedAt ?? null };
}
