import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { inRoot, root } from './paths.mjs';
import { SetUpError, asScript, say } from './run.mjs';

const sources = ['shared', 'portal', 'electron', 'renderer'];
const settings = ['package.json', 'package-lock.json', 'vite.config.ts', 'lingui.config.ts', 'scripts/build.mjs'];
const stamp = inRoot('dist', 'built-from');

/** The processes beside the window: one file each, for the oldest Node that runs them (20.18 in Electron 33). */
const processes = [
  { entry: 'electron/main/main.ts', file: 'dist/main/main.js', format: 'es', external: ['electron'] },
  // A sandboxed preload script is read as CommonJS.
  { entry: 'electron/preload/preload.ts', file: 'dist/preload/preload.cjs', format: 'cjs', external: ['electron'] },
  // libsql brings a native binding; pg asks for pg-native and does without it.
  { entry: 'portal/serve.ts', file: 'dist/portal/serve.js', format: 'es', external: ['libsql', 'pg-native'] },
];

const swagger = ['swagger-ui.css', 'swagger-ui-bundle.js'];

/** Builds the app when its sources have changed since the last time. @param {{ force?: boolean }} [options] */
export async function build({ force = false } = {}) {
  const fingerprint = await fingerprintOfSources();
  if (!force && existsSync(stamp) && (await readFile(stamp, 'utf8')) === fingerprint) return;
  const began = performance.now();
  say('building the app');
  await rm(inRoot('dist'), { recursive: true, force: true });
  const vite = await import('vite');
  await vite.build({ root: inRoot('renderer'), configFile: inRoot('vite.config.ts'), logLevel: 'warn' });
  for (const part of processes) await vite.build(settingsOf(part));
  await copyPortalAssets();
  await writeFile(stamp, fingerprint);
  say(`built in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

/** @param {{ entry: string, file: string, format: string, external: string[] }} part @returns {import('vite').InlineConfig} */
function settingsOf({ entry, file, format, external }) {
  if (!existsSync(inRoot(entry))) throw new SetUpError(`${entry} is not there, so the app cannot be built.`, 'Check it out again.');
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
      target: 'node20',
      outDir: inRoot(dirname(file)),
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        external,
        output: {
          format: format === 'cjs' ? 'cjs' : 'es',
          entryFileNames: file.slice(dirname(file).length + 1),
          codeSplitting: false,
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

async function fingerprintOfSources() {
  const hash = createHash('sha256');
  const files = [...settings, ...(await Promise.all(sources.map(filesUnder))).flat()];
  for (const file of files.toSorted()) {
    const { size, mtimeMs } = await stat(inRoot(file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** @param {string} folder @returns {Promise<string[]>} paths from the root */
async function filesUnder(folder) {
  const entries = await readdir(inRoot(folder), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

if (process.argv[1] === import.meta.filename) {
  await asScript(() => build({ force: !process.argv.includes('--if-changed') }));
}
