import type { z } from 'zod';
import type { sessionSchema } from '../../shared/contract/session.ts';
import { toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import type { Authenticator } from '../portal-deps.ts';
import type { AccountDatabase, AccountTables } from '../store/account-tables.ts';
import type { Store } from '../store/open-store.ts';
import { createAuth, isRefusedByAuth, sessionEnd, socketHeader, tokenHashHeader, type Auth } from './auth.ts';
import { createNewPasswords, type NewPasswords } from './new-passwords.ts';
import { hasPassword, passwordHashOf } from './people.ts';
import { recoverySecret } from './recovery.ts';
import { newToken, tokenHash } from './session-token.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createSignInLimits, type LimitOptions, type SlowDown } from './sign-in-limits.ts';

/** People, their passwords and where they are signed in. */
export interface Accounts extends Authenticator, Omit<Sessions, 'find'>, NewPasswords {
  readonly signIn: (input: SignIn) => Promise<SignInAnswer>;
}

/** A try to sign in. */
export interface SignIn {
  readonly email: string;
  readonly password: string;
  /** The address of the socket, or a configured proxy's word (sync.md 36). */
  readonly from: string;
  readonly userAgent: string;
}

/** What came of a try. */
export type SignInAnswer =
  | { readonly kind: 'signed-in'; readonly session: z.infer<typeof sessionSchema> }
  | { readonly kind: 'wrong-credentials' }
  | SlowDown;

/** What accounts are made of. */
export interface AccountOptions {
  readonly now: () => Moment;
  readonly newId: () => string;
  /** A random mark for a change number (sync.md 18). */
  readonly mark: () => string;
  /** What recovery secrets are sealed with: 32 bytes that lie outside the database. */
  readonly recoveryKey: Uint8Array;
  /** Where people reach the pages of this portal server; asked when a link is written. */
  readonly publicUrl: () => string;
  readonly onFault: (fault: unknown) => void;
  /** How a try waits; for tests that cannot. */
  readonly pause?: LimitOptions['pause'];
}

/** Accounts on better-auth, with limits of our own. */
export function createAccounts(store: Store, options: AccountOptions): Accounts {
  const { now, newId, mark, publicUrl, onFault } = options;
  const db = store.db.withTables<AccountTables>();
  const limits = createSignInLimits(db, { clock: () => toMilliseconds(now()), pause: options.pause });
  const auth = createAuth({ db: store.db as never, now, newId });
  const { find, ...sessions } = createSessions(auth, now);
  return {
    ...sessions,
    ...createNewPasswords({ store, limits, now, newId, mark, publicUrl, onFault }),
    authenticate: async (headers) => {
      const found = await find(headers);
      return found && { person: found.person, account: `${store.storeId}.${found.person}`, session: found.id };
    },
    signIn: async (input) => {
      const tried = await limits.attempt({ account: input.email, from: input.from }, () => trySignIn(auth, db, input));
      if (tried.kind === 'slow-down') return tried;
      if (tried.answer === null) return { kind: 'wrong-credentials' };
      const signedIn = tried.answer;
      const { id, name, email } = signedIn.user;
      const at = now();
      const session = {
        token: signedIn.token,
        expiresAt: sessionEnd(at),
        store: store.storeId,
        serverTime: at,
        person: { id, name, email },
        recovery: await recoverySecret(db, options.recoveryKey, id),
      };
      return { kind: 'signed-in', session };
    },
  };
}

interface SignedIn {
  readonly token: string;
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
}

/** An unknown address costs a hash as well, so that the time tells nothing (better-auth sees to it). */
async function trySignIn(
  auth: Auth,
  db: AccountDatabase,
  { email, password, from, userAgent }: SignIn,
): Promise<SignedIn | null> {
  const token = newToken();
  const headers = new Headers({
    'user-agent': userAgent,
    [socketHeader]: from,
    [tokenHashHeader]: tokenHash(token),
  });
  const hash = await passwordHashOf(db, email);
  try {
    const { user } = await auth.api.signInEmail({ body: { email: email.toLowerCase(), password }, headers });
    if (await hasPassword(db, user.id, hash)) return { token, user };
    // Chosen while the old one was looked at, the new password ended every session but this, which was not there yet.
    await (await auth.$context).internalAdapter.deleteSession(tokenHash(token));
    return null;
  } catch (error) {
    if (isRefusedByAuth(error)) return null;
    throw error;
  }
}
