import { parseArgs } from 'node:util';
import { benchArguments } from './options.ts';

/** What the benches of a growing case are run on. */
export type BenchEngine = 'SQLite' | 'PostgreSQL';

/** The sizes of the benches of a growing case. */
export interface GrowthOptions {
  readonly engines: readonly BenchEngine[];
  readonly pairs: number;
  /** Messages of the long case. */
  readonly messages: number;
  /** Things of the long part. */
  readonly things: number;
  readonly cases: number;
  readonly desks: number;
}

/** `--engine sqlite`, `--pairs 8` (the first is dropped), `--messages 3000`, `--things 1000`, `--cases 10000`, `--desks 200`. */
export function growthOptions(): GrowthOptions {
  const { values } = parseArgs(benchArguments);
  return {
    engines: enginesOf(values.engine),
    pairs: whole('pairs', values.pairs, 2),
    messages: whole('messages', values.messages, 200),
    things: whole('things', values.things, 20),
    cases: whole('cases', values.cases, 100),
    desks: whole('desks', values.desks, 2),
  };
}

function enginesOf(engine: string): readonly BenchEngine[] {
  const all: Readonly<Record<string, readonly BenchEngine[]>> = {
    both: ['SQLite', 'PostgreSQL'],
    sqlite: ['SQLite'],
    postgres: ['PostgreSQL'],
  };
  const found = all[engine];
  if (!found) throw new Error(`--engine is one of ${Object.keys(all).join(', ')}`);
  return found;
}

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) throw new Error(`--${name} is a whole number from ${least}`);
  return value;
}
