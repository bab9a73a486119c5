import type { ExpressionBuilder } from 'kysely';
import {
  backgroundKinds,
  type FailedJob,
  type FailedJobKey,
  type OperatorHealth,
} from '../../shared/contract/operator.ts';
import { databaseTime } from '../store/database-time.ts';
import type { Engine } from '../store/engine.ts';
import type { Store } from '../store/open-store.ts';
import type { Tables } from '../store/tables.ts';
import { beginning } from './job-list.ts';

const mostTold = 100;

/** What fails in the background, mails apart: they are told with whom they are for. Subjects are ids, and name nobody. */
export async function readFailedJobs({
  db,
  engine,
}: Store): Promise<Pick<OperatorHealth, 'jobsFailed' | 'failedJobs'>> {
  const failed = db
    .selectFrom('job')
    .where('kind', 'in', backgroundKinds)
    .where((job) => hasFailed(job, engine));
  const { count } = await failed.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow();
  const rows = await failed
    .leftJoin('portal', 'portal.id', 'job.portal')
    .select(['kind', 'job.portal', 'subject', 'portal.name', 'added_at', 'noted_at', 'attempts', 'failure', 'due'])
    .orderBy('added_at')
    .orderBy('kind')
    .orderBy('subject')
    .limit(mostTold)
    .$narrowType<{ kind: FailedJob['kind'] }>()
    .execute();
  const failedJobs = rows.map(({ kind, portal, subject, ...row }): FailedJob => ({
    kind,
    portal: portal || null,
    subject: subject || null,
    portalName: row.name,
    since: row.added_at,
    tries: row.attempts,
    lastTry: row.noted_at,
    failure: row.failure,
    givenUp: row.due === null,
  }));
  return { jobsFailed: Number(count), failedJobs };
}

/** Lets a job that failed start over at the next turn; false where there is none, because it went well or is under way. */
export async function retryJob(store: Store, { kind, portal, subject }: FailedJobKey): Promise<boolean> {
  const { numUpdatedRows } = await startOver(store)
    .where((job) => job.and({ kind, portal: portal ?? '', subject: subject ?? '' }))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Jobs that failed, to be begun anew. */
export function startOver(store: Store) {
  return store.db
    .updateTable('job')
    .set(beginning({ store }))
    .where((job) => hasFailed(job, store.engine));
}

/** The last attempt failed, or a server began it and was not heard of again. */
export function hasFailed(job: ExpressionBuilder<Tables, 'job'>, engine: Engine) {
  const isFree = job.or([job('lease_until', 'is', null), job('lease_until', '<=', databaseTime(engine))]);
  return job.and([job('attempts', '>', 0), isFree]);
}
