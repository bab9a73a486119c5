import { readdirSync } from 'node:fs';
import { build } from './build.mjs';
import { inRoot } from './paths.mjs';
import { SetUpError, runAttached } from './run.mjs';
import { afterSetUp } from './setup.mjs';

// npm run bench [-- parts of file names]; a bench is a program that prints its own figures.
await afterSetUp(['electron', 'screen', 'session', 'postgres'], async () => {
  const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
  const options = process.argv.slice(2).filter((argument) => argument.startsWith('-'));
  const files = readdirSync(inRoot('tests', 'bench'))
    .filter((file) => file.endsWith('.bench.ts'))
    .toSorted();
  const chosen = files.filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)));
  if (chosen.length === 0) throw new SetUpError('no bench of that name', `There are: ${files.join(', ') || 'none'}`);
  await build();
  let failed = 0;
  for (const file of chosen) {
    console.log(`\n== ${file}`);
    const code = await runAttached(process.execPath, ['--expose-gc', inRoot('tests', 'bench', file), ...options]);
    if (code !== 0) failed += 1;
  }
  return failed === 0 ? 0 : 1;
});
