import { app, nativeTheme } from 'electron';
import type { DeskAnswer } from '../../../shared/contract/desk-api.ts';
import type { DeskVerbs } from '../ipc.ts';
import { deskSettings } from '../machine/settings.ts';
import { PortalKept } from '../portal-server/delete-portal.ts';
import { EMBEDDED } from '../server/server-address.ts';
import type { Shell } from '../shell.ts';
import { showBadge, showNotice } from '../window/notices.ts';

type Names = 'about' | 'notify' | 'setBadge' | 'settings.read' | 'settings.write' | 'resetDemo';

/** The computer and the app on it: version, notifications, badge, settings, the demo. */
export function machineVerbs(shell: Shell): Pick<DeskVerbs, Names> {
  return {
    about: async () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      platform: process.platform,
      keyStore: shell.keyStore.isReal(),
    }),
    notify: async (from, [notice]) => showNotice(from, notice),
    setBadge: async (from, [count]) => showBadge(from, count),
    'settings.read': async () => deskSettings(shell.settings.get()),
    'settings.write': async (_, [change]) => {
      const { server, ...others } = change;
      await shell.settings.change(others);
      if (server !== undefined) await keepServer(shell, server);
      nativeTheme.themeSource = shell.settings.get().theme;
      return deskSettings(shell.settings.get());
    },
    resetDemo: async (): Promise<DeskAnswer> => {
      const { address } = shell.server.current();
      if (address !== EMBEDDED) return { ok: false, reason: 'not-allowed' };
      try {
        await shell.resetDemo();
        return { ok: true };
      } catch (error) {
        if (error instanceof PortalKept) return { ok: false, reason: 'not-allowed', detail: error.message };
        throw error;
      }
    },
  };
}

async function keepServer(shell: Shell, server: string | null): Promise<void> {
  if (server === null) await shell.settings.change({ server: null });
  else await shell.server.choose(server);
}
