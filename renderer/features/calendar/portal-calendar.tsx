import type { PortalState } from '../../offline/offline-desk.ts';
import { portalOwner } from './calendar-owners.ts';
import classes from './calendar.module.css';
import { OwnedCalendar } from './owned-calendar.tsx';

/** Working hours and closed days of one portal. */
export function PortalCalendar({ state }: { readonly state: PortalState }) {
  return (
    <div className={classes.panel}>
      <OwnedCalendar owner={portalOwner(state)} />
    </div>
  );
}
