import { databaseTime } from '../../portal/store/database-time.ts';
import type { JobTable } from '../../portal/store/job-tables.ts';
import type { TestServer } from './portal-server.ts';

type Place = Pick<TestServer, 'store'>;

/** Makes all that waits in the background due, as if the time for it had come. */
export async function makeDue({ store: { db, engine } }: Place): Promise<void> {
  await db
    .updateTable('job')
    .set({ due: databaseTime(engine, -1) })
    .where('due', 'is not', null)
    .execute();
}

/** Lets every lease run out, as if whoever has it had not been heard of for long enough. */
export async function runOutLeases({ store: { db, engine } }: Place): Promise<void> {
  await db
    .updateTable('job')
    .set({ lease_until: databaseTime(engine, -1) })
    .where('lease', 'is not', null)
    .execute();
}

/** What waits or failed in the background. */
export function jobsOf({ store }: Place): Promise<readonly JobTable[]> {
  return store.db.selectFrom('job').selectAll().orderBy('kind').orderBy('subject').execute();
}
