import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inCache, inRoot } from './paths.mjs';
import { asScript, run, say } from './run.mjs';
import { standInElectron } from './stand-in.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} executable
 * @property {string} dist the folder that electron-builder takes as electronDist
 * @property {string} version
 * @property {boolean} official
 */

const official = inRoot('node_modules', 'electron', 'dist');
// Written last, behind the unpacking: an interrupted download leaves none.
const officialName = inRoot('node_modules', 'electron', 'path.txt');

/**
 * The Electron that starts the app here: the official one, or where that cannot be downloaded a stand-in.
 * @returns {Promise<Runtime>}
 */
export async function electronRuntime() {
  const ready = await readyRuntime();
  if (ready) return ready;
  if (await downloadOfficial()) return officialRuntime();
  const { dist, version } = await standInElectron();
  await mkdir(dirname(choice()), { recursive: true });
  await writeFile(choice(), dist);
  say(
    `using the stand-in Electron ${version} (development and tests only); remove .cache/electron to try the official one again`,
  );
  return { executable: join(dist, 'electron'), dist, version, official: false };
}

/** What an earlier set-up has left, without trying the network again. */
async function readyRuntime() {
  if (existsSync(officialName)) return officialRuntime();
  const dist = await readFile(choice(), 'utf8').catch(() => '');
  // The choice names the recipe too: it is made again when either changed.
  if (!dist || !existsSync(join(dist, 'version'))) return undefined;
  const expected = await standInElectron();
  if (expected.dist !== dist) return undefined;
  return { executable: join(dist, 'electron'), dist, version: expected.version, official: false };
}

const choice = () => inCache('electron', 'stand-in-chosen');

/** @returns {Promise<Runtime>} */
async function officialRuntime() {
  const version = (await readFile(join(official, 'version'), 'utf8')).trim().replace(/^v/, '');
  const executable = (await readFile(officialName, 'utf8')).trim();
  return { executable: join(official, executable), dist: official, version, official: true };
}

async function downloadOfficial() {
  say('downloading the official Electron (100 MB)');
  // Ten minutes are enough for a slow line; a machine that may not go there is told at once and does not wait.
  const download = await run(process.execPath, [inRoot('node_modules', 'electron', 'install.js')], {
    seconds: 600,
    label: 'download',
  });
  if (download.code === 0 && existsSync(officialName)) return true;
  const reason = download.code === 124 ? 'no answer within ten minutes' : lastError(download.output);
  say(`the official Electron cannot be downloaded here: ${reason}`);
  return false;
}

/** @param {string} output */
const lastError = (output) =>
  output
    .split('\n')
    .find((line) => /error/i.test(line))
    ?.trim() ?? 'the download failed';

if (process.argv[1] === import.meta.filename) {
  await asScript(async () => {
    const runtime = await electronRuntime();
    console.log(`${runtime.executable} (Electron ${runtime.version}, ${runtime.official ? 'official' : 'stand-in'})`);
  });
}
