import type { CaseFilter } from '../../shared/domain/case/list-filter.ts';
import { median, runPairs } from './support/pairs.ts';
import { report } from './support/report.ts';
import { withStores } from './support/store-bench.ts';

/** Two frames at 60 a second. */
const twoFrames = 1000 / 30;

const filters: Readonly<Record<string, CaseFilter>> = {
  'by status': { status: '4' },
  'by status, role and words': { status: '0+', withRole: true, text: 'harbour kuopio' },
  'by words': { text: 'pipe tampere' },
};

// P5: a filter nobody prepared for, over all cases. The app's list asks `listed`, the peer scans its table.
await withStores(async ({ options, portal, load, sync, compare, filter }) => {
  await load('first', await portal.firstSync());
  await sync('ours', 'first', true);
  await sync('peer', 'first', true);
  await compare(50);
  const figures = [];
  for (const [name, wanted] of Object.entries(filters)) {
    const atOnce: number[] = [];
    const answers = { ours: '', peer: '' };
    const ask = async (side: 'ours' | 'peer'): Promise<number> => {
      const { milliseconds, found } = await filter(side === 'ours' ? 'ours' : 'scan', wanted);
      answers[side] = found.join();
      return milliseconds;
    };
    const pairs = await runPairs({
      pairs: options.pairs,
      ours: () => ask('ours'),
      peer: () => ask('peer'),
      check: async () => {
        const { milliseconds, found } = await filter('read-all', wanted);
        atOnce.push(milliseconds);
        const same = answers.ours === answers.peer && answers.ours === found.join();
        if (!same || found.length === 0)
          throw new Error(`the stores answer the filter ${name} differently or with nothing`);
      },
    });
    const ours = median(pairs.map((pair) => pair.ours));
    console.log(
      `${name}: the same cases found; the peer reading all records at once takes ${median(atOnce).toFixed(0)} ms`,
    );
    const also = [{ what: `within two frames (${ours.toFixed(1)} ms)`, met: ours <= twoFrames }];
    figures.push({
      figure: `P5 filter ${name}, ${portal.cases} cases`,
      pairs,
      goal: { kind: 'at-least', times: 100 } as const,
      also,
    });
  }
  report(figures);
});
