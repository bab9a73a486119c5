import { noPortal } from './account-mail.ts';
import type { AccountTables } from '../store/account-tables.ts';
import type { Store } from '../store/open-store.ts';

/**
 * Ends every session and link of a database that was restored from a copy: what had been ended after the copy would live
 * again. Counts of failures are of another time, and mails about accounts hold links that are dead. Answers how many
 * sessions and links there were.
 */
export async function endAll({ db }: Store): Promise<{ readonly sessions: number; readonly links: number }> {
  return db.transaction().execute(async (transaction) => {
    const accounts = transaction.withTables<AccountTables>();
    const sessions = await accounts.deleteFrom('auth_session').executeTakeFirst();
    const links = await accounts.deleteFrom('auth_verification').executeTakeFirst();
    await accounts.deleteFrom('sign_in_limit').execute();
    await accounts.deleteFrom('job').where('kind', '=', 'mail').where('portal', '=', noPortal).execute();
    await accounts.deleteFrom('mail').where('portal', '=', noPortal).where('sent_at', 'is', null).execute();
    return { sessions: Number(sessions.numDeletedRows), links: Number(links.numDeletedRows) };
  });
}
