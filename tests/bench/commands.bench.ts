import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { hashPassword } from '../../portal/accounts/password-hash.ts';
import { openBareLoop } from './support/bare-loop.ts';
import { batchOf, checkCarriedOut, issued } from './support/bench-commands.ts';
import { benchCase } from './support/bench-cases.ts';
import { benchPassword, benchPortal } from './support/bench-network.ts';
import { openBenchPortal } from './support/bench-portal.ts';
import { readOptions } from './support/options.ts';
import { median, runPairs, type Pair } from './support/pairs.ts';
import { report, tellMachine } from './support/report.ts';
import { signedInPost, startPortal, type Post } from './support/start-portal.ts';

const commandsARound = 200;
const largestBatch = 100;

// P12: chat messages through HTTP and the whole of a command, against the SQL driver alone on a copy of the database.
const options = readOptions();
await tellMachine();
const today = new Date().toISOString();
const portal = await openBenchPortal(options.cases, options.size, await hashPassword(benchPassword));
const folder = mkdtempSync(join(tmpdir(), 'bench-bare-'));
const bare = openBareLoop(join(portal.folder, 'portal.db'), join(folder, 'portal.db'));
const served = await startPortal(portal.folder);
try {
  const post = await signedInPost(served.address);
  const figures = [];
  for (const [name, batch] of [
    ['one a request', 1],
    ['a hundred a request', largestBatch],
  ] as const) {
    const pairs = await measure(post, batch);
    const rate = (side: keyof Pair): string =>
      (commandsARound / (median(pairs.map((pair) => pair[side])) / 1000)).toFixed(0);
    console.log(`${name}: ${rate('ours')} commands a second, the peer writes ${rate('peer')}`);
    const figure = `P12 ${commandsARound} commands, ${name}, ${options.cases} cases`;
    figures.push({ figure, pairs, goal: { kind: 'at-least', times: 0.4 } as const });
  }
  report(figures);
} finally {
  await served.stop();
  bare.close();
  await portal.close();
  rmSync(folder, { recursive: true, force: true });
}

function measure(post: Post, batch: number): Promise<readonly Pair[]> {
  return runPairs({
    pairs: options.pairs,
    ours: async (round) => {
      const commands = casesOf(round).map((id) => messageIn(id));
      const began = performance.now();
      for (let from = 0; from < commands.length; from += batch) {
        const some = commands.slice(from, from + batch);
        checkCarriedOut(await post('/commands', batchOf(portal.account, some)), some.length);
      }
      return performance.now() - began;
    },
    peer: async (round) => {
      const cases = casesOf(round);
      const began = performance.now();
      bare.write(cases);
      const took = performance.now() - began;
      // The loop lets nothing else run: a connection that the portal server closed meanwhile has to be heard of first.
      await setImmediate();
      return took;
    },
    // A command counts only once its outcome says that it was carried out; the peer throws where it cannot write.
    check: async () => undefined,
  });
}

/** Other cases each round, spread over all, the same for both sides. */
function casesOf(round: number): readonly string[] {
  const step = Math.floor(options.cases / commandsARound);
  return Array.from({ length: commandsARound }, (_, n) => {
    const index = (n * step + round) % options.cases;
    return benchCase(index, options.size, today).case.id;
  });
}

function messageIn(id: string) {
  const input = { text: 'The dryers stand in the cellar.' };
  const of = { account: portal.account, portal: benchPortal };
  return issued({ name: 'write-chat', input, subject: { kind: 'case', id } }, of);
}
