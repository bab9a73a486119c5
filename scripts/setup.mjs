import { delimiter, dirname } from 'node:path';
import { debianPackages } from './debian.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { npmPackages, ownNode } from './npm-packages.mjs';
import { asScript, runAttached, say } from './run.mjs';

/**
 * The common beginning of every command: makes this machine able to do it, then does it under the project's own Node.
 * A machine needs Node 20.20 and npm only; Vite, Vitest and dependency-cruiser ask for a newer Node, which is an npm package here.
 * @param {readonly string[]} needs parts of debian.mjs, and `electron` for its runtime
 * @param {() => Promise<number | void>} command
 */
export function afterSetUp(needs, command) {
  return asScript(async () => {
    await npmPackages();
    if (Number(process.versions.node.split('.')[0]) < 24) return underOwnNode();
    process.env['PATH'] = pathWithOwnNode();
    await debianPackages(needs);
    if (needs.includes('electron')) await electronRuntime();
    return command();
  });
}

function underOwnNode() {
  return runAttached(ownNode, process.argv.slice(1), { env: { ...process.env, PATH: pathWithOwnNode() } });
}

function pathWithOwnNode() {
  const own = dirname(ownNode);
  const others = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== own);
  return [own, ...others].join(delimiter);
}

if (process.argv[1] === import.meta.filename) {
  await afterSetUp(
    ['electron', 'screen', 'session', 'chromium', 'postgres'],
    async () => void say('everything is set up'),
  );
}
