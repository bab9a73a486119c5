import type { Kysely } from 'kysely';
import type { Moment } from '../../shared/domain/moment.ts';
import { fromMilliseconds, toMilliseconds } from '../../shared/domain/moment.ts';
import type { PortalDeps } from '../portal-deps.ts';
import type { MailTable, Tables } from '../store/tables.ts';
import { failureOf } from './failure.ts';
import { stillHolds } from './still-holds.ts';
import type { MailTransport } from './transports.ts';

/** What the worker needs. */
export interface MailWorkerDeps extends Pick<PortalDeps, 'store' | 'now' | 'onFault'> {
  readonly transport: MailTransport;
}

/** Sends the mails that decisions left behind (sync.md 15). */
export interface MailWorker {
  /** Sends what is due now; answers how many went out. */
  readonly sendDue: () => Promise<number>;
  readonly start: () => void;
  /** Ends after the mail that is under way. */
  readonly stop: () => Promise<void>;
}

const every = 2000;
const atOnce = 50;
/** Within so long a mail may still be under way: whoever claimed it is not disturbed. */
export const firstWait = 30_000;
const longestWait = 3_600_000;
/** About a day and a half of tries; then it stays in the table, unsent, to be looked at. */
export const mostTries = 40;
const keptFor = 30 * 86_400_000;

/**
 * The worker. A row is claimed by a conditional update before anything is sent: several servers on one database never
 * send the same mail at the same time. A server that dies in between leaves a claim that runs out, so a mail goes out
 * at least once, always with the same Message-ID.
 */
export function createMailWorker({ store, now, transport, onFault }: MailWorkerDeps): MailWorker {
  const { db } = store;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let stopped = false;

  async function sendDue(): Promise<number> {
    let sent = 0;
    for (const row of await dueMails(db, now())) {
      if (stopped) break;
      if (!(await claim(db, row, now()))) continue;
      if (await sendOne(row)) sent += 1;
    }
    return sent;
  }

  async function sendOne(row: MailTable): Promise<boolean> {
    if (!(await stillHolds(store, row))) {
      await db.deleteFrom('mail').where('portal', '=', row.portal).where('id', '=', row.id).execute();
      return false;
    }
    try {
      await transport.send({
        id: row.id,
        to: row.to_address,
        subject: row.subject,
        text: row.text,
        messageId: row.message_id,
        date: row.created_at,
      });
    } catch (fault) {
      onFault(fault);
      await keepFailure(db, row, failureOf(fault));
      return false;
    }
    // What was in it, a link to a new password among it, is of no more use here.
    await db
      .updateTable('mail')
      .set({ sent_at: now(), text: '' })
      .where('portal', '=', row.portal)
      .where('id', '=', row.id)
      .execute();
    return true;
  }

  async function turn(): Promise<void> {
    try {
      // A full batch leaves more behind.
      while (!stopped && (await sendDue()) === atOnce);
      await forgetSent(db, now());
    } catch (fault) {
      onFault(fault);
    }
    if (!stopped) timer = setTimeout(() => (running = turn()), every).unref();
  }

  return {
    sendDue,
    start: () => {
      running = turn();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
      transport.close();
    },
  };
}

/**
 * New ones first: mails to a mailbox that is full must not hold up the others. A claim of later than now was made by a
 * clock that was wrong (a little later: by another server's): it is not waited for.
 */
async function dueMails(db: Kysely<Tables>, now: Moment): Promise<readonly MailTable[]> {
  const wrong = before(now, -firstWait);
  const rows = await db
    .selectFrom('mail')
    .selectAll()
    .where('sent_at', 'is', null)
    .where('tries', '<', mostTries)
    .where((of) =>
      of.or([
        of('claimed_at', 'is', null),
        of('claimed_at', '<', before(now, firstWait)),
        of('claimed_at', '>', wrong),
      ]),
    )
    .orderBy('tries')
    .orderBy('created_at')
    .limit(atOnce)
    .execute();
  return rows.filter(
    ({ claimed_at: claimed, tries }) => claimed === null || claimed < before(now, waitAfter(tries)) || claimed > wrong,
  );
}

async function claim(db: Kysely<Tables>, row: MailTable, now: Moment): Promise<boolean> {
  const claimed = await db
    .updateTable('mail')
    .set({ claimed_at: now, tries: row.tries + 1, failure: null })
    .where('portal', '=', row.portal)
    .where('id', '=', row.id)
    .where('sent_at', 'is', null)
    .where('tries', '=', row.tries)
    .executeTakeFirst();
  return claimed.numUpdatedRows === 1n;
}

async function keepFailure(db: Kysely<Tables>, { portal, id }: MailTable, failure: string): Promise<void> {
  await db.updateTable('mail').set({ failure }).where('portal', '=', portal).where('id', '=', id).execute();
}

/** Addresses are not kept for longer than they are of use. */
async function forgetSent(db: Kysely<Tables>, now: Moment): Promise<void> {
  await db.deleteFrom('mail').where('sent_at', '<', before(now, keptFor)).execute();
}

function waitAfter(tries: number): number {
  return Math.min(longestWait, firstWait * 2 ** Math.max(0, tries - 1));
}

function before(now: Moment, milliseconds: number): Moment {
  return fromMilliseconds(toMilliseconds(now) - milliseconds);
}
