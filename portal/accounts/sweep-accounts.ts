import { toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import type { AccountTables } from '../store/account-tables.ts';
import type { Store } from '../store/open-store.ts';

/** Deletes what is over: sessions, links, and counts of failures, which guessing would let grow without end. */
export async function sweepAccounts(store: Store, now: Moment): Promise<void> {
  const db = store.db.withTables<AccountTables>();
  await db.deleteFrom('auth_session').where('expires_at', '<', now).execute();
  await db.deleteFrom('auth_verification').where('expires_at', '<', now).execute();
  const at = toMilliseconds(now);
  await db.deleteFrom('sign_in_limit').where('gone_at', '<', at).where('known_until', '<', at).execute();
}
