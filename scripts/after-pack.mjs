import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * electron-builder leaves Electron's default app in the package, which would open any folder named on the command line.
 * @param {import('electron-builder').AfterPackContext} context
 */
export async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const mac = join(`${packager.appInfo.productFilename}.app`, 'Contents', 'Resources');
  const resources = electronPlatformName === 'darwin' ? mac : 'resources';
  await rm(join(appOutDir, resources, 'default_app.asar'), { force: true });
}
