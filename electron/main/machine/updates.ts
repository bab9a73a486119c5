import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import { parseJson } from '../server/check-server.ts';
import { note } from './log.ts';
import type { Policy } from './policy.ts';

/** Looks for a new version in the self lane only: a package of an IT department is renewed by that department. */
export async function startUpdates(policy: Policy): Promise<void> {
  if (!app.isPackaged || !policy.updates || (await laneOf(app.getAppPath())) !== 'self') return;
  const { default: updater } = await import('electron-updater');
  updater.autoUpdater.logger = null;
  updater.autoUpdater.allowDowngrade = false;
  await updater.autoUpdater.checkForUpdates().catch(() => note('update-not-checked'));
}

/** Written into the package's manifest by electron-builder; a package that says nothing is a managed one. */
async function laneOf(folder: string): Promise<string> {
  const manifest = parseJson(await readFile(join(folder, 'package.json'), 'utf8'));
  const lane = typeof manifest === 'object' && manifest !== null && 'lane' in manifest ? manifest.lane : null;
  return lane === 'self' ? 'self' : 'managed';
}
