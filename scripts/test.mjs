import { readArguments } from './arguments.mjs';
import { clockOf, daysOf } from './days.mjs';
import { inTwoLanes } from './lanes.mjs';
import { SetUpError } from './run.mjs';
import { afterSetUp } from './setup.mjs';
import { stages } from './stages.mjs';

// The last line is `N passed, N failed`.
const usage = `npm test [-- stage …] [--on MOMENT | --also-on MOMENT] [--seeds N] [--verbose]
  MOMENT is '2028-02-29 23:59:50' (UTC), or all
  ${stages.map(({ name }) => name).join(' ')}`;
const { positionals, values } = readArguments(usage, {
  allowPositionals: true,
  options: {
    on: { type: 'string' },
    'also-on': { type: 'string' },
    seeds: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((name) => !stages.some((stage) => stage.name === name));
/** What another day could break; the real app and its pages go by the clock of the machine. */
const dayless = ['unit', 'portal'];
const runs = runsOf();
const needs = new Set(runs.flatMap(({ stage, day }) => [...stage.needs, ...(day ? ['faketime'] : [])]));

await afterSetUp([...needs], async () => {
  if (unknown.length > 0) {
    throw new SetUpError(
      `there is no stage ${unknown.join(', ')}`,
      `There are: ${stages.map(({ name }) => name).join(', ')}`,
    );
  }
  const sum = { passed: 0, failed: 0 };
  await inTwoLanes(
    runs.filter(({ stage }) => stage.onlyReads),
    check,
  );
  for (const each of runs.filter(({ stage }) => !stage.onlyReads)) await check(each);
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed > 0 ? 1 : 0;

  /** @param {(typeof runs)[number]} run */
  async function check({ stage, day }) {
    const began = performance.now();
    const name = day ? `${stage.name}, ${day.name}` : stage.name;
    const { passed, failed, output } = await stage.check({ ...environment(), ...(day && clockOf(day)) });
    if (failed > 0 || values.verbose) console.log(`\n--- ${name}\n${tail(output)}\n---\n`);
    console.log(row(name, passed, failed, (performance.now() - began) / 1000));
    sum.passed += passed;
    sum.failed += failed;
  }
});

/** With `--on` on those days alone; else every stage as it is, then what another day could break on the day of `--also-on`. */
function runsOf() {
  const chosen = (/** @type {readonly string[]} */ names) => stages.filter(({ name }) => names.includes(name));
  const on = (/** @type {string} */ said, /** @type {readonly string[]} */ names) =>
    daysOf(said).flatMap((day) => chosen(names).map((stage) => ({ stage, day })));
  if (values.on !== undefined) return on(values.on, positionals.length > 0 ? positionals : dayless);
  const usual = positionals.length > 0 ? chosen(positionals) : stages;
  const also = values['also-on'];
  return [...usual.map((stage) => ({ stage, day: undefined })), ...(also === undefined ? [] : on(also, dayless))];
}

function environment() {
  const { FORCE_COLOR: _colour, ...env } = process.env;
  return { ...env, NO_COLOR: '1', ...(values.seeds && { PARTNER_DESK_SEEDS: values.seeds }) };
}

/** A log of thousands of lines hides its end, where the failures are. @param {string} output */
function tail(output) {
  const lines = output.trimEnd().split('\n');
  const shown = values.verbose ? 2000 : 300;
  return lines.length > shown
    ? [`(${lines.length - shown} lines before)`, ...lines.slice(-shown)].join('\n')
    : lines.join('\n');
}

/** @param {string} name @param {number} passed @param {number} failed @param {number} seconds */
function row(name, passed, failed, seconds) {
  const numbers = `${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed`;
  return `${name.padEnd(28)}${numbers} ${seconds.toFixed(1).padStart(8)} s`;
}
