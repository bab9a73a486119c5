import { parseArgs } from 'node:util';
import type { CaseSize } from './bench-cases.ts';

/** All that a bench may be told: one that has no use for something passes over it. */
export const benchArguments = {
  options: {
    cases: { type: 'string', default: '10000' },
    pairs: { type: 'string', default: '8' },
    small: { type: 'boolean', default: false },
    messages: { type: 'string', default: '3000' },
    things: { type: 'string', default: '1000' },
    desks: { type: 'string', default: '200' },
    engine: { type: 'string', default: 'both' },
  },
} as const;

export interface BenchOptions {
  readonly cases: number;
  readonly pairs: number;
  readonly size: CaseSize;
}

/** design.md §9 counts the parts of a case; `--small` takes so few that its JSON is the 2.7 kB named there. */
const sizes = {
  whole: { tasks: 5, messages: 20, documents: 3 },
  small: { tasks: 2, messages: 3, documents: 0 },
} as const;

/** `--cases 100000`, `--pairs 9` (the first is dropped), `--small`. */
export function readOptions(): BenchOptions {
  const { values } = parseArgs(benchArguments);
  const [cases, pairs] = [Number(values.cases), Number(values.pairs)];
  if (!Number.isInteger(cases) || cases < 1000) throw new Error('--cases is a whole number from 1000');
  if (!Number.isInteger(pairs) || pairs < 2) throw new Error('--pairs is a whole number from 2');
  return { cases, pairs, size: values.small ? sizes.small : sizes.whole };
}
