import { readArguments } from './arguments.mjs';
import { SetUpError } from './run.mjs';
import { afterSetUp } from './setup.mjs';
import { stages } from './stages.mjs';

// The last line is `N passed, N failed`.
const usage = `npm test [-- stage …] [--seeds N] [--verbose]
  ${stages.map(({ name }) => name).join(' ')}`;
const { positionals, values } = readArguments(usage, {
  allowPositionals: true,
  options: { seeds: { type: 'string' }, verbose: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !stages.some((stage) => stage.name === name));
const chosen = stages.filter(({ name }) => positionals.length === 0 || positionals.includes(name));

await afterSetUp([...new Set(chosen.flatMap(({ needs }) => needs))], async () => {
  if (unknown.length > 0) {
    throw new SetUpError(
      `there is no stage ${unknown.join(', ')}`,
      `There are: ${stages.map(({ name }) => name).join(', ')}`,
    );
  }
  const sum = { passed: 0, failed: 0 };
  for (const stage of chosen) {
    const began = performance.now();
    const { passed, failed, output } = await stage.check(environment());
    if (failed > 0 || values.verbose) console.log(`\n--- ${stage.name}\n${tail(output)}\n---\n`);
    console.log(row(stage.name, passed, failed, (performance.now() - began) / 1000));
    sum.passed += passed;
    sum.failed += failed;
  }
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed > 0 ? 1 : 0;
});

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
  return `${name.padEnd(14)}${numbers} ${seconds.toFixed(1).padStart(8)} s`;
}
