import { prepareProfile } from './support/desk-profile.ts';
import { readOptions } from './support/options.ts';
import { runPairs } from './support/pairs.ts';
import { report, tellMachine } from './support/report.ts';
import { openStarts } from './support/starts.ts';

const rows = 50;

// P3: from spawn to 50 rows of real cases painted, every case cached, against a hello-world Electron of the same binary.
const options = readOptions();
await tellMachine();
const { profile, server, stop } = await prepareProfile(options);
const starts = await openStarts({ profile, server, rows });
try {
  const pairs = await runPairs({
    pairs: options.pairs,
    ours: () => starts.desk(),
    peer: () => starts.helloWorld(),
    // A start counts only once it has painted what it was asked for: `starts` throws otherwise.
    check: async () => undefined,
  });
  report([
    {
      figure: `P3 spawn to ${rows} rows on screen, ${options.cases} cases`,
      pairs,
      goal: { kind: 'at-most', times: 1.25 },
    },
  ]);
} finally {
  starts.close();
  await stop();
}
