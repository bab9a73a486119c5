import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { cache, inCache, inRoot } from './paths.mjs';
import { SetUpError, run, say } from './run.mjs';

const lock = inRoot('package-lock.json');
const stamp = inCache('npm-packages');
// Lies there while npm installs: npm takes a package of which half the files were written for a whole one.
const unfinished = inRoot('node_modules', '.unfinished');
export const ownNode = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Installs the npm packages of the committed lock, once for each state of it. */
export async function npmPackages() {
  const before = await readFile(lock, 'utf8');
  const state = createHash('sha256')
    .update(before)
    .update(await readFile(inRoot('package.json')))
    .digest('hex');
  const installed = existsSync(ownNode) && !existsSync(unfinished);
  if (installed && (await readFile(stamp, 'utf8').catch(() => '')) === state) return;
  say('installing npm packages (a minute or two the first time)');
  const online = await reachesRegistry();
  if (!online) say('npm does not reach its registry: trying with what it keeps on this machine');
  await begin();
  // Not `npm ci`: it refuses a lock that leaves out other platforms' bindings, as npm 11 writes it.
  const options = ['--no-audit', '--no-fund', '--loglevel=error', ...(online ? [] : ['--offline'])];
  const done = await run('npm', ['install', ...options], {
    seconds: 1800,
    label: 'npm install',
    shell: process.platform === 'win32',
  });
  if (done.code !== 0) {
    throw new SetUpError(
      done.code === 124
        ? 'npm install was not done within half an hour.'
        : `npm install failed:\n${done.output.slice(-3000)}`,
      online
        ? 'See above what npm asks for (network, free disk space), then try again.'
        : 'Give this machine a way to the npm registry (`npm ping` tests it; behind a proxy: `npm config set https-proxy …`), then try again.',
    );
  }
  if (!existsSync(ownNode)) {
    throw new SetUpError(
      'npm did not run the install script of the package "node", which brings Node 24.',
      'Run `npm rebuild node --ignore-scripts=false`, then try again.',
    );
  }
  await keepLock(before);
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, state);
  await rm(unfinished);
}

async function begin() {
  if (existsSync(unfinished)) {
    say('an earlier installation was interrupted: starting over');
    await rm(dirname(unfinished), { recursive: true, force: true });
  }
  await mkdir(dirname(unfinished), { recursive: true });
  await writeFile(unfinished, '');
}

/** Asked first, because npm install tries each of its packages for minutes before it says that there is no network. */
async function reachesRegistry() {
  const options = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--loglevel=error'];
  const answer = await run('npm', ['view', 'uuidv7', 'version', ...options], {
    seconds: 60,
    shell: process.platform === 'win32',
  });
  return answer.code === 0;
}

/** Other releases of npm note other details in the lock; other packages in it are an error. @param {string} before */
async function keepLock(before) {
  const after = await readFile(lock, 'utf8');
  if (after === before) return;
  await writeFile(lock, before);
  if (packagesIn(after) === packagesIn(before)) return;
  await mkdir(cache, { recursive: true });
  await writeFile(inCache('package-lock.changed.json'), after);
  throw new SetUpError(
    'package-lock.json does not fit package.json: npm install changed it (its version is in .cache/package-lock.changed.json).',
    'Run `npm install` until the lock stays as it is, and commit it.',
  );
}

/** @param {string} text */
function packagesIn(text) {
  /** @type {{ packages: Record<string, { version?: string, integrity?: string }> }} */
  const { packages } = JSON.parse(text);
  const lines = Object.entries(packages).map(([path, { version, integrity }]) => `${path} ${version} ${integrity}`);
  return lines.toSorted().join('\n');
}
