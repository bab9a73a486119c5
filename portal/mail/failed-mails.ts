import type { ExpressionBuilder, Kysely } from 'kysely';
import type { FailedMail, MailDeed, OperatorHealth } from '../../shared/contract/operator.ts';
import { fromMilliseconds, toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import { readJson } from '../store/json.ts';
import type { MailCheck, Tables } from '../store/tables.ts';
import { firstWait, mostTries } from './mail-worker.ts';

const mostTold = 100;

/** Mails that wait, and those that did not go out. Subjects and texts stay here: they name cases, and hold links. */
export async function readFailedMails(
  db: Kysely<Tables>,
  now: Moment,
): Promise<Pick<OperatorHealth, 'mailsWaiting' | 'mailsFailed' | 'failedMails'>> {
  const unsent = db.selectFrom('mail').where('sent_at', 'is', null);
  const count = await unsent.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow();
  const failed = await unsent
    .where((mail) => hasFailed(mail, now))
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  const rows = await unsent
    .where((mail) => hasFailed(mail, now))
    .leftJoin('portal', 'portal.id', 'mail.portal')
    .select(['mail.id', 'to_address', 'check_text', 'created_at', 'tries', 'claimed_at', 'failure', 'portal.name'])
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
    tries: row.tries,
    lastTry: row.claimed_at,
    failure: row.failure,
    givenUp: row.tries >= mostTries,
  }));
  return {
    mailsWaiting: Number(count.count) - Number(failed.count),
    mailsFailed: Number(failed.count),
    failedMails,
  };
}

/**
 * Lets a mail that did not go out be tried again at the worker's next turn, or takes it away; false where there is no
 * such mail, because it went out or is being tried meanwhile.
 */
export async function settleFailedMail(
  db: Kysely<Tables>,
  { mail, deed }: { readonly mail: string; readonly deed: MailDeed },
  now: Moment,
): Promise<boolean> {
  if (deed === 'discard') {
    const { numDeletedRows } = await db
      .deleteFrom('mail')
      .where('id', '=', mail)
      .where('sent_at', 'is', null)
      .where((of) => hasFailed(of, now))
      .executeTakeFirst();
    return numDeletedRows > 0n;
  }
  const { numUpdatedRows } = await db
    .updateTable('mail')
    .set({ claimed_at: null, tries: 0, failure: null })
    .where('id', '=', mail)
    .where('sent_at', 'is', null)
    .where((of) => hasFailed(of, now))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A failure was kept, or a server claimed it and was not heard of again. */
function hasFailed(mail: ExpressionBuilder<Tables, 'mail'>, now: Moment) {
  const given = fromMilliseconds(toMilliseconds(now) - firstWait);
  return mail.and([mail('tries', '>', 0), mail.or([mail('failure', 'is not', null), mail('claimed_at', '<', given)])]);
}
