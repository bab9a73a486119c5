import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Session } from 'electron';
import type { DeskEvent } from '../../shared/contract/desk-api.ts';
import { mapHost } from '../../shared/contract/desk-places.ts';
import { accountFolder, accountHash, listAccountFiles } from './accounts/account-file.ts';
import { createAccounts } from './accounts/accounts.ts';
import { systemKeyStore } from './machine/key-store.ts';
import { note, noteFault } from './machine/log.ts';
import type { Policy } from './machine/policy.ts';
import type { Settings } from './machine/settings.ts';
import type { Switches } from './machine/switches.ts';
import { forkPortal } from './portal-server/fork-portal.ts';
import { createInsidePortals } from './portal-server/inside-portals.ts';
import type { InsidePortals } from './portal-server/inside-portals.ts';
import { openPinnedStores } from './server/pinned-stores.ts';
import type { PortalConnection } from './server/portal-connection.ts';
import { EMBEDDED, isInside, THIS_COMPUTER } from './server/server-address.ts';
import { createServerChoice } from './server/server-choice.ts';
import { accountSession, prepareSession, signInSession } from './sessions.ts';
import type { Shell } from './shell.ts';
import { createDeskWindows } from './window/desk-windows.ts';
import { openDeskWindow, preloadFile } from './window/desk-window.ts';
import { setMenu } from './window/menu.ts';

export interface ShellOptions {
  /** Everything this app keeps lies below this folder. */
  readonly folder: string;
  /** The built app: main, preload, renderer, portal. */
  readonly dist: string;
  readonly settings: Settings;
  readonly switches: Switches;
  readonly policy: Policy;
}

const now = (): string => new Date().toISOString();

/** Puts the parts of the desk together; nothing is started or shown yet. */
export async function openShell(options: ShellOptions): Promise<Shell> {
  const { folder, settings, switches, policy } = options;
  const pins = await openPinnedStores(folder);
  const inside = createInsidePortals({
    folder,
    keyStore: systemKeyStore,
    fork: () =>
      forkPortal(join(options.dist, 'portal', 'serve.js'), (text) => note('portal-output', { length: text.length })),
    now,
    today: switches.today,
    onState: (address, state) => {
      note('portal-state', { address, state: state.state, detail: state.detail ?? null });
      shell.windows.toAll({ kind: 'server-state', address, ...state });
    },
  });
  const fetch: Shell['fetch'] = (url, init) => signInSession().fetch(url, init);
  const connect = async (address: string): Promise<PortalConnection | null> =>
    isInside(address) ? inside.connect(address) : { base: address, secret: null };
  const server = createServerChoice({
    policy: policy.server,
    policyTrouble: policy.trouble,
    switch: switches.server,
    demoSwitch: switches.demo,
    kept: () => settings.get().server,
    keep: (address) => settings.change({ server: address }),
    demo: () => inside.demo.demo(),
    isEmpty: () => inside.own.state().state === 'empty',
  });
  const accounts = createAccounts({
    folder: join(folder, 'accounts'),
    keyStore: systemKeyStore,
    now,
    pins,
    fetch,
    connect,
  });
  const shell: Shell = {
    keyStore: systemKeyStore,
    settings,
    server,
    inside,
    pins,
    accounts,
    fetch,
    connect,
    windows: createDeskWindows({
      open: (account, session) =>
        openDeskWindow({
          account,
          session,
          preload: preloadFile(options.dist),
          settings,
          outsideHosts: () => hostsOf(server.current().address),
          greeting: () => greetingOf(inside),
          onTrouble: (code) => note(code),
        }),
      sessionFor: (account) => sessionFor(shell, options.dist, account),
      onFront: (hasAccount) =>
        setMenu({
          settings,
          hasAccount,
          command: (name) => shell.windows.current()?.send({ kind: 'command', name }),
        }),
      onClosed: (account) => void accounts.leave(account).catch((error: unknown) => noteFault('leave', error)),
    }),
    resetDemo: () => resetDemo(shell, folder),
  };
  return shell;
}

/** Parts of a page that begin to listen later are told what the others have heard; a server nobody asked for is no news. */
function greetingOf({ stateOf }: InsidePortals): readonly DeskEvent[] {
  return [EMBEDDED, THIS_COMPUTER].flatMap((address): readonly DeskEvent[] => {
    const state = stateOf(address);
    if (state.state === 'down' && state.detail === undefined) return [];
    return [{ kind: 'server-state', address, ...state }];
  });
}

function sessionFor(shell: Shell, dist: string, account: string | null): Session {
  const open = account === null ? null : shell.accounts.open(account);
  const part = account === null ? signInSession() : accountSession(account);
  prepareSession(part, {
    renderer: join(dist, 'renderer'),
    attachments: open?.files ?? null,
    isOurs: (contents) => contents !== null && shell.windows.byContents(contents.id) !== null,
    route:
      open === null || account === null
        ? null
        : {
            account,
            connection: () => connectionNow(shell, open.file().address),
            token: open.token,
            fetch: (url, init) => part.fetch(url, init),
            workOffline: () => shell.settings.get().workOffline,
            sawServerTime: open.sawServerTime,
          },
  });
  return part;
}

/** No waiting here: while the embedded server is down a request is answered so at once. */
function connectionNow(shell: Shell, address: string): PortalConnection | null {
  const portal = shell.inside.at(address);
  return portal === null ? { base: address, secret: null } : portal.connection();
}

/** Touches nothing but the demo: what was set up on this computer has another address and another folder. */
async function resetDemo(shell: Shell, folder: string): Promise<void> {
  const files = await listAccountFiles(join(folder, 'accounts'));
  const gone = files.filter(({ address }) => address === EMBEDDED);
  shell.windows.openSignIn();
  for (const { account } of gone) {
    shell.windows.closeAccount(account);
    await shell.accounts.leave(account);
  }
  try {
    // Whoever signs in already waits, or would begin a database in a folder that is being emptied.
    await shell.inside.demo.stop(async () => {
      await shell.inside.deleteDemo();
      for (const { account } of gone) {
        await accountSession(account).clearStorageData();
        await rm(accountFolder(join(folder, 'accounts'), account), { recursive: true, force: true });
        note('demo-account-removed', { account: accountHash(account) });
      }
      await shell.settings.change({ account: null });
      await shell.pins.unpin(EMBEDDED);
    });
  } finally {
    await shell.inside.start(EMBEDDED);
  }
}

const homepage = 'partner-desk.example';

function hostsOf(address: string): readonly string[] {
  return [homepage, mapHost, ...(isInside(address) ? [] : [new URL(address).host])];
}
