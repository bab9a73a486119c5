import { PortalCalendar } from '../features/calendar/portal-calendar.tsx';
import { PortalSettingsPage } from '../features/portal-settings/portal-settings-page.tsx';

/** The settings of a portal, with its calendar. */
export function PortalSettingsScreen() {
  return <PortalSettingsPage calendar={(state) => <PortalCalendar key={state.portal} state={state} />} />;
}
