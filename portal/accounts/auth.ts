import { betterAuth } from 'better-auth';
import type { Kysely } from 'kysely';
import { fromMilliseconds, toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import { fitsPassword, hashPassword } from './password-hash.ts';

const day = 86_400;

/** As long as the desk opens what it keeps without the portal server (sync.md 31). */
export const sessionDays = 30;

/** How many minutes a link of a mail holds. */
export const linkMinutes = 60;

/** How many days the link of an invitation holds: it may come on a Friday before a week off. */
export const invitationDays = 7;

/** The shortest password taken. */
export const shortestPassword = 10;

/** The longest password taken; signing in takes no longer one either. */
export const longestPassword = 200;

/** What better-auth is made from. */
export interface AuthOptions {
  readonly db: Kysely<unknown>;
  readonly now: () => Moment;
  readonly newId: () => string;
}

/** better-auth as the portal server uses it: called, never served; its own routes, limits and cookies stay off. */
export type Auth = ReturnType<typeof createAuth>;

/** Makes it. */
export function createAuth({ db, now, newId }: AuthOptions) {
  return betterAuth({
    appName: 'Partner Desk',
    // Its own routes are never served, so that this leads nowhere; links are written by us.
    baseURL: 'http://127.0.0.1',
    // Signs cookies and nothing else, and no cookie is set or read (sync.md 26): a secret a start is enough.
    secret: newId() + newId(),
    // Said as SQLite for both engines: moments are kept as text and booleans as 0 or 1 everywhere.
    database: { db, type: 'sqlite', transaction: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { disabled: true },
    advanced: {
      database: { validateSchema: false, generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [socketHeader] },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: { hash: hashPassword, verify: ({ password, hash }) => fitsPassword(password, hash) },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            const token = context?.headers?.get(tokenHashHeader);
            if (!token) throw new Error('A session is made by signing in, which says the hash of its token.');
            // Its own times are by the process's clock, and a session is found by ours.
            return { data: { ...session, ...timesFrom(now()), token } };
          },
        },
      },
    },
    ...columns,
  });
}

function timesFrom(now: Moment) {
  const at = new Date(now);
  return { createdAt: at, updatedAt: at, expiresAt: new Date(sessionEnd(now)) };
}

/** When a session that is used now ends. */
export function sessionEnd(now: Moment): Moment {
  return fromMilliseconds(toMilliseconds(now) + sessionDays * day * 1000);
}

/** The header by which the socket address is told to better-auth; set by us, never taken from a request. */
export const socketHeader = 'x-socket-address';

/** The header by which it is told the hash of a new session's token, which is all of it that is kept. */
export const tokenHashHeader = 'x-session-token-hash';

/** True where better-auth says no; anything else is a fault. */
export function isRefusedByAuth(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500;
}

const created = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

const columns = {
  user: { modelName: 'auth_user', fields: { emailVerified: 'email_verified', ...created } },
  session: {
    modelName: 'auth_session',
    expiresIn: sessionDays * day,
    updateAge: day,
    fields: {
      userId: 'user_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      ...created,
    },
  },
  account: {
    modelName: 'auth_account',
    fields: {
      accountId: 'account_id',
      providerId: 'provider_id',
      userId: 'user_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...created,
    },
  },
  verification: {
    modelName: 'auth_verification',
    fields: { expiresAt: 'expires_at', ...created },
  },
} as const;
