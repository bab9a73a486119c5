import { fromMilliseconds, toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import type { AccountTables } from '../store/account-tables.ts';
import type { Store } from '../store/open-store.ts';
import { resetMail } from './account-mail.ts';
import { linkMinutes, shortestPassword } from './auth.ts';
import { findLink, makeLink, useLink } from './one-time-links.ts';
import { hashPassword } from './password-hash.ts';
import { setPassword } from './people.ts';
import type { SignInLimits } from './sign-in-limits.ts';

/** How somebody comes to a new password: by a mailed link that works once. */
export interface NewPasswords {
  /** Mails a link where the address is known; what it answers never tells. Seconds to wait, or null. */
  readonly forgotPassword: (email: string, from: string) => Promise<{ readonly seconds: number } | null>;
  readonly resetPassword: (token: string, password: string) => Promise<ResetAnswer>;
  /** True while a link holds; asking does not use it up. */
  readonly holdsResetLink: (token: string) => Promise<boolean>;
  /** Resolves when no mail is being written. */
  readonly idle: () => Promise<void>;
}

/** What came of choosing a new password. */
export type ResetAnswer = 'changed' | 'link-used-or-expired' | 'too-short';

interface Needs {
  readonly store: Store;
  readonly limits: SignInLimits;
  readonly now: () => Moment;
  readonly newId: () => string;
  readonly publicUrl: () => string;
  readonly onFault: (fault: unknown) => void;
}

/** New passwords; changing one ends every session of the person. */
export function createNewPasswords(needs: Needs): NewPasswords {
  const { limits, now, onFault } = needs;
  const { db } = needs.store;
  const background = new Set<Promise<void>>();
  return {
    forgotPassword: async (email, from) => {
      const attempt = await limits.attempt([
        { kind: 'mail-address', value: from },
        { kind: 'mail-account', value: email },
      ]);
      if (!attempt.allowed) return { seconds: attempt.seconds };
      // Not waited for: an answer that takes longer would tell that the address is known.
      const work = mailLink(needs, email)
        .catch(onFault)
        .finally(() => background.delete(work));
      background.add(work);
      return null;
    },
    resetPassword: async (token, password) => {
      if (password.length < shortestPassword) return 'too-short';
      // Asked first, so that nobody makes the server hash by guessing at links.
      const person = await findLink(db, 'reset-password', token, now());
      if (person === null) return 'link-used-or-expired';
      const passwordHash = await hashPassword(password);
      return db.transaction().execute(async (transaction) => {
        const at = now();
        if (!(await useLink(transaction, 'reset-password', token, at))) return 'link-used-or-expired';
        await setPassword(transaction, { id: person, passwordHash }, at);
        await transaction
          .withTables<AccountTables>()
          .deleteFrom('auth_session')
          .where('user_id', '=', person)
          .execute();
        return 'changed';
      });
    },
    holdsResetLink: async (token) => (await findLink(db, 'reset-password', token, now())) !== null,
    idle: async () => void (await Promise.all(background)),
  };
}

/** Link and mail are there together or not at all. */
async function mailLink({ store, now, newId, publicUrl }: Needs, email: string): Promise<void> {
  await store.db.transaction().execute(async (transaction) => {
    const user = await transaction
      .withTables<AccountTables>()
      .selectFrom('auth_user')
      .select(['id', 'email'])
      .where('email', '=', email.toLowerCase())
      .executeTakeFirst();
    if (!user) return;
    const at = now();
    const until = fromMilliseconds(toMilliseconds(at) + linkMinutes * 60_000);
    const token = await makeLink(transaction, { id: newId(), purpose: 'reset-password', value: user.id, at, until });
    const link = `${publicUrl()}/reset-password?token=${token}`;
    await transaction
      .insertInto('mail')
      .values(resetMail({ to: user.email, link, id: newId(), at }))
      .execute();
  });
}
