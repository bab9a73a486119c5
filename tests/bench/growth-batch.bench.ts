import { benchPortal } from './support/bench-network.ts';
import { benchCase } from './support/bench-cases.ts';
import { fillPlace, onEngines } from './support/both-engines.ts';
import { tell } from './support/figures.ts';
import { grownCase, textOf } from './support/grown-case.ts';
import { otherPortal } from './support/grown-network.ts';
import { growthOptions } from './support/growth-options.ts';
import { othersWait } from './support/others-wait.ts';
import { median } from './support/pairs.ts';
import { tellMachine } from './support/report.ts';
import { signIn } from './support/signed-in.ts';

const items = 100;
const characters = 10_000;

// G1d: how long anybody else waits while a batch of a hundred long messages is written into a case that is long already.
const options = growthOptions();
await tellMachine();
await onEngines(options, async (place) => {
  const today = new Date().toISOString();
  const grown = grownCase(0, { messages: options.messages }, today);
  const other = benchCase(1, { tasks: 1, messages: 1, documents: 0 }, today);
  const elsewhere = { ...other, case: { ...other.case, portal: otherPortal, tasks: [] } };
  await fillPlace(place, { cases: { [benchPortal]: [grown], [otherPortal]: [elsewhere] } });
  const served = await place.start();
  try {
    const bertil = await signIn(served.address, 'bertil');
    const sven = await signIn(served.address, 'sven', otherPortal);
    const write = (id: string, length: number, nth = 0) => ({
      name: 'write-chat',
      input: { text: textOf(length, nth) },
      subject: { kind: 'case', id },
    });
    const long = Array.from({ length: items }, (_, nth) => write(grown.case.id, characters, nth));
    const asked = {
      '/health': async () => (await fetch(`${served.address}/health`)).text(),
      'another portal’s command': () => sven.send(write(elsewhere.case.id, 83)),
    };
    for (const [what, ask] of Object.entries(asked)) {
      const { waits, whole } = await othersWait(() => bertil.send(...long), ask);
      const answered = `${what} was answered ${waits.length} times, median ${median(waits).toFixed(1)} ms`;
      console.log(`${place.engine}: the batch took ${whole.toFixed(0)} ms, ${answered}`);
      const figure = `G1d ${place.engine}, a batch of ${items} long messages at ${options.messages}: longest wait, ${what}`;
      tell([{ figure, values: [Math.max(...waits)], unit: 'ms', goal: 100 }]);
    }
  } finally {
    await served.stop();
  }
});
