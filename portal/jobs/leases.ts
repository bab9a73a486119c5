import type { ExpressionBuilder, Kysely, QueryCreator } from 'kysely';
import { databaseTime } from '../store/database-time.ts';
import type { Engine } from '../store/engine.ts';
import type { Store } from '../store/open-store.ts';
import type { Tables } from '../store/tables.ts';
import { failureOf } from './failure.ts';
import type { JobKind } from './job-kind.ts';
import { LeaseLost, type Ending, type Job, type Work } from './job.ts';
import { beginning } from './job-list.ts';

/** So long, in milliseconds, a server has a job to itself once it claimed it or said that it is still at it. */
export const leaseTime = 30_000;

/** A job that is this server's until the lease runs out; the token is another one with each claim. */
export interface Lease {
  readonly store: Store;
  readonly job: Job;
  readonly token: string;
}

/**
 * Claims the next job of a kind, new ones first: what fails again and again must not hold up the others. null where none
 * is due. Of several servers each gets another job, without waiting for each other.
 */
export async function claimNext(store: Store, kind: JobKind, token: string): Promise<Lease | null> {
  const { db, reads, engine } = store;
  const due = (from: QueryCreator<Tables>) =>
    from
      .selectFrom('job')
      .select(['portal', 'subject'])
      .where('kind', '=', kind)
      .where((job) => isDue(job, engine))
      .orderBy('attempts')
      .orderBy('due')
      .orderBy('subject')
      .limit(1);
  // Nearly always there is nothing to do, and whoever only looks takes no lock.
  if (!(await due(reads).executeTakeFirst())) return null;
  const job = await db
    .with('next', (from) => due(from).$if(engine === 'postgres', (next) => next.forUpdate().skipLocked()))
    .updateTable('job')
    .set((set) => ({
      attempts: set('attempts', '+', 1),
      failure: null,
      noted_at: databaseTime(engine),
      lease: token,
      lease_until: databaseTime(engine, leaseTime),
    }))
    .where('kind', '=', kind)
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('portal', 'subject'),
        'in',
        selectFrom('next').select(['next.portal', 'next.subject']).$asTuple('portal', 'subject'),
      ),
    )
    .returning(['kind', 'portal', 'subject', 'attempts', 'place'])
    .executeTakeFirst();
  return job ? { store, job, token } : null;
}

/** A job that was written later than now was written under a clock that was wrong (a little later: set right since): it is not waited for. */
function isDue(job: ExpressionBuilder<Tables, 'job'>, engine: Engine) {
  const now = databaseTime(engine);
  const isFree = job.or([job('lease_until', 'is', null), job('lease_until', '<=', now)]);
  return job.and([
    job('due', 'is not', null),
    job.or([job.and([job('due', '<=', now), isFree]), job('noted_at', '>', databaseTime(engine, leaseTime))]),
  ]);
}

/** Keeps the job for another while; in a transaction, until its end. Throws `LeaseLost` where it is not this server's any more. */
export async function holdLease(lease: Lease, db: Kysely<Tables>): Promise<void> {
  const { engine } = lease.store;
  const held = await own(lease, db)
    .set({ noted_at: databaseTime(engine), lease_until: databaseTime(engine, leaseTime) })
    .executeTakeFirst();
  if (held.numUpdatedRows !== 1n) throw new LeaseLost('The job is somebody else’s.');
}

/** Gives the job back after a piece of it; does nothing where it is not this server's any more. */
export async function endPiece(lease: Lease, ending: Ending, { every }: Work): Promise<void> {
  const { db, engine } = lease.store;
  const free = beginning(lease);
  if (ending === 'done' && every === undefined)
    await db
      .deleteFrom('job')
      .where((job) => isOwn(job, lease))
      .execute();
  else if (ending === 'done')
    await own(lease, db)
      .set({ ...free, due: databaseTime(engine, every) })
      .execute();
  else {
    const { added_at: _, ...kept } = free;
    await own(lease, db)
      .set({ ...kept, place: ending.place })
      .execute();
  }
}

/** Notes why a piece failed, and when the next attempt is; after the last one the job is given up. */
export async function failPiece(lease: Lease, fault: unknown, work: Work): Promise<void> {
  const { store, job } = lease;
  const { engine } = store;
  const isOver = job.attempts >= work.mostAttempts;
  await store.db.transaction().execute(async (db) => {
    const failed = await own(lease, db)
      .set({
        due: isOver ? null : databaseTime(engine, work.waitAfter(job.attempts)),
        noted_at: databaseTime(engine),
        failure: failureOf(fault),
        lease: null,
        lease_until: null,
      })
      .executeTakeFirst();
    if (isOver && failed.numUpdatedRows === 1n) await work.onGivenUp?.(db, job);
  });
}

function own(lease: Lease, db: Kysely<Tables>) {
  return db.updateTable('job').where((job) => isOwn(job, lease));
}

function isOwn(job: ExpressionBuilder<Tables, 'job'>, { job: { kind, portal, subject }, token }: Lease) {
  return job.and({ kind, portal, subject, lease: token });
}
