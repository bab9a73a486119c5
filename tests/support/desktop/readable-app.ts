import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { electronRuntime } from '../../../scripts/electron-runtime.mjs';
import { underUser } from '../unprivileged.ts';
import { testUser } from './session.ts';

export const root = resolve(import.meta.dirname, '../../..');

export interface ReadableApp {
  readonly folder: string;
  readonly electron: string;
}

let prepared: Promise<ReadableApp> | undefined;

/** The built app and its Electron, where the unprivileged user may read them. */
export function readableApp(): Promise<ReadableApp> {
  return (prepared ??= preparedForRun() ?? prepare());
}

/** Once for all files of a run: each would else copy tens of thousands of links. */
export async function prepareForRun(): Promise<void> {
  const { folder, electron } = await prepare();
  [process.env['DESK_TEST_APP'], process.env['DESK_TEST_APP_ELECTRON']] = [folder, electron];
}

function preparedForRun(): Promise<ReadableApp> | undefined {
  const { DESK_TEST_APP: folder, DESK_TEST_APP_ELECTRON: electron } = process.env;
  return folder && electron ? Promise.resolve({ folder, electron }) : undefined;
}

async function prepare(): Promise<ReadableApp> {
  const runtime = await electronRuntime();
  if (!existsSync(join(root, 'dist', 'main.built'))) throw new Error('the app is not built: run `npm run build` first');
  if (mayRead(join(root, 'package.json')) && mayRead(runtime.executable)) {
    return { folder: root, electron: runtime.executable };
  }
  // A clone under /root cannot be read by anybody else. Links to the same files in an open folder can.
  const folder = openFolder();
  for (const part of ['package.json', 'dist', 'node_modules']) linked(join(root, part), folder);
  linked(runtime.dist, join(folder, 'electron'));
  return { folder, electron: join(folder, 'electron', relative(runtime.dist, runtime.executable)) };
}

/** The packaged folder, where the unprivileged user may read it. */
export function readablePackage(): string {
  const folder = join(root, 'release', 'linux-unpacked');
  if (mayRead(join(folder, 'version'))) return folder;
  const copy = join(openFolder(), 'package');
  linked(folder, copy);
  return copy;
}

function openFolder(): string {
  const folder = mkdtempSync(join(process.env['DESK_TEST_FOLDER'] ?? tmpdir(), 'app-'));
  chmodSync(folder, 0o755);
  return folder;
}

function mayRead(path: string): boolean {
  const [program, args] = underUser(testUser, 'test', ['-r', path]);
  return spawnSync(program, args).status === 0;
}

/** Hard links cost nothing; on another disk it has to be a copy. */
function linked(from: string, to: string): void {
  if (spawnSync('cp', ['-al', from, to]).status !== 0) execFileSync('cp', ['-a', from, to]);
}
