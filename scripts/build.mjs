import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { inRoot, root } from './paths.mjs';
import { SetUpError, asScript, say } from './run.mjs';

/**
 * @typedef {object} Part
 * @property {string[]} sources whatever the part is made of, besides the settings
 * @property {() => Promise<unknown>} make
 */

const settings = ['package.json', 'package-lock.json', 'vite.config.ts', 'lingui.config.ts', 'scripts/build.mjs'];

/**
 * The renderer's page, and one file each for the processes beside it.
 * @type {Readonly<Record<string, Part>>}
 */
const allParts = {
  renderer: { sources: ['shared', 'renderer'], make: buildRenderer },
  main: {
    sources: ['shared', 'electron'],
    make: () =>
      buildProcess({
        entry: 'electron/main/main.ts',
        file: 'dist/main/main.js',
        external: ['electron'],
        // What is imported late (updates) is no part of what has to be read before the first picture.
        lateFiles: true,
      }),
  },
  preload: {
    sources: ['shared', 'electron'],
    // A sandboxed preload script is read as CommonJS.
    make: () =>
      buildProcess({ entry: 'electron/preload/preload.ts', file: 'dist/preload/preload.cjs', external: ['electron'] }),
  },
  portal: { sources: ['shared', 'portal'], make: buildPortal },
};

const swagger = ['swagger-ui.css', 'swagger-ui-bundle.js'];

/**
 * Builds the parts whose sources have changed since the last time.
 * @param {{ parts?: readonly string[], force?: boolean }} [options]
 */
export async function build({ parts = Object.keys(allParts), force = false } = {}) {
  for (const name of parts) {
    const part = allParts[name];
    if (!part) throw new SetUpError(`there is no part ${name}`, `There are: ${Object.keys(allParts).join(', ')}`);
    const stamp = inRoot('dist', `${name}.built`);
    const fingerprint = await fingerprintOf([...settings, ...(await Promise.all(part.sources.map(filesUnder))).flat()]);
    if (!force && existsSync(stamp) && (await readFile(stamp, 'utf8')) === fingerprint) continue;
    const began = performance.now();
    await rm(stamp, { force: true });
    await rm(inRoot('dist', name), { recursive: true, force: true });
    await part.make();
    await writeFile(stamp, fingerprint);
    say(`built ${name} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
}

async function buildRenderer() {
  const vite = await import('vite');
  await vite.build({ root: inRoot('renderer'), configFile: inRoot('vite.config.ts'), logLevel: 'warn' });
}

async function buildPortal() {
  // libsql brings a native binding; pg asks for pg-native and does without it.
  await buildProcess({
    entry: 'portal/serve.ts',
    file: 'dist/portal/serve.js',
    external: ['libsql', 'pg-native'],
    // The rules of the holidays are read when somebody asks for them.
    lateFiles: true,
  });
  await copyPortalAssets();
}

/** @typedef {{ entry: string, file: string, external: string[], lateFiles?: boolean }} ProcessPart */

/** @param {ProcessPart} part */
async function buildProcess(part) {
  const vite = await import('vite');
  await vite.build(settingsOf(part));
}

/** @param {ProcessPart} part @returns {import('vite').InlineConfig} */
function settingsOf({ entry, file, external, lateFiles = false }) {
  if (!existsSync(inRoot(entry)))
    throw new SetUpError(`${entry} is not there, so the app cannot be built.`, 'Check it out again.');
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    // The processes get their settings when they start, never when they are built.
    envDir: false,
    resolve: { conditions: ['node'], mainFields: ['module', 'main'] },
    ssr: { target: 'node', noExternal: true, external },
    build: {
      ssr: inRoot(entry),
      // The oldest Node that runs it is Electron 33's 20.18.
      target: 'node20',
      outDir: inRoot(dirname(file)),
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        external,
        output: {
          format: file.endsWith('.cjs') ? 'cjs' : 'es',
          entryFileNames: file.slice(dirname(file).length + 1),
          codeSplitting: lateFiles,
        },
      },
    },
  };
}

/** What the portal server reads at run time keeps its place beside the code: dist/portal mirrors portal/. */
async function copyPortalAssets() {
  for (const file of await filesUnder('portal')) {
    if (['.ts', '.tsx'].includes(extname(file)) || file.endsWith('tsconfig.json')) continue;
    await copy(inRoot(file), inRoot('dist', file));
  }
  // The page of the API description loads itself from here, not from a network.
  for (const name of swagger) {
    await copy(inRoot('node_modules', 'swagger-ui-dist', name), inRoot('dist', 'portal', 'swagger-ui-dist', name));
  }
}

/** @param {string} from @param {string} to */
async function copy(from, to) {
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to);
}

/** @param {readonly string[]} files */
async function fingerprintOf(files) {
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    const { size, mtimeMs } = await stat(inRoot(file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** @param {string} folder @returns {Promise<string[]>} paths from the root */
async function filesUnder(folder) {
  const entries = await readdir(inRoot(folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

if (process.argv[1] === import.meta.filename) {
  await asScript(() => build({ force: !process.argv.includes('--if-changed') }));
}
