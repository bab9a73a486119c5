import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { sessionSchema } from '../../shared/contract/session.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import type { Authenticator } from '../portal-deps.ts';
import type { AccountTables } from '../store/account-tables.ts';
import type { Store } from '../store/open-store.ts';
import { createAuth, linkMinutes, sessionDays, socketHeader, type Auth } from './auth.ts';
import { resetMail } from './account-mail.ts';
import { createSignInLimits } from './sign-in-limits.ts';

/** People, their passwords and where they are signed in. */
export interface Accounts extends Authenticator {
  readonly signIn: (input: SignIn) => Promise<SignInAnswer>;
  readonly signOut: (headers: Headers) => Promise<void>;
  /** The sessions of the person who asks; null where nobody does. */
  readonly sessions: (headers: Headers) => Promise<readonly SessionEntry[] | null>;
  /** Ends one of the own sessions; false where there is none of that id. */
  readonly endSession: (headers: Headers, id: string) => Promise<boolean>;
  readonly revokeAll: (person: PersonId) => Promise<void>;
  /** Mails a one-time link, where the address is known; what it answers never tells. */
  readonly forgotPassword: (email: string, from: string) => Promise<{ readonly seconds: number } | null>;
  readonly resetPassword: (token: string, password: string) => Promise<ResetAnswer>;
  /** True while a link of a mail holds; asking does not use it up. */
  readonly holdsResetLink: (token: string) => Promise<boolean>;
  /** Resolves when nothing is under way in the background. */
  readonly idle: () => Promise<void>;
}

/** A try to sign in. */
export interface SignIn {
  readonly email: string;
  readonly password: string;
  /** The address of the socket, or a configured proxy's word (sync.md 36). */
  readonly from: string;
  readonly userAgent: string;
}

/** A session as it is answered once, with its token. */
export type Session = z.infer<typeof sessionSchema>;

/** What came of a try. */
export type SignInAnswer =
  | { readonly kind: 'signed-in'; readonly session: Session }
  | { readonly kind: 'wrong-credentials' }
  | { readonly kind: 'slow-down'; readonly seconds: number };

/** A session as its person sees it. */
export interface SessionEntry {
  readonly id: string;
  readonly current: boolean;
  readonly signedInAt: Moment;
  readonly expiresAt: Moment;
  readonly address: string;
  readonly client: string;
}

/** What came of choosing a new password. */
export type ResetAnswer = 'changed' | 'link-used-or-expired' | 'too-short';

/** What accounts are made of. */
export interface AccountOptions {
  readonly now: () => Moment;
  readonly newId: () => string;
  /** Where people reach the pages of this portal server; asked when a link is written. */
  readonly publicUrl: () => string;
  readonly onFault: (fault: unknown) => void;
}

/** The shortest password taken. */
export const shortestPassword = 10;

const day = 86_400_000;

