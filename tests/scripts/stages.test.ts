import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { counted, stages } from '../../scripts/stages.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stages-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const good = { status: 'passed', assertionResults: [{}] };

test.each([
  ['all passed', { numPassedTests: 3, numTotalTests: 3, testResults: [good] }, 0, { passed: 3, failed: 0 }],
  ['one failed', { numPassedTests: 2, numTotalTests: 3, testResults: [good] }, 1, { passed: 2, failed: 1 }],
  ['one skipped', { numPassedTests: 2, numTotalTests: 3, testResults: [good] }, 0, { passed: 2, failed: 1 }],
  [
    'a file that does not load',
    { numPassedTests: 2, numTotalTests: 2, testResults: [good, { status: 'failed', assertionResults: [] }] },
    1,
    { passed: 2, failed: 1 },
  ],
  [
    'a fault outside of any test',
    { numPassedTests: 2, numTotalTests: 2, testResults: [good] },
    1,
    { passed: 2, failed: 1 },
  ],
  ['no test at all', { numPassedTests: 0, numTotalTests: 0, testResults: [] }, 0, { passed: 0, failed: 1 }],
])('%s is counted as what it is', async (_what, report, code, expected) => {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(report));
  expect(await counted(path, code)).toEqual(expected);
});

test('a run that left no report has failed', async () => {
  expect(await counted(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1 });
});

test('every kind of check of the product is a stage of its own', () => {
  const names = [
    'types',
    'lint',
    'format',
    'imports',
    'unused',
    'unit',
    'portal',
    'journeys',
    'architecture',
    'desktop',
    'pages',
  ];
  expect(stages.map(({ name }) => name)).toEqual(names);
});
