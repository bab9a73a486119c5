import { doubling, type Job, type Work } from '../jobs/job.ts';
import type { PortalDeps } from '../portal-deps.ts';
import type { Store } from '../store/open-store.ts';
import type { MailTable } from '../store/job-tables.ts';
import { stillHolds } from './still-holds.ts';
import type { MailTransport } from './transports.ts';

/** What sending needs. */
interface MailDeps extends Pick<PortalDeps, 'store' | 'now'> {
  readonly transport: MailTransport;
}

/**
 * Sends a mail that a decision left behind (sync.md 15), at least once and always with the same Message-ID. It is given up
 * after about a day and a half.
 */
export function mailWork(deps: MailDeps): Work {
  return {
    lanes: 4,
    poll: 2000,
    mostAttempts: 40,
    waitAfter: doubling(30_000, 3_600_000),
    run: async (job) => {
      const mail = await unsent(deps.store, job);
      if (mail) await sendOne(deps, mail);
      return 'done';
    },
  };
}

async function sendOne({ store, now, transport }: MailDeps, mail: MailTable): Promise<void> {
  const { db } = store;
  if (!(await stillHolds(store, mail))) {
    await db.deleteFrom('mail').where('portal', '=', mail.portal).where('id', '=', mail.id).execute();
    return;
  }
  await transport.send({
    id: mail.id,
    to: mail.to_address,
    subject: mail.subject,
    text: mail.text,
    messageId: mail.message_id,
    date: mail.created_at,
  });
  // What was in it, a link to a new password among it, is of no more use here.
  await db
    .updateTable('mail')
    .set({ sent_at: now(), text: '' })
    .where('portal', '=', mail.portal)
    .where('id', '=', mail.id)
    .execute();
}

function unsent({ db }: Store, { portal, subject }: Job): Promise<MailTable | undefined> {
  return db
    .selectFrom('mail')
    .selectAll()
    .where('portal', '=', portal)
    .where('id', '=', subject)
    .where('sent_at', 'is', null)
    .executeTakeFirst();
}