/** Accounts on better-auth. Sessions are bearer tokens; no cookie is read (sync.md 26). */
export function createAccounts(store: Store, options: AccountOptions): Accounts {
  const db = store.db.withTables<AccountTables>();
  const limits = createSignInLimits(db, Date.now);
  const background = new Set<Promise<void>>();
  const auth: Auth = createAuth({
    db: store.db as never,
    baseUrl: 'http://127.0.0.1',
    newId: options.newId,
    sendResetLink: async (user, token) => {
      const link = `${options.publicUrl()}/reset-password?token=${encodeURIComponent(token)}`;
      await store.db
        .insertInto('mail')
        .values(resetMail({ to: user.email, link, id: options.newId(), at: options.now() }))
        .execute();
    },
  });

  async function findSession(headers: Headers) {
    const token = bearerOf(headers);
    if (token === null) return null;
    const { internalAdapter } = await auth.$context;
    const found = await internalAdapter.findSession(token);
    if (!found || found.session.expiresAt <= new Date()) return null;
    const left = found.session.expiresAt.getTime() - Date.now();
    // Used within the last day of its time it lives on: who works every day is asked for no password.
    if (left < (sessionDays - 1) * day) {
      const expiresAt = new Date(Date.now() + sessionDays * day);
      await internalAdapter.updateSession(token, { expiresAt, updatedAt: new Date() });
    }
    return found;
  }

  return {
    authenticate: async (headers) => {
      const found = await findSession(headers);
      return (
        found && { person: found.user.id, account: `${store.storeId}.${found.user.id}`, session: found.session.id }
      );
    },
    signIn: async (input) => {
      const attempt = await limits.attempt([
        { kind: 'sign-in-address', value: input.from },
        { kind: 'sign-in-account', value: input.email },
      ]);
      if (!attempt.allowed) return { kind: 'slow-down', seconds: attempt.seconds };
      const signedIn = await trySignIn(auth, input);
      if (!signedIn) return { kind: 'wrong-credentials' };
      await attempt.succeeded();
      return { kind: 'signed-in', session: await describeSession(signedIn) };
    },
    signOut: async (headers) => {
      const token = bearerOf(headers);
      if (token !== null) await (await auth.$context).internalAdapter.deleteSession(token);
    },
    sessions: async (headers) => {
      const mine = await findSession(headers);
      if (!mine) return null;
      const all = await (await auth.$context).internalAdapter.listSessions(mine.user.id);
      return all.map((each) => ({
        id: each.id,
        current: each.token === mine.session.token,
        signedInAt: each.createdAt.toISOString(),
        expiresAt: each.expiresAt.toISOString(),
        address: each.ipAddress ?? '',
        client: each.userAgent ?? '',
      }));
    },
    endSession: async (headers, id) => {
      const mine = await findSession(headers);
      if (!mine) return false;
      const { internalAdapter } = await auth.$context;
      const session = (await internalAdapter.listSessions(mine.user.id)).find((each) => each.id === id);
      if (session) await internalAdapter.deleteSession(session.token);
      return session !== undefined;
    },
    revokeAll: async (person) => {
      await db.deleteFrom('auth_session').where('user_id', '=', person).execute();
    },
    forgotPassword: async (email, from) => {
      const attempt = await limits.attempt([
        { kind: 'mail-address', value: from },
        { kind: 'mail-account', value: email },
      ]);
      if (!attempt.allowed) return { seconds: attempt.seconds };
      // Not waited for: an answer that takes longer would tell that the address is known.
      const work = auth.api
        .requestPasswordReset({ body: { email: email.toLowerCase() } })
        .then(() => undefined, options.onFault)
        .finally(() => background.delete(work));
      background.add(work);
      return null;
    },
    resetPassword: async (token, password) => {
      if (password.length < shortestPassword) return 'too-short';
      try {
        await auth.api.resetPassword({ body: { token, newPassword: password } });
        return 'changed';
      } catch (error) {
        if (isRefusedByAuth(error)) return 'link-used-or-expired';
        throw error;
      }
    },
    holdsResetLink: async (token) => {
      const { internalAdapter } = await auth.$context;
      const link = await internalAdapter.findVerificationValue(`reset-password:${token}`);
      return link !== null && link !== undefined && link.expiresAt > new Date();
    },
    idle: async () => void (await Promise.all(background)),
  };

  async function describeSession({ token, user }: SignedIn): Promise<Session> {
    const { id, name, email } = user;
    return {
      token,
      expiresAt: new Date(Date.now() + sessionDays * day).toISOString(),
      store: store.storeId,
      serverTime: options.now(),
      person: { id, name, email },
      recovery: await recoverySecret(id),
    };
  }

  async function recoverySecret(person: string): Promise<string> {
    await db
      .insertInto('recovery')
      .values({ person, secret: randomBytes(32).toString('base64url') })
      .onConflict((conflict) => conflict.column('person').doNothing())
      .execute();
    const kept = await db
      .selectFrom('recovery')
      .select('secret')
      .where('person', '=', person)
      .executeTakeFirstOrThrow();
    return kept.secret;
  }
}

/** How long a link holds, for the words around it. */
export const linkHolds = linkMinutes;

interface SignedIn {
  readonly token: string;
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
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

function isRefusedByAuth(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500;
}

function bearerOf(headers: Headers): string | null {
  const [, token] = /^Bearer ([A-Za-z0-9._~+/=-]{1,200})$/i.exec(headers.get('authorization') ?? '') ?? [];
  return token ?? null;
}
