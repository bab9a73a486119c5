import { appendFileSync } from 'node:fs';
import { median } from './pairs.ts';

/** Something measured a few times, and what it is to reach. */
export interface Measured {
  readonly figure: string;
  readonly values: readonly number[];
  readonly unit: 'times' | 'ms' | 'bytes';
  /** The most (or with `at-least` the least) that reaches the goal; null where there is none. */
  readonly goal: number | null;
  readonly better?: 'less' | 'more';
}

/** Prints what was measured, and says plainly where a goal is not met. */
export function tell(measured: readonly Measured[]): void {
  for (const { figure, values, unit, goal, better = 'less' } of measured) {
    const middle = median(values);
    const spread =
      values.length > 1 ? ` (${shown(Math.min(...values), unit)} to ${shown(Math.max(...values), unit)})` : '';
    const met = goal === null || (better === 'less' ? middle <= goal : middle >= goal);
    const sign = better === 'less' ? '<=' : '>=';
    const aim = goal === null ? '' : `; goal ${sign} ${shown(goal, unit)} - ${met ? 'met' : 'NOT met'}`;
    console.log(`${figure}: ${shown(middle, unit)} ${unit}${spread}${aim}`);
  }
  noteFigures(measured);
}

/** Notes figures for who compares or keeps them (scripts/bench.mjs). */
export function noteFigures(measured: readonly Measured[]): void {
  const file = process.env['BENCH_FIGURES'];
  if (!file) return;
  for (const { figure, values, unit, better = 'less' } of measured) {
    const kept = {
      figure,
      unit,
      better,
      median: median(values),
      least: Math.min(...values),
      most: Math.max(...values),
    };
    appendFileSync(file, `${JSON.stringify(kept)}\n`);
  }
}

function shown(value: number, unit: Measured['unit']): string {
  if (unit === 'times') return value.toFixed(2);
  return unit === 'ms' && value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}
