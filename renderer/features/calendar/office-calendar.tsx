import { useOffline } from '../../bindings/use-offline.ts';
import { CalendarDialog } from './calendar-dialog.tsx';
import { calendarOwners } from './calendar-owners.ts';

interface OfficeCalendarProps {
  readonly portal: string;
  readonly office: string;
  readonly onClose: () => void;
}

/** The dialog with one office's hours and closed days, for a page that has chosen it. */
export function OfficeCalendar({ portal, office, onClose }: OfficeCalendarProps) {
  const portals = useOffline((state) => state.portals);
  const owner = calendarOwners(portals).find((each) => each.state.portal === portal && each.office?.id === office);
  return owner ? <CalendarDialog owner={owner} onClose={onClose} /> : null;
}
