import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { inCache, inRoot } from './paths.mjs';
import { SetUpError, run, say } from './run.mjs';

const stamp = inCache('npm-packages');
export const ownNode = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Installs the npm packages of the committed lock, once for each state of it; an interrupted try starts over. */
export async function npmPackages() {
  const state = await stateOf(['package-lock.json', 'package.json']);
  if (existsSync(ownNode) && (await readFile(stamp, 'utf8').catch(() => '')) === state) return;
  say('installing npm packages (a minute or two the first time)');
  const online = await reachesRegistry();
  if (!online) say('npm does not reach its registry: trying with what it keeps on this machine');
  await rm(stamp, { force: true });
  const options = ['--no-audit', '--no-fund', '--loglevel=error', ...(online ? [] : ['--offline'])];
  const done = await run('npm', ['ci', ...options], {
    seconds: 1800,
    label: 'npm ci',
    shell: process.platform === 'win32',
  });
  if (done.code !== 0) {
    throw new SetUpError(
      done.code === 124 ? 'npm ci was not done within half an hour.' : `npm ci failed:\n${done.output.slice(-3000)}`,
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
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, state);
}

/** @param {readonly string[]} files */
async function stateOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(inRoot(file)));
  return hash.digest('hex');
}

/** Asked first, because npm tries each of its packages for minutes before it says that there is no network. */
async function reachesRegistry() {
  const options = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--loglevel=error'];
  const answer = await run('npm', ['view', 'uuidv7', 'version', ...options], {
    seconds: 60,
    shell: process.platform === 'win32',
  });
  return answer.code === 0;
}
