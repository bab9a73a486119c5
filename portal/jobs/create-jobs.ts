import { setTimeout as elapsed } from 'node:timers/promises';
import type { PortalDeps } from '../portal-deps.ts';
import { databaseTime } from '../store/database-time.ts';
import { jobKinds, type JobKind } from './job-kind.ts';
import { LeaseLost, type Work } from './job.ts';
import { beginning } from './job-list.ts';
import { claimNext, endPiece, failPiece, holdLease, leaseTime, type Lease } from './leases.ts';

type JobsDeps = Pick<PortalDeps, 'store' | 'newId' | 'onFault'>;

/** What is done in the background. */
export interface Jobs {
  /** Does what is due now, and what becomes due by that; answers how many pieces it was. */
  readonly runDue: () => Promise<number>;
  readonly start: () => Promise<void>;
  /** Ends after the pieces that are under way; another server goes on at once. */
  readonly stop: () => Promise<void>;
}

/**
 * Does the jobs of the kinds for which there is a work, each kind by itself: a mail that hangs holds up no report. A job is
 * claimed for each piece: several servers on one database do each once. A server that dies in between leaves a lease that
 * runs out, and the next one goes on.
 */
export function createJobs(deps: JobsDeps, works: Partial<Readonly<Record<JobKind, Work>>>): Jobs {
  const { onFault } = deps;
  const kinds = jobKinds.flatMap((kind) => (works[kind] ? [{ kind, work: works[kind] }] : []));
  const timers = new Map<JobKind, NodeJS.Timeout>();
  const running = new Map<JobKind, Promise<void>>();
  let stopped = false;

  async function runLane({ kind, work }: Kind): Promise<number> {
    for (let pieces = 0; ; pieces += 1) {
      const lease = stopped ? null : await claimNext(deps.store, kind, deps.newId());
      if (!lease) return pieces;
      await runPiece(deps, lease, work);
      // Between two pieces everybody else is answered.
      await elapsed(1);
    }
  }

  async function runKind(kind: Kind): Promise<number> {
    const lanes = await Promise.allSettled(Array.from({ length: kind.work.lanes }, () => runLane(kind)));
    const broken = lanes.find((lane) => lane.status === 'rejected');
    if (broken) throw broken.reason;
    return lanes.reduce((pieces, lane) => pieces + (lane.status === 'fulfilled' ? lane.value : 0), 0);
  }

  async function turn(kind: Kind): Promise<void> {
    try {
      await runKind(kind);
    } catch (fault) {
      onFault(fault);
    }
    if (!stopped) wait(kind);
  }

  const begin = (kind: Kind): void => void running.set(kind.kind, turn(kind));
  const wait = (kind: Kind): void => void timers.set(kind.kind, setTimeout(() => begin(kind), kind.work.poll).unref());

  return {
    runDue: async () => {
      let pieces = 0;
      for (const kind of kinds) pieces += await runKind(kind);
      return pieces;
    },
    start: async () => {
      for (const { kind, work } of kinds) if (work.every !== undefined) await addRecurring(deps, kind, work.every);
      // What comes again and again does not hurry, and a start does.
      for (const kind of kinds) (kind.work.every === undefined ? begin : wait)(kind);
    },
    stop: async () => {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(running.values());
    },
  };
}

/** The last attempt was not ended by anybody. */
class ServerLost extends Error {
  override readonly name = 'ServerLost';
}

interface Kind {
  readonly kind: JobKind;
  readonly work: Work;
}

/** There is one for all servers on the database, which keep what is there. */
async function addRecurring({ store }: JobsDeps, kind: JobKind, every: number): Promise<void> {
  const due = databaseTime(store.engine, every);
  await store.db
    .insertInto('job')
    .values({ ...beginning({ store }), kind, portal: '', subject: '', due })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function runPiece({ onFault }: JobsDeps, lease: Lease, work: Work): Promise<void> {
  const renewing = keepRenewing(lease, onFault);
  try {
    // Nobody was left to say so: whatever it is, it is not to end one server after another.
    if (lease.job.attempts > work.mostAttempts)
      throw new ServerLost('Each server that began it was not heard of again.');
    const ending = await work.run(lease.job, { hold: (db) => holdLease(lease, db) });
    await endPiece(lease, ending, work);
  } catch (fault) {
    if (fault instanceof LeaseLost) return;
    onFault(fault);
    await failPiece(lease, fault, work);
  } finally {
    await renewing.end();
  }
}

/** While a piece takes long, nobody else is to take it up. */
function keepRenewing(lease: Lease, onFault: JobsDeps['onFault']): { readonly end: () => Promise<void> } {
  let renewed: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    renewed = renewed
      .then(() => holdLease(lease, lease.store.db))
      .catch((fault: unknown) => void (fault instanceof LeaseLost || onFault(fault)));
  }, leaseTime / 3).unref();
  return {
    end: async () => {
      clearInterval(timer);
      await renewed;
    },
  };
}
