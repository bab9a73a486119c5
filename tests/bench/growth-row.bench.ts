import { z } from 'zod';
import { benchCase } from './support/bench-cases.ts';
import { benchPortal } from './support/bench-network.ts';
import { fillPlace, onEngines } from './support/both-engines.ts';
import { tell } from './support/figures.ts';
import { tellMachine } from './support/report.ts';
import { signIn } from './support/signed-in.ts';

const cases = 1000;
const rowsSchema = z.object({ rows: z.array(z.tuple([z.unknown(), z.int(), z.int()])) });
const size = { tasks: 5, messages: 20, documents: 3 };

// What the list row of a bench's case takes on the wire, on average of a page. It is the same text on both engines.
await tellMachine();
await onEngines({ engines: ['SQLite'] }, async (place) => {
  const today = new Date().toISOString();
  const contents = Array.from({ length: cases }, (_, index) => benchCase(index, size, today));
  await fillPlace(place, { cases: { [benchPortal]: contents } });
  const served = await place.start();
  try {
    for (const [member, what] of [
      ['bertil', 'insurer'],
      ['anna', 'company'],
    ] as const) {
      const { text, rows } = await (await signIn(served.address, member)).page('');
      tell([
        { figure: `list row of the ${what}`, values: [rowsIn(text) / cases], unit: 'bytes', goal: 900 },
        {
          figure: `the same of the ${what} with where its piece lies`,
          values: [rows / cases],
          unit: 'bytes',
          goal: null,
        },
      ]);
    }
  } finally {
    await served.stop();
  }
});

/** Bytes of the rows of an answer, without the places that stand beside them. */
function rowsIn(answer: string): number {
  const line = answer.split('\n').find((each) => each.startsWith('{"kind":"rows"'));
  const { rows } = rowsSchema.parse(JSON.parse(line ?? 'null'));
  return rows.reduce((sum, [row]) => sum + Buffer.byteLength(JSON.stringify(row)), 0);
}
