import type { z } from 'zod';
import type { sessionSchema } from '../../shared/contract/session.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import type { Authenticator } from '../portal-deps.ts';
import type { AccountTables } from '../store/account-tables.ts';
import type { Store } from '../store/open-store.ts';
import { createAuth, isRefusedByAuth, sessionEnd, socketHeader, type Auth } from './auth.ts';
import { createNewPasswords, type NewPasswords } from './new-passwords.ts';
import { recoverySecret } from './recovery.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createSignInLimits, type SignInLimits } from './sign-in-limits.ts';

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
  | { readonly kind: 'slow-down'; readonly seconds: number };

/** What accounts are made of. */
export interface AccountOptions {
  readonly now: () => Moment;
  readonly newId: () => string;
  /** Where people reach the pages of this portal server; asked when a link is written. */
  readonly publicUrl: () => string;
  readonly onFault: (fault: unknown) => void;
}

/** Accounts on better-auth, with limits of our own. */
export function createAccounts(store: Store, options: AccountOptions): Accounts {
  const { now, newId, publicUrl, onFault } = options;
  const db = store.db.withTables<AccountTables>();
  const limits = createSignInLimits(db, () => Date.parse(now()));
  const auth = createAuth({ db: store.db as never, now, newId });
  const { find, ...sessions } = createSessions(auth, now);
  return {
    ...sessions,
    ...createNewPasswords({ store, limits, now, newId, publicUrl, onFault }),
    authenticate: async (headers) => {
      const found = await find(headers);
      return found && { person: found.person, account: `${store.storeId}.${found.person}`, session: found.id };
    },
    signIn: async (input) => {
      const signedIn = await tryLimited(auth, limits, input);
      if ('kind' in signedIn) return signedIn;
      const { id, name, email } = signedIn.user;
      const at = now();
      const session = {
        token: signedIn.token,
        expiresAt: sessionEnd(at),
        store: store.storeId,
        serverTime: at,
        person: { id, name, email },
        recovery: await recoverySecret(db, id),
      };
      return { kind: 'signed-in', session };
    },
  };
}

interface SignedIn {
  readonly token: string;
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
}

async function tryLimited(
  auth: Auth,
  limits: SignInLimits,
  input: SignIn,
): Promise<SignedIn | Exclude<SignInAnswer, { kind: 'signed-in' }>> {
  const attempt = await limits.attempt([
    { kind: 'sign-in-address', value: input.from },
    { kind: 'sign-in-account', value: input.email },
  ]);
  if (!attempt.allowed) return { kind: 'slow-down', seconds: attempt.seconds };
  const signedIn = await trySignIn(auth, input);
  if (!signedIn) return { kind: 'wrong-credentials' };
  await attempt.succeeded();
  return signedIn;
}

/** An unknown address costs a hash as well, so that the time tells nothing (better-auth sees to it). */
async function trySignIn(auth: Auth, { email, password, from, userAgent }: SignIn): Promise<SignedIn | null> {
  const headers = new Headers({ 'user-agent': userAgent, [socketHeader]: from });
  try {
    return await auth.api.signInEmail({ body: { email: email.toLowerCase(), password }, headers });
  } catch (error) {
    if (isRefusedByAuth(error)) return null;
    throw error;
  }
}
