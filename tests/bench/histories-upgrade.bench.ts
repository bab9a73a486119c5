import { setTimeout as pause } from 'node:timers/promises';
import { asFirstReleased } from '../support/first-release.ts';
import { benchCase } from './support/bench-cases.ts';
import { benchNetwork, benchPortal } from './support/bench-network.ts';
import { onEngines, type Place } from './support/both-engines.ts';
import { tell } from './support/figures.ts';
import { rowsOfCases, type Rows } from './support/first-release-cases.ts';
import { rowsOfNetwork } from './support/first-release-network.ts';
import { textOf } from './support/grown-case.ts';
import { cheapHash } from './support/grown-network.ts';
import { growthOptions } from './support/growth-options.ts';
import { median } from './support/pairs.ts';
import { tellMachine } from './support/report.ts';
import { signIn, type SignedIn } from './support/signed-in.ts';

const size = { tasks: 5, messages: 20, documents: 3 };
const casesAtOnce = 500;
/** Far below the values that SQLite takes in a statement. */
const rowsAtOnce = 500;
const everyCommand = 200;
const [untilFirstCommand, untilAllIsMade] = [60_000, 600_000];

// G6: from the start of the portal server on a database of 0.1.0 to its first command, and until a first sync brings the
// insurer and a company every case, with commands going on. What the portal server says meanwhile is printed.
const options = growthOptions();
const today = new Date().toISOString();
await tellMachine();
await onEngines({ engines: options.engines, durable: true }, async (place) => {
  await fill(place);
  const began = performance.now();
  const since = (): number => performance.now() - began;
  const served = await place.start((said) => console.log(`${(since() / 1000).toFixed(1)} s: ${said.trimEnd()}`));
  try {
    const [bertil, anna] = [await signIn(served.address, 'bertil'), await signIn(served.address, 'anna')];
    await write(bertil, 0);
    const first = since();
    const going = commandsGoOn(bertil);
    for (const person of [bertil, anna]) await untilAllAreThere(person);
    const all = since();
    const waits = await going.stop();
    console.log(
      `commands meanwhile: ${waits.length}, median ${median(waits).toFixed(0)} ms, longest ${Math.max(...waits).toFixed(0)} ms`,
    );
    const of = `G6 ${place.engine}, upgrade of 0.1.0 with ${options.cases} cases`;
    tell([
      { figure: `${of}: to the first command`, values: [first], unit: 'ms', goal: untilFirstCommand },
      { figure: `${of}: until all cases are there`, values: [all], unit: 'ms', goal: untilAllIsMade },
    ]);
  } finally {
    await served.stop();
  }
});

async function fill({ address, engine }: Place): Promise<void> {
  const began = performance.now();
  const passwordHash = await cheapHash();
  await asFirstReleased(address, async (db) => {
    await db.transaction().execute(async (transaction) => {
      const add = async (rows: Rows): Promise<void> => {
        for (const [table, all] of Object.entries(rows)) {
          for (let from = 0; from < all.length; from += rowsAtOnce) {
            await transaction
              .insertInto(table)
              .values(all.slice(from, from + rowsAtOnce))
              .execute();
          }
        }
      };
      await add(rowsOfNetwork(benchNetwork, { passwordHash, change: 2, at: today }));
      for (let from = 0; from < options.cases; from += casesAtOnce) {
        const length = Math.min(casesAtOnce, options.cases - from);
        const contents = Array.from({ length }, (_, n) => benchCase(from + n, size, today));
        await add(rowsOfCases(contents, benchPortal, 2));
      }
    });
  });
  console.log(`${engine}: a database of 0.1.0 filled in ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

async function write(person: SignedIn, nth: number): Promise<void> {
  const { id } = benchCase((nth * 37) % options.cases, size, today).case;
  await person.send({ name: 'write-chat', input: { text: textOf(83, nth) }, subject: { kind: 'case', id } });
}

/** Somebody works on: a message in one case after the other. */
function commandsGoOn(person: SignedIn): { readonly stop: () => Promise<readonly number[]> } {
  const waits: number[] = [];
  let over = false;
  const going = (async () => {
    for (let nth = 1; !over || nth === 1; nth += 1) {
      const from = performance.now();
      await write(person, nth);
      waits.push(performance.now() - from);
      await pause(everyCommand);
    }
  })();
  return {
    stop: async () => {
      over = true;
      await going;
      return waits;
    },
  };
}

async function untilAllAreThere(person: SignedIn): Promise<void> {
  for (;;) {
    let cases = 0;
    for (let after: string | null = ''; after !== null;) {
      const { text, next }: { readonly text: string; readonly next: string | null } = await person.page(after);
      cases += placedRows(text);
      after = next;
    }
    console.log(`${person.member}'s first sync has ${cases} of ${options.cases} cases`);
    if (cases === options.cases) return;
    await pause(1000);
  }
}

function placedRows(text: string): number {
  const found = text.split('\n').filter((line) => line.startsWith('{"kind":"rows"'));
  return found.reduce((sum, line) => sum + (JSON.parse(line) as { rows: readonly unknown[] }).rows.length, 0);
}
