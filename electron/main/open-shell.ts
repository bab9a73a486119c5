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
import { deletePortal } from './portal-server/delete-portal.ts';
import { createEmbeddedPortal } from './portal-server/embedded-portal.ts';
import type { EmbeddedPortal, PortalChild, PortalState } from './portal-server/embedded-portal.ts';
import { forkPortal } from './portal-server/fork-portal.ts';
import { readPortalKey } from './portal-server/portal-key.ts';
import { openPinnedStores } from './server/pinned-stores.ts';
import type { PortalConnection } from './server/portal-connection.ts';
import { EMBEDDED } from './server/server-address.ts';
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

const START_TIMEOUT = 30_000;

const now = (): string => new Date().toISOString();

/** Puts the parts of the desk together; nothing is started or shown yet. */
export async function openShell(options: ShellOptions): Promise<Shell> {
  const { folder, settings, switches, policy } = options;
  const pins = await openPinnedStores(folder);
  const embedded = await openEmbedded(options, () => shell);
  const fetch: Shell['fetch'] = (url, init) => signInSession().fetch(url, init);
  const connect = async (address: string): Promise<PortalConnection | null> => {
    if (address !== EMBEDDED) return { base: address, secret: null };
    await embedded.start();
    return embedded.portal.whenUp(START_TIMEOUT);
  };
  const server = createServerChoice({
    policy: policy.server,
    policyTrouble: policy.trouble,
    switch: switches.server,
    demoSwitch: switches.demo,
    kept: () => settings.get().server,
    keep: (address) => settings.change({ server: address }),
    demo: () => embedded.portal.demo(),
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
    embedded: embedded.portal,
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
          greeting: () => greetingOf(embedded.portal.state()),
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
    resetDemo: () => resetDemo(shell, folder, embedded),
  };
  return shell;
}

/** Parts of a page that begin to listen later are told what the others have heard; a server nobody asked for is no news. */
function greetingOf(state: PortalState): readonly DeskEvent[] {
  return state.state === 'down' && state.detail === undefined ? [] : [{ kind: 'server-state', ...state }];
}

interface Embedded {
  readonly portal: EmbeddedPortal;
  readonly start: () => Promise<void>;
  /** Only while it is stopped. */
  readonly deleteAll: () => Promise<void>;
}

async function openEmbedded(options: ShellOptions, shell: () => Shell): Promise<Embedded> {
  const { dist, folder, switches } = options;
  const portalFolder = join(folder, 'portal');
  const mailFolder = join(portalFolder, 'mail');
  const fork = (): PortalChild =>
    forkPortal(join(dist, 'portal', 'serve.js'), (text) => note('portal-output', { length: text.length }));
  // Read at the first start: on Linux the key store may ask its user to unlock it.
  let encryptionKey: string | null = null;
  const portal = createEmbeddedPortal({
    fork,
    settings: () => ({
      folder: portalFolder,
      encryptionKey: encryptionKey ?? '',
      demo: shell().server.isDemo(),
      mailFolder,
      ...(switches.today === null ? {} : { today: switches.today }),
    }),
    onState: (state) => {
      note('portal-state', { state: state.state, detail: state.detail ?? null });
      shell().windows.toAll({ kind: 'server-state', ...state });
    },
  });
  return {
    portal,
    start: async () => {
      encryptionKey ??= await readPortalKey(portalFolder, systemKeyStore, now());
      portal.start();
    },
    deleteAll: () => deletePortal(fork, { folder: portalFolder, mailFolder }),
  };
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
  return address === EMBEDDED ? shell.embedded.connection() : { base: address, secret: null };
}

async function resetDemo(shell: Shell, folder: string, embedded: Embedded): Promise<void> {
  const files = await listAccountFiles(join(folder, 'accounts'));
  const gone = files.filter(({ address }) => address === EMBEDDED);
  shell.windows.openSignIn();
  for (const { account } of gone) {
    shell.windows.closeAccount(account);
    await shell.accounts.leave(account);
  }
  try {
    // Whoever signs in already waits, or would begin a database in a folder that is being emptied.
    await shell.embedded.stop(async () => {
      await embedded.deleteAll();
      for (const { account } of gone) {
        await accountSession(account).clearStorageData();
        await rm(accountFolder(join(folder, 'accounts'), account), { recursive: true, force: true });
        note('demo-account-removed', { account: accountHash(account) });
      }
      await shell.settings.change({ account: null });
      await shell.pins.unpin(EMBEDDED);
    });
  } finally {
    await embedded.start();
  }
}

const homepage = 'partner-desk.example';

function hostsOf(address: string): readonly string[] {
  return [homepage, mapHost, ...(address === EMBEDDED ? [] : [new URL(address).host])];
}
