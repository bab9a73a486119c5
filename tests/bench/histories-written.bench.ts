import { setTimeout as pause } from 'node:timers/promises';
import { benchPortal } from './support/bench-network.ts';
import { askPostgres, fillPlace, onEngines, type Place } from './support/both-engines.ts';
import { tell } from './support/figures.ts';
import { grownCase, textOf } from './support/grown-case.ts';
import { growthOptions } from './support/growth-options.ts';
import { bytesWritten } from './support/process-use.ts';
import { tellMachine } from './support/report.ts';
import { signIn } from './support/signed-in.ts';

const characters = 83;
const megabyte = 1_000_000;
/** The worker looks for mails every two seconds. */
const untilMailsAreOut = 3000;

// G1c: what the portal server writes for each message of a case with ten audiences, the notice and the mail of each
// included. On SQLite the bytes that its process causes to be written (database, log, mails), on PostgreSQL its log,
// with whole pages after a checkpoint, of which there is one before the first message: after another one a hundred
// messages would show how many pages there are, not what a message writes.
const options = growthOptions();
await tellMachine();
await onEngines({ engines: options.engines, durable: true }, async (place) => {
  const { engine } = place;
  const content = grownCase(0, {}, new Date().toISOString());
  await fillPlace(place, { cases: { [benchPortal]: [content] } });
  const served = await place.start();
  try {
    const anna = await signIn(served.address, 'anna');
    const write = async (from: number, to: number): Promise<number> => {
      const before = await written(place, served.process);
      for (let nth = from; nth <= to; nth += 1) {
        const subject = { kind: 'case', id: content.case.id };
        await anna.send({ name: 'write-chat', input: { text: textOf(characters, nth) }, subject });
      }
      const bytes = (await written(place, served.process)) - before;
      console.log(`${engine}, messages ${from} to ${to}: ${Math.round(bytes / (to - from + 1))} bytes each`);
      return bytes;
    };
    const { messages } = options;
    await checkpoint(place);
    const start = await write(1, 30);
    const early = await write(31, 130);
    const middle = messages > 230 ? await write(131, messages - 100) : 0;
    const late = await write(messages - 99, messages);
    tell([
      {
        figure: `G1c ${engine}, bytes written a message, the last 100 of ${messages} against the 31st to 130th`,
        values: [late / early],
        unit: 'times',
        goal: 1.2,
      },
      {
        figure: `G1c ${engine}, bytes written for ${messages} messages`,
        values: [start + early + middle + late],
        unit: 'bytes',
        goal: (400 * megabyte * messages) / 3000,
      },
    ]);
  } finally {
    await served.stop();
  }
});

/** On PostgreSQL: after it each page is written whole at its first change. */
async function checkpoint({ address }: Place): Promise<void> {
  if ('url' in address) await askPostgres(address.url, 'checkpoint');
}

/** Once the mails of what was written are out. */
async function written({ address }: Place, process: number): Promise<number> {
  for (let last = -1; ;) {
    const now = 'url' in address ? await logPosition(address.url) : bytesWritten(process);
    if (now === last) return now;
    last = now;
    await pause(untilMailsAreOut);
  }
}

async function logPosition(url: string): Promise<number> {
  return Number(await askPostgres(url, `select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')`));
}
