import { useSearch } from '@tanstack/react-router';
import { PortalCalendar } from '../features/calendar/portal-calendar.tsx';
import { PortalSettingsPage } from '../features/portal-settings/portal-settings-page.tsx';

/** The settings of a portal, with its calendar. */
export function PortalSettingsScreen() {
  const { portal = null } = useSearch({ from: '/admin/portal' });
  return (
    <PortalSettingsPage asked={portal} calendar={(state) => <PortalCalendar key={state.portal} state={state} />} />
  );
}
