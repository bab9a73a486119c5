import { spawn } from 'node:child_process';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { freePort } from '../postgres-cluster.ts';
import { underUser } from '../unprivileged.ts';
import { notificationsOf, passwordStore, testMachine, watchPages } from './launch-desk.ts';
import type { DeskOptions, Seen } from './launch-desk.ts';
import { descendants, gone, killTree } from './process-tree.ts';
import { newProfile, startSession, testUser } from './session.ts';

export interface PackagedDesk extends Seen {
  readonly browser: Browser;
  readonly page: Page;
  readonly profile: string;
  readonly kill: () => Promise<void>;
}

/** Starts a packaged app. Its closed fuses refuse Node's inspector, so it is driven through Chromium's own protocol. */
export async function launchPackage(executable: string, options: DeskOptions = {}): Promise<PackagedDesk> {
  const { args = [], keyStore = 'keyring', profile = newProfile() } = options;
  const session = await startSession(profile, keyStore);
  const port = await freePort();
  const switches = [`--remote-debugging-port=${port}`, ...testMachine, ...passwordStore(keyStore), ...args];
  const [program, line] = underUser(testUser, executable, switches);
  const child = spawn(program, line, {
    env: { ...session.env, ...options.env },
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  child.stdout.on('data', (bytes) => lines.push(String(bytes)));
  child.stderr.on('data', (bytes) => lines.push(String(bytes)));
  const kill = async (): Promise<void> => {
    const all = child.pid === undefined ? [] : [child.pid, ...descendants(child.pid)];
    killTree(child.pid);
    await gone(all);
    session.stop();
  };
  try {
    const browser = await connect(port, () => child.exitCode);
    const [context] = browser.contexts();
    if (!context) throw new Error('the package has no browser context');
    const seen = { ...watchPages(context, lines), ...notificationsOf(session) };
    const page = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: 60_000 }));
    return { browser, page, profile, ...seen, kill };
  } catch (error) {
    await kill();
    throw new Error(`the package did not start: ${lines.join('')}`, { cause: error });
  }
}

async function connect(port: number, exitCode: () => number | null): Promise<Browser> {
  for (const end = Date.now() + 60_000; ;) {
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    } catch (error) {
      if (Date.now() > end || exitCode() !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
