import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { inCache, inRoot } from './paths.mjs';
import { run } from './run.mjs';

/**
 * @typedef {object} Result
 * @property {number} passed
 * @property {number} failed
 * @property {string} output shown when something failed
 */

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {readonly string[]} needs what it needs of the machine, see setup.mjs
 * @property {boolean} onlyReads one of the programs that share the cores; tests take both by themselves
 * @property {(env: NodeJS.ProcessEnv) => Promise<Result>} check
 */

/** @type {readonly Stage[]} */
export const stages = [
  program('types', 'tsc', ['-b', '--pretty', 'false']),
  program('lint', 'oxlint', ['--deny-warnings']),
  program('format', 'prettier', [
    '--check',
    '--log-level',
    'warn',
    '--cache',
    '--cache-location',
    '.cache/prettier',
    '.',
  ]),
  { name: 'imports', needs: [], onlyReads: true, check: importRules },
  program('unused', 'knip', []),
  tests('unit', ['shared', 'renderer', 'electron', 'scripts'], [], 10),
  tests('portal', ['portal'], ['postgres'], 15),
  tests('journeys', ['journeys'], ['postgres'], 15),
  tests('architecture', ['architecture'], [], 10),
  tests('desktop', ['desktop'], ['electron', 'screen', 'session'], 25),
  tests('pages', ['pages'], ['chromium'], 25),
];

/** A tool that is content or not counts as one check. @param {string} name @param {string} tool @param {string[]} args @returns {Stage} */
function program(name, tool, args) {
  return {
    name,
    needs: [],
    onlyReads: true,
    async check(env) {
      const { code, output } = await run(bin(tool), args, { env, seconds: 600, label: name });
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
    },
  };
}

/** dependency-cruiser exits 0 when it understood no file at all, so the files are counted too. @param {NodeJS.ProcessEnv} env @returns {Promise<Result>} */
async function importRules(env) {
  const folders = ['shared', 'portal', 'electron', 'renderer', 'tests', 'scripts'];
  const { code, output } = await run(bin('depcruise'), ['--output-type', 'err-long', '--no-progress', ...folders], {
    env,
    seconds: 600,
    label: 'imports',
  });
  const modules = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
  const content = code === 0 && modules > 0;
  return { passed: content ? 1 : 0, failed: content ? 0 : 1, output: `${output}\n${modules} modules were read` };
}

/** @param {string} name @param {string[]} projects @param {string[]} needs @param {number} minutes @returns {Stage} */
function tests(name, projects, needs, minutes) {
  const report = inCache('test-results', `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name,
    needs,
    onlyReads: false,
    async check(env) {
      await mkdir(dirname(report), { recursive: true });
      await rm(report, { force: true });
      const args = ['run', ...projects.flatMap((project) => ['--project', project]), ...reporters];
      const { code, output } = await run(bin('vitest'), args, { env, seconds: minutes * 60, label: name });
      const ended = code === 124 ? `${output}\nnot done within ${minutes} minutes` : output;
      return { ...(await counted(report, code)), output: ended };
    },
  };
}

/**
 * Skipped tests count as failed, and so does a run without tests, a file that does not load and a fault outside of any test.
 * @param {string} report
 * @param {number} code
 */
export async function counted(report, code) {
  /** @type {{ numPassedTests: number, numTotalTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} */
  const { numPassedTests, numTotalTests, testResults } = await readFile(report, 'utf8')
    .then(JSON.parse)
    .catch(() => nothing);
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const failed = numTotalTests - numPassedTests + unloaded;
  const silent = failed === 0 && (code !== 0 || numTotalTests === 0);
  return { passed: numPassedTests, failed: silent ? 1 : failed };
}

/** A report that was never written, or cut short by a full disk. */
const nothing = { numPassedTests: 0, numTotalTests: 0, testResults: [] };

/** @param {string} tool */
const bin = (tool) => inRoot('node_modules', '.bin', tool);
