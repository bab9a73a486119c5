import { z } from 'zod';
import { benchPortal } from './support/bench-network.ts';
import { fillPlace, onEngines } from './support/both-engines.ts';
import { tell } from './support/figures.ts';
import { grownCase } from './support/grown-case.ts';
import { growthOptions } from './support/growth-options.ts';
import { startHelper } from './support/in-process.ts';
import { median } from './support/pairs.ts';
import { tellMachine } from './support/report.ts';
import type { StartedPortal } from './support/start-portal.ts';

const rounds = 8;
const messages = 100;
const roundSchema = z.object({ took: z.number(), used: z.number() });

// G5: one message in a case that many desks see, from the post to the last of their deltas, and what it costs the
// portal server for each of them. The desks are in a process of their own and listen to their nudges, which wait up to a
// quarter of a second on purpose. On PostgreSQL the database's own processor time is not in it.
const options = growthOptions();
await tellMachine();
await onEngines(options, async (place) => {
  const content = grownCase(0, { messages }, new Date().toISOString());
  await fillPlace(place, { insurers: options.desks, cases: { [benchPortal]: [content] } });
  const served = await place.start();
  try {
    const few = await measure(served, content.case.id, Math.max(1, Math.round(options.desks / 10)));
    const many = await measure(served, content.case.id, options.desks);
    const of = `G5 ${place.engine}, one message among ${messages}`;
    console.log(`${of}: processor time a desk ${median(few.eachDesk).toFixed(2)} ms at ${few.desks}`);
    tell([
      { figure: `${of}: until the last of ${many.desks} deltas`, values: many.took, unit: 'ms', goal: 2000 },
      { figure: `${of}: processor time a desk at ${many.desks}`, values: many.eachDesk, unit: 'ms', goal: null },
      {
        figure: `${of}: the same against ${few.desks} desks`,
        values: [median(many.eachDesk) / median(few.eachDesk)],
        unit: 'times',
        goal: 1.2,
      },
    ]);
  } finally {
    await served.stop();
  }
});

async function measure({ address, process: server }: StartedPortal, subject: string, desks: number) {
  const helper = startHelper('many-desks-process', { address, subject, desks, rounds, server });
  const all: z.infer<typeof roundSchema>[] = [];
  for (let round = 0; round < rounds; round += 1) all.push(roundSchema.parse(await helper.next()));
  await helper.end();
  // The first warms up.
  const counted = all.slice(1);
  return {
    desks,
    took: counted.map(({ took }) => took),
    eachDesk: counted.map(({ used }) => used / desks),
  };
}
