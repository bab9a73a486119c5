import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import type { BrowserContext, ElectronApplication, Page } from 'playwright-core';
import { idsOf, underUser } from '../unprivileged.ts';
import { atWrite } from './at-write.ts';
import { parseNotifications } from './notifications.ts';
import type { ShownNotification } from './notifications.ts';
import { descendants, gone, killTree } from './process-tree.ts';
import { readableApp } from './readable-app.ts';
import { newProfile, sandboxIsPossible, startSession, testUser } from './session.ts';
import type { KeyStore, Session } from './session.ts';

export interface DeskOptions {
  /** A profile of an earlier start; without one the app starts on a fresh machine. */
  readonly profile?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly keyStore?: KeyStore;
  /** What an IT department has placed in /etc/partner-desk/policy.json. */
  readonly policy?: string;
  /** Another app folder than the one built here. */
  readonly folder?: string;
}

export interface Seen {
  /** What the app and its pages wrote, for the message of a failed test. */
  readonly log: () => string;
  /** Reports of the content security policy; every test expects none. */
  readonly violations: () => readonly string[];
  readonly notifications: () => readonly ShownNotification[];
  /** Acts on the newest notification as a click on it does. */
  readonly clickNotification: () => void;
}

export interface Desk extends Seen {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  /** SIGKILL to every process of the app, as a power cut ends it. */
  readonly kill: () => Promise<void>;
  /** The same at the very moment at which something is written into the folder; resolves when it is over. */
  readonly killAtWrite: (folder: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * What a machine without a graphics card and with a small /dev/shm needs. Where there can be no sandbox the app still starts,
 * so that one test fails and says so instead of all of them.
 */
export const testMachine: readonly string[] = [
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--disable-dev-shm-usage',
  ...(sandboxIsPossible() ? [] : ['--no-sandbox']),
];

/** Starts the built app on a desktop session of its own: sandboxed, as an unprivileged user. */
export async function launchDesk(options: DeskOptions = {}): Promise<Desk> {
  const { args = [], keyStore = 'keyring', profile = newProfile(), policy } = options;
  const { electron, folder } = await readableApp();
  const session = await startSession(profile, keyStore);
  try {
    const app = await _electron.launch({
      executablePath: join(import.meta.dirname, 'as-user.sh'),
      args: [options.folder ?? folder, ...testMachine, ...withPolicy(policy), ...passwordStore(keyStore), ...args],
      env: {
        ...session.env,
        ...options.env,
        DESK_TEST_ELECTRON: electron,
        DESK_TEST_IDS: testIds(),
        ...(policy === undefined ? {} : { DESK_TEST_POLICY: policy }),
      },
      cwd: '/',
      // Playwright would else switch the sandbox off.
      chromiumSandbox: true,
      timeout: 60_000,
    });
    const seen = watch(app, session);
    const page = await app.firstWindow({ timeout: 60_000 });
    return { app, page, profile, ...seen, ...endings(app, session) };
  } catch (error) {
    session.stop();
    throw error;
  }
}

/** Without the switch Chromium takes its key store from the name of the desktop, which no test machine has. */
export function passwordStore(keyStore: KeyStore): readonly string[] {
  return [`--password-store=${keyStore === 'keyring' ? 'gnome-libsecret' : 'basic'}`];
}

/** Who is no root has to become one to own a policy, and Chromium has no sandbox for a root. */
function withPolicy(policy: string | undefined): readonly string[] {
  return policy === undefined || testUser ? [] : ['--no-sandbox'];
}

function testIds(): string {
  if (!testUser) return '';
  const { uid, gid } = idsOf(testUser);
  return `${uid}:${gid}`;
}

function watch(app: ElectronApplication, session: Session): Seen {
  const lines: string[] = [];
  app.process().stdout?.on('data', (bytes) => lines.push(String(bytes)));
  app.process().stderr?.on('data', (bytes) => lines.push(String(bytes)));
  app.on('console', (message) => lines.push(`main: ${message.text()}\n`));
  return { ...watchPages(app.context(), lines), ...notificationsOf(session) };
}

/** Collects what pages say, from the first one on. */
export function watchPages(context: BrowserContext, lines: string[]): Pick<Seen, 'log' | 'violations'> {
  context.on('console', (message) => lines.push(`page: ${message.text()}\n`));
  context.on('weberror', (fault) => lines.push(`page fault: ${fault.error().stack ?? fault.error().message}\n`));
  return {
    log: () => lines.join(''),
    violations: () =>
      lines.filter((line) => line.startsWith('page: ') && /violates the following Content Security Policy/i.test(line)),
  };
}

export function notificationsOf(session: Session): Pick<Seen, 'notifications' | 'clickNotification'> {
  return {
    notifications: () => parseNotifications(session.printed()),
    clickNotification() {
      const [program, args] = underUser(testUser, 'dunstctl', ['action', '0']);
      execFileSync(program, args, { env: session.env });
    },
  };
}

function endings(app: ElectronApplication, session: Session): Pick<Desk, 'kill' | 'killAtWrite' | 'close'> {
  const pid = app.process().pid;
  async function kill(): Promise<void> {
    const all = pid === undefined ? [] : [pid, ...descendants(pid)];
    killTree(pid);
    await gone(all);
    session.stop();
  }
  return {
    kill,
    async killAtWrite(folder) {
      // Stopped at once: looking for the other processes takes longer than a write does.
      await atWrite(folder, () => pid !== undefined && process.kill(pid, 'SIGSTOP'));
      await kill();
    },
    async close() {
      await app.close();
      session.stop();
    },
  };
}
