import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from './arguments.mjs';
import {
  compareFigures,
  readBaseline,
  readFigures,
  thisMachine,
  withFigures,
  writeBaseline,
} from './bench-baseline.mjs';
import { build } from './build.mjs';
import { inCache, inRoot } from './paths.mjs';
import { SetUpError, runAttached, say } from './run.mjs';
import { afterSetUp } from './setup.mjs';

// A bench is a program that prints its own figures.
const files = readdirSync(inRoot('tests', 'bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .toSorted();
/** What takes its time and is measured once: only where it is asked for by name. */
const onlyByName = 'histories';
const baselineFile = inCache('bench-baseline.json');
const usage = `npm run bench [-- part of a name …] [--keep | --check]
    [--cases 10000] [--pairs 8] [--small] [--messages 3000] [--things 1000] [--desks 200] [--engine both|sqlite|postgres]
  --keep   keeps the figures as this machine's baseline
  --check  fails where a figure is worse than the baseline by more than 15 % and outside of its spread
  ${files.join('\n  ')}
  Those called ${onlyByName} run only by name.`;
const sizes = /** @type {const} */ (['cases', 'messages', 'things', 'desks']);
const others = /** @type {const} */ (['pairs', 'engine']);
const text = /** @type {const} */ ({ type: 'string' });
const flag = /** @type {const} */ ({ type: 'boolean', default: false });
const { positionals: wanted, values } = readArguments(usage, {
  allowPositionals: true,
  options: {
    cases: text,
    pairs: text,
    messages: text,
    things: text,
    desks: text,
    engine: text,
    small: flag,
    keep: flag,
    check: flag,
  },
});

await afterSetUp(['electron', 'screen', 'session', 'postgres'], async () => {
  const small = values.small ? ['--small'] : [];
  const size = [...sizes.flatMap(given), ...small];
  const options = [...size, ...others.flatMap(given)];
  const chosen = files.filter(isChosen);
  if (chosen.length === 0) throw new SetUpError('no bench of that name', `There are: ${files.join(', ')}`);
  await build();
  // Databases and profiles of some hundred megabytes each, gone with the folder however a bench ends. Open to all, as
  // any temporary folder: the app runs as an unprivileged user.
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  chmodSync(folder, 0o1777);
  const noted = join(folder, 'figures');
  const env = { ...process.env, TMPDIR: folder, BENCH_FIGURES: noted };
  let failed = 0;
  try {
    for (const file of chosen) {
      console.log(`\n== ${file}`);
      const bench = ['--expose-gc', inRoot('tests', 'bench', file), ...options];
      if ((await runAttached(process.execPath, bench, { env })) !== 0) failed += 1;
    }
    if (!(await keptOrCompared(await readFigures(noted), size.join(' ')))) failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return failed === 0 ? 0 : 1;
});

/** @param {(typeof sizes | typeof others)[number]} name */
function given(name) {
  return values[name] === undefined ? [] : [`--${name}=${values[name]}`];
}

/** @param {string} file */
function isChosen(file) {
  if (wanted.length === 0) return !file.includes(onlyByName);
  return wanted.some((part) => file.includes(part) && (!file.includes(onlyByName) || part.includes(onlyByName)));
}

/** @param {import('./bench-baseline.mjs').Figure[]} figures @param {string} options */
async function keptOrCompared(figures, options) {
  const machine = thisMachine();
  const baseline = await readBaseline(baselineFile);
  let good = true;
  if (values.check) {
    const compared = compareFigures({ baseline, machine, options, figures });
    if ('problem' in compared) {
      say(`nothing was compared: ${compared.problem}`);
      good = false;
    } else {
      for (const line of compared.worse) say(`WORSE: ${line}`);
      for (const figure of compared.unknown) say(`not in the baseline: ${figure}`);
      say(`${compared.compared} figures compared with the baseline of ${baseline?.at}, ${compared.worse.length} worse`);
      good = compared.worse.length === 0;
    }
  }
  if (values.keep) {
    const kept = withFigures(baseline, { machine, options, at: new Date().toISOString(), figures });
    await writeBaseline(baselineFile, kept);
    say(`${figures.length} figures kept as the baseline of this machine, ${kept.figures.length} in all`);
  }
  return good;
}
