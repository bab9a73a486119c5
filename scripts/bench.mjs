import { readdirSync } from 'node:fs';
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
  let failed = 0;
  for (const file of chosen) {
    console.log(`\n== ${file}`);
    const code = await runAttached(process.execPath, ['--expose-gc', inRoot('tests', 'bench', file), ...options]);
    if (code !== 0) failed += 1;
  }
  return failed === 0 ? 0 : 1;
});
