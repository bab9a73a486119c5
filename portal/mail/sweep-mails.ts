import { fromMilliseconds, toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import type { Store } from '../store/open-store.ts';

const keptFor = 30 * 86_400_000;

/** Forgets mails that went out: addresses are not kept for longer than they are of use. */
export async function sweepMails({ db }: Store, now: Moment): Promise<void> {
  const oldest = fromMilliseconds(toMilliseconds(now) - keptFor);
  await db.deleteFrom('mail').where('sent_at', '<', oldest).execute();
}
