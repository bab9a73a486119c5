import type { OutboxItem, PortalState } from '../../offline/offline-desk.ts';
import { changeOfficeRefusal, termsOf } from '../../../shared/domain/office/change-office.ts';
import type { OfficeEntry } from '../../../shared/domain/office/directory.ts';
import { usualCalendar, type WorkingCalendar } from '../../../shared/domain/portal/calendar.ts';
import { maySteer } from '../../../shared/domain/rights/may.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';

/** A portal, or an office in it, with the calendar that its targets count over. */
export interface CalendarOwner {
  readonly key: string;
  readonly state: PortalState;
  /** null = the portal. */
  readonly office: OfficeEntry | null;
  readonly calendar: WorkingCalendar;
  /** False for an office that keeps the portal's calendar. */
  readonly own: boolean;
  /** Why the reader may not change it; null where he or she may. */
  readonly refusal: Refusal | null;
}

/** Whose calendars concern the reader: each portal's, and those of the offices that the reader may change or works in. */
export function calendarOwners(portals: readonly PortalState[]): readonly CalendarOwner[] {
  return portals.flatMap((state) => [portalOwner(state), ...officeOwners(state)]);
}

/** A portal's own calendar. */
export function portalOwner(state: PortalState): CalendarOwner {
  const { standing, portal } = state;
  const verdict = maySteer(standing, 'portal.changeCalendar');
  const calendar = standing.settings.calendar ?? usualCalendar;
  return { key: portal, state, office: null, calendar, own: true, refusal: verdict.allowed ? null : verdict.refusal };
}

function officeOwners(state: PortalState): readonly CalendarOwner[] {
  const { standing, directory, portal } = state;
  return directory.offices.flatMap((office) => {
    const { id, company, calendar = null } = office;
    const refusal = changeOfficeRefusal({ standing, office: termsOf(office) }, {});
    if (refusal && company !== standing.company) return [];
    const counts = calendar ?? standing.settings.calendar ?? usualCalendar;
    return [{ key: `${portal}/${id}`, state, office, calendar: counts, own: calendar !== null, refusal }];
  });
}

/** The change of this calendar that waits for the portal, or undefined. */
export function waitingChange(outbox: readonly OutboxItem[], { state, office }: CalendarOwner): OutboxItem | undefined {
  return outbox.find(({ command }) => {
    if (command?.portal !== state.portal) return false;
    if (!office) return command.name === 'change-calendar';
    return command.name === 'change-office' && command.subject.id === office.id && command.input.calendar !== undefined;
  });
}
