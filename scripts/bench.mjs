import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from './arguments.mjs';
import { build } from './build.mjs';
import { inRoot } from './paths.mjs';
import { SetUpError, runAttached } from './run.mjs';
import { afterSetUp } from './setup.mjs';

// A bench is a program that prints its own figures.
const files = readdirSync(inRoot('tests', 'bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .toSorted();
const usage = `npm run bench [-- part of a name …] [--cases 10000] [--pairs 8] [--small]
  ${files.join('\n  ')}`;
const { positionals: wanted, values } = readArguments(usage, {
  allowPositionals: true,
  options: { cases: { type: 'string' }, pairs: { type: 'string' }, small: { type: 'boolean' } },
});

await afterSetUp(['electron', 'screen', 'session', 'postgres'], async () => {
  const options = Object.entries(values).map(([name, value]) => (value === true ? `--${name}` : `--${name}=${value}`));
  const chosen = files.filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)));
  if (chosen.length === 0) throw new SetUpError('no bench of that name', `There are: ${files.join(', ')}`);
  await build();
  // Databases and profiles of some hundred megabytes each, gone with the folder however a bench ends. Open to all, as
  // any temporary folder: the app runs as an unprivileged user.
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  chmodSync(folder, 0o1777);
  const env = { ...process.env, TMPDIR: folder };
  let failed = 0;
  try {
    for (const file of chosen) {
      console.log(`\n== ${file}`);
      const bench = ['--expose-gc', inRoot('tests', 'bench', file), ...options];
      if ((await runAttached(process.execPath, bench, { env })) !== 0) failed += 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return failed === 0 ? 0 : 1;
});
