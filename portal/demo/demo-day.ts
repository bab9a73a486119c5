import type { AccountTables } from '../store/account-tables.ts';
import type { Store } from '../store/open-store.ts';
import { demoPeople } from './demo-accounts.ts';

/** The calendar day a demo was made for (UTC, `2026-11-23`): its people are as old as it. Null where there is none. */
export async function readDemoDay({ db }: Pick<Store, 'db'>): Promise<string | null> {
  const handler = await db
    .withTables<AccountTables>()
    .selectFrom('auth_user')
    .select('created_at')
    .where('email', '=', demoPeople.handler.email)
    .executeTakeFirst();
  return handler?.created_at.slice(0, 10) ?? null;
}
