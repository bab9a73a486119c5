import { CalendarPanel } from '../features/calendar/calendar-panel.tsx';
import { ResetDemo } from '../features/demo/reset-demo.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';

/** The settings, with the calendars and what is said of the demo. */
export function SettingsScreen() {
  return <SettingsPage calendar={<CalendarPanel />} demo={<ResetDemo />} />;
}
