import { benchPortal } from './support/bench-network.ts';
import { fillPlace, onEngines, type Place } from './support/both-engines.ts';
import { tell, type Measured } from './support/figures.ts';
import { readers } from './support/grown-network.ts';
import { growthOptions } from './support/growth-options.ts';
import { keptBytes } from './support/kept-bytes.ts';
import { changesAt, message, things, type OneChange } from './support/one-change.ts';
import { tellMachine } from './support/report.ts';
import { cursorNow, signIn, type SignedIn } from './support/signed-in.ts';

const kilobyte = 1024;

// G1b and G4: what one change of a case sends to each reader, and what the portal server writes of the case for it, the
// list row apart. Moments and ids have one length, so that one run says all.
const options = growthOptions();
await tellMachine();
await onEngines(options, async (place) => {
  const today = new Date().toISOString();
  const changes = [
    ...changesAt(message, [30, options.messages], 0, today),
    ...things.flatMap((kind, index) => changesAt(kind, [10, options.things], 2 + 2 * index, today)),
  ];
  await fillPlace(place, { cases: { [benchPortal]: changes.map(({ content }) => content) } });
  const sent = await sendAll(place, changes);
  for (const { change, before, largest } of sent) {
    const written = await keptBytes(place.address, change.content.case.id, before);
    const isMessage = change.kind === message.kind;
    const of = `${isMessage ? 'G1b' : 'G4'} ${place.engine}, one ${change.kind} at ${change.length}`;
    const figure = (what: string, value: number, goal: number | null): Measured => ({
      figure: `${of}: ${what}`,
      values: [value],
      unit: 'bytes',
      goal,
    });
    tell([
      figure('the largest delta, list row apart', largest, (isMessage ? 2 : 4) * kilobyte),
      figure('text written, list row apart', written, isMessage ? null : 4 * kilobyte),
    ]);
  }
});

interface Sent {
  readonly change: OneChange;
  /** The portal's number before the change. */
  readonly before: number;
  /** Of all readers' deltas, without their list row. */
  readonly largest: number;
}

async function sendAll({ engine, start }: Place, changes: readonly OneChange[]): Promise<readonly Sent[]> {
  const served = await start();
  try {
    const people: SignedIn[] = [];
    for (const member of Object.keys(readers)) people.push(await signIn(served.address, member));
    const sent: Sent[] = [];
    for (const change of changes) {
      const make = await change.prepare({ anna: named(people, 'anna'), bertil: named(people, 'bertil') });
      const cursors = await Promise.all(people.map(cursorNow));
      await make();
      const sizes: number[] = [];
      for (const [index, person] of people.entries()) {
        const cursor = cursors[index];
        if (!cursor) throw new Error('a reader without a cursor');
        const { bytes, rows } = await person.delta(cursor);
        const who = new Map<string, string>(Object.entries(readers)).get(person.member) ?? '';
        console.log(`${engine}, ${change.kind} at ${change.length}, ${who}: ${bytes - rows} bytes, rows of ${rows}`);
        sizes.push(bytes - rows);
      }
      sent.push({ change, before: Math.max(...cursors.map(({ number }) => number)), largest: Math.max(...sizes) });
    }
    return sent;
  } finally {
    await served.stop();
  }
}

function named(people: readonly SignedIn[], member: string): SignedIn {
  const found = people.find((each) => each.member === member);
  if (!found) throw new Error(`${member} is not signed in`);
  return found;
}
