import { grownCase, textOf } from './support/grown-case.ts';
import { fillPlace, onEngines } from './support/both-engines.ts';
import { benchPortal } from './support/bench-network.ts';
import { tell } from './support/figures.ts';
import { growthOptions } from './support/growth-options.ts';
import { median, runPairs } from './support/pairs.ts';
import { tellMachine } from './support/report.ts';
import { signIn, type SignedIn } from './support/signed-in.ts';

const few = 30;
const commandsASide = 20;

// G1: one chat command over HTTP in a case with many messages against one with 30, ten audiences each, notice and mail
// of each message included. Each side of a pair has a case of its own, so that both stay at their length.
const options = growthOptions();
await tellMachine();
await onEngines(options, async (place) => {
  const today = new Date().toISOString();
  const long = (round: number) => grownCase(2 * round, { messages: options.messages }, today);
  const short = (round: number) => grownCase(2 * round + 1, { messages: few }, today);
  const rounds = Array.from({ length: options.pairs }, (_, round) => round);
  await fillPlace(place, { cases: { [benchPortal]: rounds.flatMap((round) => [long(round), short(round)]) } });
  const served = await place.start();
  try {
    const bertil = await signIn(served.address, 'bertil');
    const pairs = await runPairs({
      pairs: options.pairs,
      ours: (round) => oneCommand(bertil, long(round).case.id),
      peer: (round) => oneCommand(bertil, short(round).case.id),
      // A command counts only once its outcome says that it was carried out.
      check: async () => undefined,
    });
    const figure = (what: string): string => `G1 ${place.engine}, one chat command, ${what}`;
    const all = `${options.messages} messages`;
    tell([
      {
        figure: figure(`${all} against ${few}`),
        values: pairs.map(({ ours, peer }) => ours / peer),
        unit: 'times',
        goal: 1.3,
      },
      { figure: figure(all), values: pairs.map(({ ours }) => ours), unit: 'ms', goal: null },
      { figure: figure(`${few} messages`), values: pairs.map(({ peer }) => peer), unit: 'ms', goal: null },
    ]);
  } finally {
    await served.stop();
  }
});

/** The median of some commands, one after the other, in milliseconds. */
async function oneCommand(person: SignedIn, id: string): Promise<number> {
  const times: number[] = [];
  for (let nth = 0; nth < commandsASide; nth += 1) {
    const began = performance.now();
    await person.send({ name: 'write-chat', input: { text: textOf(83, nth) }, subject: { kind: 'case', id } });
    times.push(performance.now() - began);
  }
  return median(times);
}
