import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from './arguments.mjs';
import { build } from './build.mjs';
import { inRoot } from './paths.mjs';
import { SetUpError, runAttached } from './run.mjs';
import { afterSetUp } from './setup.mjs';

// What takes longer than `npm test` may: it says what is still there after what breaks, and after many more histories.
const usage = `npm run faults [-- part of a name …] [--cuts 30] [--seeds 2000]
  power-cut  the power of the app's computer is cut so often while somebody works (needs a machine that may mount)
  histories  so many other histories an engine
  rights     everything, tried by everybody, on PostgreSQL too`;
const { positionals: wanted, values } = readArguments(usage, {
  allowPositionals: true,
  options: { cuts: { type: 'string', default: '30' }, seeds: { type: 'string', default: '2000' } },
});
const vitest = inRoot('node_modules', 'vitest', 'vitest.mjs');

/** @typedef {{ name: string, needs: readonly string[], args: readonly string[], env: Readonly<Record<string, string>> }} Part */

/** @type {readonly Part[]} */
const parts = [
  {
    name: 'power-cut',
    needs: ['electron', 'screen', 'session'],
    args: [inRoot('tests', 'faults', 'power-cut.fault.ts'), `--cuts=${values.cuts}`],
    env: {},
  },
  {
    name: 'histories',
    needs: ['postgres'],
    args: [vitest, 'run', '--project', 'journeys', 'any-history'],
    env: { PARTNER_DESK_SEEDS: values.seeds },
  },
  {
    name: 'rights',
    needs: ['postgres'],
    args: [vitest, 'run', '--project', 'portal', 'rights/matrix'],
    env: { PARTNER_DESK_EVERYBODY: 'yes' },
  },
];
const chosen = parts.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));

await afterSetUp([...new Set(chosen.flatMap(({ needs }) => needs))], async () => {
  if (chosen.length === 0) throw new SetUpError('nothing of that name', usage);
  if (chosen.some(({ needs }) => needs.includes('electron'))) await build();
  // Open to all, as any temporary folder: the app runs as an unprivileged user.
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  chmodSync(folder, 0o1777);
  let failed = 0;
  try {
    for (const { name, args, env } of chosen) {
      console.log(`\n== ${name}`);
      const code = await runAttached(process.execPath, [...args], { env: { ...process.env, ...env, TMPDIR: folder } });
      if (code !== 0) failed += 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`\n${chosen.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
