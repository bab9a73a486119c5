import { addJobs } from '../jobs/job-list.ts';
import type { JobPlace } from '../jobs/job.ts';
import type { MailTable } from '../store/job-tables.ts';

/** Writes mails, and that they are to be sent, inside the caller's transaction (sync.md 15). */
export async function addMails(place: JobPlace, mails: readonly MailTable[]): Promise<void> {
  if (mails.length === 0) return;
  await place.db.insertInto('mail').values(mails).execute();
  await addJobs(
    place,
    mails.map(({ portal, id }) => ({ kind: 'mail', portal, subject: id })),
  );
}
