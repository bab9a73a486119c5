import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { build } from './build.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { inRoot } from './paths.mjs';
import { run, say, SetUpError } from './run.mjs';
import { afterSetUp } from './setup.mjs';

// npm run package [-- --win msi | --linux deb AppImage | --mac | --linux dir]; --if-changed is for the desktop tests.
const stamp = inRoot('release', 'packaged-from');
const platform = { linux: '--linux', win32: '--win', darwin: '--mac' }[String(process.platform)] ?? '--linux';

/** @type {Readonly<Record<string, readonly string[]>>} */
const allTargets = { '--linux': ['AppImage', 'deb'], '--win': ['nsis', 'msi'], '--mac': ['dmg', 'zip'] };
const targets = [...Object.values(allTargets).flat(), 'dir', 'tar.gz'];
/** @param {string} target */
const isManaged = (target) => ['deb', 'msi'].includes(target);

await afterSetUp(['electron'], async () => {
  const runtime = await electronRuntime();
  const onlyIfChanged = process.argv.includes('--if-changed');
  const given = process.argv.slice(2).filter((argument) => argument !== '--if-changed');
  // A stand-in is never shipped: with it the folder is all that is worth building.
  const wanted = given.length > 0 ? given : runtime.official ? [platform] : [platform, 'dir'];
  if (!runtime.official) say(`packing with the stand-in Electron ${runtime.version}: for tests, not for shipping`);
  await build();
  const state = await fingerprint([...wanted, runtime.version]);
  if (onlyIfChanged && existsSync(stamp) && (await readFile(stamp, 'utf8')) === state) return;
  for (const targets of passes(wanted)) await pack(targets, runtime);
  await writeFile(stamp, state);
});

/**
 * What IT departments roll out is a pass of its own: without an update address, and in another lane (build/managed.yml).
 * @param {string[]} wanted
 */
function passes(wanted) {
  const [system = '', ...others] = wanted.toSorted(
    (one, other) => Number(other in allTargets) - Number(one in allTargets),
  );
  const given = others.filter((argument) => targets.includes(argument));
  const options = others.filter((argument) => !targets.includes(argument));
  const packed = given.length > 0 ? given : (allTargets[system] ?? []);
  const [managed, self] = [packed.filter(isManaged), packed.filter((target) => !isManaged(target))];
  return [
    ...(self.length > 0 ? [[system, ...self, ...options]] : []),
    ...(managed.length > 0 ? [[system, ...managed, ...options, '--config', 'build/managed.yml']] : []),
  ];
}

/** @param {string[]} targets @param {import('./electron-runtime.mjs').Runtime} runtime */
async function pack(targets, runtime) {
  say(`packing ${targets.join(' ')}`);
  const electron = [`-c.electronDist=${runtime.dist}`, `-c.electronVersion=${runtime.version}`];
  const updates = process.env['PARTNER_DESK_UPDATES'] ?? 'https://updates.partner-desk.example/desktop';
  const { code, output } = await run(
    inRoot('node_modules', '.bin', 'electron-builder'),
    [...targets, ...electron, '--publish', 'never'],
    {
      env: { ...process.env, PARTNER_DESK_UPDATES: updates },
      seconds: 1800,
      label: 'electron-builder',
      shell: process.platform === 'win32',
    },
  );
  if (code !== 0)
    throw new SetUpError(`electron-builder failed:\n${output.slice(-4000)}`, 'See above what it asks for.');
  say('packed into release/');
}

/** @param {string[]} words */
async function fingerprint(words) {
  const hash = createHash('sha256').update(words.join(' '));
  const built = (await readdir(inRoot('dist'))).filter((name) => name.endsWith('.built')).toSorted();
  for (const name of built) hash.update(await readFile(inRoot('dist', name)));
  for (const name of ['electron-builder.yml', 'build/managed.yml', 'scripts/after-pack.mjs'])
    hash.update(await readFile(inRoot(name)));
  return hash.digest('hex');
}
