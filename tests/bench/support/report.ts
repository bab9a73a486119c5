import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { electronRuntime } from '../../../scripts/electron-runtime.mjs';
import { noteFigures } from './figures.ts';
import { median, type Pair } from './pairs.ts';

export interface Figure {
  readonly figure: string;
  readonly pairs: readonly Pair[];
  /** `at-least`: so many times as fast as the peer; `at-most`: so many times the peer's time. */
  readonly goal: { readonly kind: 'at-least' | 'at-most'; readonly times: number };
  /** Anything else the figure asks for; false = not met. */
  readonly also?: readonly { readonly what: string; readonly met: boolean }[];
}

/** Prints a figure as one line of a table, and says plainly where its goal is not met. */
export function report(figures: readonly Figure[]): void {
  noteFigures(
    figures.flatMap(({ figure, pairs, goal }) => [
      {
        figure: `${figure}: against the peer`,
        values: pairs.map((pair) => ratioOf(pair, goal)),
        unit: 'times' as const,
        goal: goal.times,
        better: goal.kind === 'at-least' ? ('more' as const) : ('less' as const),
      },
      { figure: `${figure}: ours`, values: pairs.map(({ ours }) => ours), unit: 'ms' as const, goal: null },
    ]),
  );
  const head = ['figure', 'ours (ms)', 'peer (ms)', 'ratio', 'spread', 'goal', 'met'];
  const lines = figures.map(lineOf);
  const widths = head.map((title, column) => Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)));
  const padded = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  console.log(
    [padded(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...lines.map(padded)].join('\n'),
  );
  for (const { figure, also = [] } of figures) {
    for (const { what, met } of also) console.log(`${figure}: ${what} - ${met ? 'met' : 'NOT met'}`);
  }
}

function lineOf({ figure, pairs, goal, also = [] }: Figure): readonly string[] {
  const faster = goal.kind === 'at-least';
  const ratios = pairs.map((pair) => ratioOf(pair, goal));
  const ratio = median(ratios);
  const met = (faster ? ratio >= goal.times : ratio <= goal.times) && also.every((each) => each.met);
  return [
    figure,
    median(pairs.map((pair) => pair.ours)).toFixed(1),
    median(pairs.map((pair) => pair.peer)).toFixed(1),
    `${ratio.toFixed(2)} x`,
    `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`,
    `${faster ? '>=' : '<='} ${goal.times} x`,
    met ? 'met' : 'NOT met',
  ];
}

function ratioOf({ ours, peer }: Pair, { kind }: Figure['goal']): number {
  return kind === 'at-least' ? peer / ours : ours / peer;
}

/** The machine, and how busy it is while it measures. */
export async function tellMachine(): Promise<void> {
  const { version, official } = await electronRuntime();
  const manifest: { readonly version: string } = JSON.parse(readFileSync('node_modules/dexie/package.json', 'utf8'));
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const load = loadavg().map((each) => each.toFixed(1));
  console.log(
    [
      `machine: ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory}, load ${load.join(' ')}`,
      `runtime: Electron ${version} (${official ? 'official' : 'stand-in'}), Node ${process.versions.node}, Dexie ${manifest.version}`,
    ].join('\n'),
  );
}
