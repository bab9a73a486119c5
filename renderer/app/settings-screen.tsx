import { ResetDemo } from '../features/demo/reset-demo.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';

/** The settings, with what is said of the demo. */
export function SettingsScreen() {
  return <SettingsPage demo={<ResetDemo />} />;
}
