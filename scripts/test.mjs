import { readArguments } from './arguments.mjs';
import { clockOf, daysOf, leapDay } from './days.mjs';
import { SetUpError } from './run.mjs';
import { afterSetUp } from './setup.mjs';
import { stages } from './stages.mjs';

// The last line is `N passed, N failed`.
const usage = `npm test [-- stage …] [--on '2028-02-29 23:59:50' | --on all] [--seeds N] [--verbose]
  ${stages.map(({ name }) => name).join(' ')}`;
const { positionals, values } = readArguments(usage, {
  allowPositionals: true,
  options: { on: { type: 'string' }, seeds: { type: 'string' }, verbose: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !stages.some((stage) => stage.name === name));
/** What another day could break; the real app and its pages go by the clock of the machine. */
const dayless = ['unit', 'portal'];
const runs = unknown.length > 0 ? [] : runsOf();
const needs = new Set(runs.flatMap(({ stage, day }) => [...stage.needs, ...(day ? ['faketime'] : [])]));

await afterSetUp([...needs], async () => {
  if (runs.length === 0) {
    throw new SetUpError(
      unknown.length > 0 ? `there is no stage ${unknown.join(', ')}` : `--on ${values.on} is no moment`,
      unknown.length > 0
        ? `There are: ${stages.map(({ name }) => name).join(', ')}`
        : "Write it as --on '2028-02-29 23:59:50' (UTC), or --on all.",
    );
  }
  const sum = { passed: 0, failed: 0 };
  for (const { stage, day } of runs) {
    const began = performance.now();
    const name = day ? `${stage.name}, ${day.name}` : stage.name;
    const { passed, failed, output } = await stage.check({ ...environment(), ...(day && clockOf(day)) });
    if (failed > 0 || values.verbose) console.log(`\n--- ${name}\n${tail(output)}\n---\n`);
    console.log(row(name, passed, failed, (performance.now() - began) / 1000));
    sum.passed += passed;
    sum.failed += failed;
  }
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed > 0 ? 1 : 0;
});

/** Every stage as it is, then those that another day could break on one that is known to. */
function runsOf() {
  const named = (/** @type {readonly string[]} */ names) => stages.filter(({ name }) => names.includes(name));
  const on = (
    /** @type {readonly import('./stages.mjs').Stage[]} */ some,
    /** @type {import('./days.mjs').Day} */ day,
  ) => some.map((stage) => ({ stage, day }));
  if (values.on !== undefined) {
    const chosen = named(positionals.length > 0 ? positionals : dayless);
    return daysOf(values.on).flatMap((day) => on(chosen, day));
  }
  const chosen = positionals.length > 0 ? named(positionals) : stages;
  const usual = chosen.map((stage) => ({ stage, day: undefined }));
  return positionals.length > 0 ? usual : [...usual, ...on(named(dayless), leapDay)];
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
