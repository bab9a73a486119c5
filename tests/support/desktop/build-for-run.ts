import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareForRun, root } from './readable-app.ts';

/** Vitest's global set-up of the desktop tests: they start what is in dist, so it has to be what is in the sources. */
export default async function buildForRun(): Promise<() => void> {
  // A process of its own: under Vitest's NODE_ENV React would be built for development.
  const { NODE_ENV: _ours, VITEST: _too, ...env } = process.env;
  const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs'), '--if-changed'], {
    env,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`the app does not build:\n${built.stdout}${built.stderr}`);
  // Everything the run leaves on the disk lies in one folder, which other users may enter but not list.
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  chmodSync(folder, 0o711);
  process.env['DESK_TEST_FOLDER'] = folder;
  await prepareForRun();
  return () => rmSync(folder, { recursive: true, force: true });
}
