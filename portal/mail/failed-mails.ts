import type { FailedMail, MailDeed, OperatorHealth } from '../../shared/contract/operator.ts';
import { hasFailed, startOver } from '../jobs/failed-jobs.ts';
import { readJson } from '../store/json.ts';
import type { Store } from '../store/open-store.ts';
import type { MailCheck } from '../store/job-tables.ts';

const mostTold = 100;

/** Mails that wait, and those that did not go out. Subjects and texts stay here: they name cases, and hold links. */
export async function readFailedMails({
  db,
  engine,
}: Store): Promise<Pick<OperatorHealth, 'mailsWaiting' | 'mailsFailed' | 'failedMails'>> {
  const jobs = db.selectFrom('job').where('kind', '=', 'mail');
  const failed = jobs.where((job) => hasFailed(job, engine));
  const all = await jobs.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow();
  const { count } = await failed.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow();
  const rows = await failed
    .innerJoin('mail', (join) => join.onRef('mail.portal', '=', 'job.portal').onRef('mail.id', '=', 'job.subject'))
    .leftJoin('portal', 'portal.id', 'mail.portal')
    .select(['mail.id', 'to_address', 'check_text', 'created_at', 'portal.name'])
    .select(['attempts', 'noted_at', 'failure', 'due'])
    .orderBy('created_at')
    .orderBy('mail.id')
    .limit(mostTold)
    .execute();
  const failedMails = rows.map((row): FailedMail => ({
    id: row.id,
    to: row.to_address,
    kind: readJson<MailCheck>(row.check_text)?.notice ?? 'account',
    portal: row.name,
    since: row.created_at,
    tries: row.attempts,
    lastTry: row.noted_at,
    failure: row.failure,
    givenUp: row.due === null,
  }));
  return { mailsWaiting: Number(all.count) - Number(count), mailsFailed: Number(count), failedMails };
}

/**
 * Lets a mail that did not go out be tried again at the next turn, or takes it away; false where there is no such mail,
 * because it went out or is being tried meanwhile.
 */
export async function settleFailedMail(
  store: Store,
  { mail, deed }: { readonly mail: string; readonly deed: MailDeed },
): Promise<boolean> {
  if (deed === 'discard') return discard(store, mail);
  const { numUpdatedRows } = await startOver(store)
    .where((job) => job.and({ kind: 'mail', subject: mail }))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function discard({ db, engine }: Store, mail: string): Promise<boolean> {
  return db.transaction().execute(async (of) => {
    const dropped = await of
      .deleteFrom('job')
      .where((job) => job.and([job.and({ kind: 'mail', subject: mail }), hasFailed(job, engine)]))
      .returning('portal')
      .execute();
    for (const { portal } of dropped)
      await of.deleteFrom('mail').where('portal', '=', portal).where('id', '=', mail).execute();
    return dropped.length > 0;
  });
}
