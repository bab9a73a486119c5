import type { AccountTables } from '../store/account-tables.ts';
import type { Store } from '../store/open-store.ts';

const day = 86_400_000;

/** Deletes what is over: sessions, links, and counts of failures, which guessing would let grow without end. */
export async function sweepAccounts(store: Store, now: number): Promise<void> {
  const db = store.db.withTables<AccountTables>();
  const at = new Date(now).toISOString();
  await db.deleteFrom('auth_session').where('expires_at', '<', at).execute();
  await db.deleteFrom('auth_verification').where('expires_at', '<', at).execute();
  await db
    .deleteFrom('sign_in_limit')
    .where('last_at', '<', now - day)
    .execute();
}
