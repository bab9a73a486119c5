import type { Kysely } from 'kysely';
import { databaseTime } from '../store/database-time.ts';
import type { Tables } from '../store/tables.ts';
import type { JobKey, JobPlace } from './job.ts';

/**
 * Writes jobs down inside the caller's transaction, due at once. One that is there already starts over: what is under way
 * of it commits nothing any more.
 */
export async function addJobs({ store, db }: JobPlace, keys: readonly JobKey[]): Promise<void> {
  if (keys.length === 0) return;
  const begun = beginning({ store });
  await db
    .insertInto('job')
    .values(keys.map((key) => ({ ...key, ...begun })))
    .onConflict((conflict) => conflict.columns(['kind', 'portal', 'subject']).doUpdateSet(begun))
    .execute();
}

/** What is written of a job that begins. */
export function beginning({ store }: Pick<JobPlace, 'store'>) {
  const now = databaseTime(store.engine);
  return {
    due: now,
    added_at: now,
    noted_at: now,
    attempts: 0,
    failure: null,
    lease: null,
    lease_until: null,
    place: '',
  } as const;
}

/** Takes a job away with what it is about: before that, so that all lock in the same order. What is under way of it commits nothing. */
export async function removeJob(db: Kysely<Tables>, { kind, portal, subject }: JobKey): Promise<void> {
  await db
    .deleteFrom('job')
    .where('kind', '=', kind)
    .where('portal', '=', portal)
    .where('subject', '=', subject)
    .execute();
}
