import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idsOf, isRoot, underUser } from '../unprivileged.ts';
import { killTree } from './process-tree.ts';

/** `keyring`: an unlocked GNOME keyring, where safeStorage is a real key store; `none`: a machine without one. */
export type KeyStore = 'keyring' | 'none';

export interface Session {
  readonly env: Readonly<Record<string, string>>;
  /** What the notification daemon has printed so far. */
  readonly printed: () => string;
  readonly stop: () => void;
}

/** Who the app runs as: a root has no sandbox, so tests started by root leave it. */
export const testUser = isRoot() ? 'nobody' : undefined;

/** Chromium's sandbox needs user namespaces, which a plain chroot and some containers refuse. */
export function sandboxIsPossible(): boolean {
  const [program, args] = underUser(testUser, 'unshare', ['--user', 'true']);
  return spawnSync(program, args).status === 0;
}

/** A home folder that the app's user owns; give it to a later start to come back to the same profile. */
export function newProfile(): string {
  // Short, because sockets lie in it and their paths end at 108 characters.
  const profile = mkdtempSync(join(process.env['DESK_TEST_FOLDER'] ?? tmpdir(), 'desk-'));
  for (const name of ['', 'config', 'data', 'cache', 'run']) {
    const folder = join(profile, name);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (testUser) chownSync(folder, idsOf(testUser).uid, idsOf(testUser).gid);
  }
  return profile;
}

/** A screen, a message bus, a notification daemon and, if wanted, a keyring for one profile. */
export async function startSession(profile: string, keyStore: KeyStore): Promise<Session> {
  const home = homeOf(profile);
  const screen = as(testUser, 'Xvfb', ['-displayfd', '1', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], home);
  const number = await firstMatch(screen, /^(\d+)\n/);
  const env = { ...home, DISPLAY: `:${number}` };
  // Handed over by content: a clone under /root cannot be read by the app's user.
  const dunstrc = join(profile, 'config', 'dunstrc');
  writeFileSync(dunstrc, besideThis('dunstrc'), { mode: 0o644 });
  const leader = ['sh', '-c', besideThis('session.sh'), 'session', keyStore, dunstrc];
  const bus = as(testUser, 'dbus-run-session', ['--', ...leader], env);
  let printed = '';
  bus.stdout?.on('data', (bytes) => (printed += String(bytes)));
  const address = await firstMatch(bus, /^bus: (.*)\n/m);
  return {
    env: { ...env, DBUS_SESSION_BUS_ADDRESS: address },
    printed: () => printed,
    stop() {
      killTree(bus.pid);
      killTree(screen.pid);
    },
  };
}

const besideThis = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

function homeOf(profile: string): Record<string, string> {
  return {
    ...withoutOurs(process.env),
    HOME: profile,
    XDG_CONFIG_HOME: join(profile, 'config'),
    XDG_DATA_HOME: join(profile, 'data'),
    XDG_CACHE_HOME: join(profile, 'cache'),
    XDG_RUNTIME_DIR: join(profile, 'run'),
    XDG_CURRENT_DESKTOP: 'GNOME',
  };
}

/** Vitest's and npm's own variables are no part of the world the app starts in. */
function withoutOurs(env: NodeJS.ProcessEnv): Record<string, string> {
  const ours = /^(npm_|VITEST|NODE_ENV$|NODE_OPTIONS$|ELECTRON_|DBUS_|WAYLAND_|TEST$|DEV$|PROD$|MODE$|BASE_URL$|SSR$)/;
  const kept = Object.entries(env).filter(([name, value]) => value !== undefined && !ours.test(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, value ?? '']));
}

function as(user: string | undefined, program: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const [command, line] = underUser(user, program, args);
  return spawn(command, line, { env, cwd: '/', stdio: ['pipe', 'pipe', 'pipe'], detached: true });
}

async function firstMatch(child: ChildProcess, pattern: RegExp): Promise<string> {
  let output = '';
  let trouble = '';
  child.stderr?.on('data', (bytes) => (trouble += String(bytes)));
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => reject(new Error(`${child.spawnfile} ${reason}: ${output}${trouble}`));
    const timer = setTimeout(() => fail('did not answer within 20 s'), 20_000);
    child.once('error', (error) => fail(error.message));
    child.once('exit', () => fail('ended at its start'));
    child.stdout?.on('data', (bytes) => {
      output += String(bytes);
      const found = pattern.exec(output)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    });
  });
}
