import { join } from 'node:path';
import { app } from 'electron';

/** The data folder of this computer: never a roaming profile, which would carry keys and journals elsewhere. */
export function localFolder(): string {
  const local = process.platform === 'win32' ? process.env['LOCALAPPDATA'] : undefined;
  return join(local ?? app.getPath('appData'), 'Partner Desk');
}
