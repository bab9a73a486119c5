import { runPairs } from './support/pairs.ts';
import { report } from './support/report.ts';
import { withStores } from './support/store-bench.ts';

// P1: the first sync, from bytes received to durable, with the rows of the list in memory.
await withStores(async ({ options, portal, load, sync, compare }) => {
  await load('first', await portal.firstSync());
  const pairs = await runPairs({
    pairs: options.pairs,
    ours: async () => (await sync('ours', 'first', true)).milliseconds,
    peer: async () => (await sync('peer', 'first', true)).milliseconds,
    check: async (round) => {
      // Every row each time; a content is read by opening its chunk, which takes longer than all that is measured.
      const { rows, contents } = await compare(round === options.pairs - 1 ? 10 : 100);
      if (rows !== portal.cases) throw new Error(`${rows} cases of ${portal.cases} arrived`);
      console.log(`both stores hold the same ${rows} rows; ${contents} contents compared`);
    },
  });
  report([{ figure: `P1 first sync, ${portal.cases} cases`, pairs, goal: { kind: 'at-least', times: 8 } }]);
});
