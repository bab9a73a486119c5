import { MantineProvider, type MantineColorSchemeManager } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useEffect, useState, type ReactNode } from 'react';
import type { DeskSettings } from '../../shared/contract/desk-api.ts';
import { SettingsContext, type SettingsHold } from '../bindings/use-settings.ts';
import { useDesk } from '../bindings/contexts.ts';
import { cssVariables, theme } from '../ui/theme.ts';
import { useFreeCorner } from '../ui/use-free-corner.ts';
import { styleNonce } from './first.ts';

/** Theme and density as the settings have them, and the settings themselves for whoever changes them. */
export function Look({ settings: first, children }: { settings: DeskSettings; children: ReactNode }) {
  const desk = useDesk();
  const [settings, setSettings] = useState(first);
  const corner = useFreeCorner();
  useEffect(() => {
    document.documentElement.dataset['density'] = settings.density;
  }, [settings.density]);
  const hold: SettingsHold = {
    settings,
    change: async (change) => setSettings(await desk.settings.write(change)),
  };
  return (
    <SettingsContext value={hold}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        getStyleNonce={styleNonce}
        defaultColorScheme="auto"
        forceColorScheme={settings.theme === 'system' ? undefined : settings.theme}
        colorSchemeManager={inSettings}
      >
        {children}
        <Notifications position={corner} limit={2} autoClose={6000} />
      </MantineProvider>
    </SettingsContext>
  );
}

// The theme lives in the settings of the desk, never in the page's own storage.
const inSettings: MantineColorSchemeManager = {
  get: (byDefault) => byDefault,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
