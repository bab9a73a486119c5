import { runPairs } from './support/pairs.ts';
import { report } from './support/report.ts';
import { withStores } from './support/store-bench.ts';

const size = { changed: 500, removed: 20 };

// P7: a delta of 500 changed and 20 removed cases; each pair takes the next one, as a running app does.
await withStores(async ({ options, portal, load, sync, compare }) => {
  await load('first', await portal.firstSync());
  await sync('ours', 'first', true);
  await sync('peer', 'first', true);
  const frames: number[] = [];
  for (let round = 0; round < options.pairs; round += 1) await load(`delta-${round}`, await portal.nextDelta(size));
  const pairs = await runPairs({
    pairs: options.pairs,
    ours: async (round) => {
      const { milliseconds, longestFrame } = await sync('ours', `delta-${round}`);
      frames.push(longestFrame);
      return milliseconds;
    },
    peer: async (round) => (await sync('peer', `delta-${round}`)).milliseconds,
    check: async (round) => {
      const { rows, contents } = await compare(round === options.pairs - 1 ? 10 : 100);
      const expected = portal.cases - (round + 1) * size.removed;
      if (rows !== expected) throw new Error(`${rows} cases instead of ${expected}`);
      console.log(`both stores hold the same ${rows} rows; ${contents} contents compared`);
    },
  });
  const longest = Math.max(...frames.slice(1));
  report([
    {
      figure: `P7 delta of 500 changed and 20 removed, ${portal.cases} cases`,
      pairs,
      goal: { kind: 'at-least', times: 3 },
      also: [{ what: `longest frame ${longest.toFixed(0)} ms, at most 50`, met: longest <= 50 }],
    },
  ]);
});
