import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readableApp, root } from '../../support/desktop/readable-app.ts';
import { passwordStore, testMachine } from '../../support/desktop/launch-desk.ts';
import { descendants, gone, killTree } from '../../support/desktop/process-tree.ts';
import { startSession, testUser, type Session } from '../../support/desktop/session.ts';
import { idsOf, underUser } from '../../support/unprivileged.ts';

export interface StartsOptions {
  readonly profile: string;
  readonly server: string;
  /** How many rows of cases have to be painted. */
  readonly rows: number;
}

/** Starts the app or its peer, and gives the milliseconds from spawn to what they have to show. */
export interface Starts {
  readonly desk: () => Promise<number>;
  readonly helloWorld: () => Promise<number>;
  readonly close: () => void;
}

/** A window tall enough for 50 rows; the peer's is as large. */
const bounds = { x: 0, y: 0, width: 1440, height: 2100 };
const patience = 120_000;

/** Prepares both apps. Nothing drives them from outside: each says itself when it has painted. */
export async function openStarts({ profile, server, rows }: StartsOptions): Promise<Starts> {
  const { electron } = await readableApp();
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
  chmodSync(folder, 0o755);
  const desk = writeDesk(join(folder, 'desk'), rows);
  const hello = writeHelloWorld(join(folder, 'hello'));
  makeWindowTall(profile);
  const session = await startSession(profile, 'keyring');
  const helloProfile = join(profile, 'hello');
  const switches = [...testMachine, ...passwordStore('keyring')];
  return {
    desk: () => started(session, electron, [desk, ...switches, `--server=${server}`]),
    helloWorld: () => started(session, electron, [hello, ...switches, `--user-data-dir=${helloProfile}`]),
    close: () => {
      session.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function started(session: Session, electron: string, args: readonly string[]): Promise<number> {
  const [program, line] = underUser(testUser, electron, args);
  const began = Date.now();
  const child = spawn(program, line, { env: session.env, cwd: '/', stdio: ['ignore', 'pipe', 'ignore'] });
  const all = (): readonly number[] => (child.pid === undefined ? [] : [child.pid, ...descendants(child.pid)]);
  try {
    return await new Promise<number>((resolve, reject) => {
      let output = '';
      const timer = setTimeout(() => reject(new Error(`nothing was painted: ${output}`)), patience);
      child.once('exit', () => reject(new Error(`the app ended before it painted: ${output}`)));
      child.stdout.on('data', (bytes) => {
        output += String(bytes);
        const painted = /^painted (\d+)/m.exec(output)?.[1];
        if (painted === undefined) return;
        clearTimeout(timer);
        resolve(Number(painted) - began);
      });
    });
  } finally {
    await ended(child.pid, all());
  }
}

/** As a user ends it, so that the next start does not repair anything. */
async function ended(pid: number | undefined, all: readonly number[]): Promise<void> {
  if (pid === undefined) return;
  // What came with the start (a sync) is let come to rest first.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
  const late = setTimeout(() => killTree(pid), 10_000);
  await gone(all);
  clearTimeout(late);
}

/** The app as it is built, behind a main module that first listens for its pages. */
function writeDesk(folder: string, rows: number): string {
  mkdirSync(folder, { recursive: true });
  const manifest: { readonly version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeManifest(folder, { name: 'partner-desk', productName: 'Partner Desk', version: manifest.version });
  const copied = spawnSync('cp', ['-a', join(root, 'dist'), join(folder, 'dist')]);
  if (copied.status !== 0) throw new Error(`the built app could not be copied: ${String(copied.stderr)}`);
  const seen = `[...document.querySelectorAll('[role=grid] [data-index]')].filter((row) => row.textContent).length >= ${rows}`;
  writeFileSync(join(folder, 'main.mjs'), `${watching(seen)}\nawait import('./dist/main/main.js');\n`);
  return folder;
}

function writeHelloWorld(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeManifest(folder, { name: 'hello', productName: 'Hello', version: '1.0.0' });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Hello</title><h1>Hello World!</h1>');
  const main = `
import { BrowserWindow } from 'electron';
app.whenReady().then(() => new BrowserWindow(${JSON.stringify(bounds)}).loadFile(import.meta.dirname + '/index.html'));
`;
  writeFileSync(join(folder, 'main.mjs'), `${watching("document.querySelector('h1') !== null")}${main}`);
  return folder;
}

function writeManifest(folder: string, names: Readonly<Record<string, string>>): void {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...names, type: 'module', main: 'main.mjs' }));
}

/** Says on standard output when a frame with what is wanted was painted: two frames after it stood in the page. */
function watching(seen: string): string {
  const script = `new Promise((painted) => {
    const look = () => {
      if (!(${seen})) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => painted(Date.now())));
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    look();
  })`;
  return `import { app } from 'electron';
app.on('web-contents-created', (_, contents) => {
  contents.once('dom-ready', async () => {
    const at = await contents.executeJavaScriptInIsolatedWorld(1001, [{ code: ${JSON.stringify(script)} }]);
    process.stdout.write('painted ' + at + '\\n');
  });
});
`;
}

/** The window's place is remembered for each arrangement of displays; rows as dense as a user may set them. */
function makeWindowTall(profile: string): void {
  const file = join(profile, 'config', 'Partner Desk', 'settings.json');
  const settings: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(file, 'utf8'));
  const places = { '0 0 1440 900': { ...bounds, maximized: false } };
  writeFileSync(file, JSON.stringify({ ...settings, density: 'compact', places }), { mode: 0o600 });
  if (testUser) chownSync(file, idsOf(testUser).uid, idsOf(testUser).gid);
}
