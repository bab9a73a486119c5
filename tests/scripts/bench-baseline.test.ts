import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  compareFigures,
  readBaseline,
  withFigures,
  writeBaseline,
  type Baseline,
  type Figure,
} from '../../scripts/bench-baseline.mjs';

const machine = '2 cores (a processor), 24 GB';

function aFigure(change: Partial<Figure> = {}): Figure {
  return { figure: 'G1', unit: 'ms', better: 'less', median: 100, least: 95, most: 110, ...change };
}

function aBaseline(change: Partial<Baseline> = {}): Baseline {
  return { machine, options: '', at: '2026-11-30T08:00:00.000Z', figures: [aFigure()], ...change };
}

const compare = (now: Partial<Figure>, before: Partial<Figure> = {}) =>
  compareFigures({
    baseline: aBaseline({ figures: [aFigure(before)] }),
    machine,
    options: '',
    figures: [aFigure({ ...before, ...now })],
  });

test.each([
  ['as it was', { median: 100 }, {}, 0],
  ['better', { median: 10 }, {}, 0],
  ['worse by 15 %', { median: 115 }, {}, 0],
  ['worse by more', { median: 116 }, {}, 1],
  ['worse by more, but the baseline spread as far', { median: 130 }, { most: 131 }, 0],
  ['worse by more and just outside of the spread', { median: 132 }, { most: 131 }, 1],
  ['less where more is better', { median: 84 }, { better: 'more' }, 1],
  ['less by 15 % where more is better', { median: 85 }, { better: 'more' }, 0],
  ['less, but the baseline spread as far', { median: 70 }, { better: 'more', least: 70 }, 0],
  ['more where more is better', { median: 900 }, { better: 'more' }, 0],
  [
    'a difference that was below nothing and is a little less so',
    { median: -9 },
    { median: -10, least: -10, most: -10 },
    0,
  ],
  [
    'a difference that was below nothing and is none any more',
    { median: 0 },
    { median: -10, least: -10, most: -10 },
    1,
  ],
  ['above a baseline of nothing', { median: 1 }, { median: 0, least: 0, most: 0 }, 1],
] as const)('a figure %s', (_what, now, before, worse) => {
  const compared = compare(now, before);
  expect(compared).toMatchObject({ compared: 1, unknown: [] });
  expect('worse' in compared && compared.worse).toHaveLength(worse);
});

test('what got worse is named with both figures', () => {
  expect(compare({ median: 120 })).toMatchObject({ worse: ['G1: 120 ms, the baseline has 100 (95.00 to 110)'] });
});

test('a figure that the baseline does not have is named, and the others are compared', () => {
  const figures = [aFigure(), aFigure({ figure: 'G2' })];
  expect(compareFigures({ baseline: aBaseline(), machine, options: '', figures })).toEqual({
    worse: [],
    compared: 1,
    unknown: ['G2'],
  });
});

test.each([
  ['there is no baseline', null, 'there is no baseline: run the same with --keep first'],
  [
    'the baseline is another machine’s',
    aBaseline({ machine: 'another' }),
    `the baseline is another machine's (another; this is ${machine})`,
  ],
  [
    'the sizes were others',
    aBaseline({ options: '--cases=1000' }),
    'the baseline was kept with other options (--cases=1000)',
  ],
  [
    'it knows none of the figures',
    aBaseline({ figures: [] }),
    'the baseline has none of these figures: run the same with --keep first',
  ],
])('nothing is compared where %s', (_what, baseline, problem) => {
  expect(compareFigures({ baseline, machine, options: '', figures: [aFigure()] })).toEqual({ problem });
});

test('newer figures take the place of older ones, and the others stay', () => {
  const before = aBaseline({ figures: [aFigure(), aFigure({ figure: 'G2' })] });
  const newer = aBaseline({ at: 'later', figures: [aFigure({ median: 90 })] });
  expect(withFigures(before, newer)).toEqual({
    ...newer,
    figures: [aFigure({ figure: 'G2' }), aFigure({ median: 90 })],
  });
});

test.each([[null], [aBaseline({ machine: 'another' })], [aBaseline({ options: '--small' })]])(
  'figures of another machine or size are left behind',
  (before) => {
    expect(withFigures(before, aBaseline())).toEqual(aBaseline());
  },
);

test('a baseline is read as it was kept; before that there is none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'baseline-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'below', 'baseline.json');
  expect(await readBaseline(file)).toBeNull();
  await writeBaseline(file, aBaseline());
  expect(await readBaseline(file)).toEqual(aBaseline());
});
