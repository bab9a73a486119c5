import { useSearch } from '@tanstack/react-router';
import { PortalCalendar } from '../features/calendar/portal-calendar.tsx';
import { PriceListsPanel } from '../features/price-lists/price-lists-panel.tsx';
import { PortalSettingsPage } from '../features/portal-settings/portal-settings-page.tsx';

/** The settings of a portal, with its calendar and its price lists. */
export function PortalSettingsScreen() {
  const { portal = null } = useSearch({ from: '/admin/portal' });
  return (
    <PortalSettingsPage
      asked={portal}
      calendar={(state) => <PortalCalendar key={state.portal} state={state} />}
      priceLists={(state) => <PriceListsPanel key={state.portal} state={state} />}
    />
  );
}
