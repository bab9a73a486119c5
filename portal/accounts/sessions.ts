import type { PersonId } from '../../shared/domain/ids.ts';
import { toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import { tokenHash } from './session-token.ts';
import { sessionDays, sessionEnd, type Auth } from './auth.ts';

/** Where people are signed in. Known by bearer tokens alone; no cookie is read (sync.md 26). */
export interface Sessions {
  readonly find: (headers: Headers) => Promise<FoundSession | null>;
  readonly signOut: (headers: Headers) => Promise<void>;
  /** The sessions of the person who asks; null where nobody does. */
  readonly sessions: (headers: Headers) => Promise<readonly SessionEntry[] | null>;
  /** Ends one of the own sessions; false where there is none of that id. */
  readonly endSession: (headers: Headers, id: string) => Promise<boolean>;
  readonly revokeAll: (person: PersonId) => Promise<void>;
}

/** A session that holds, and whose it is. */
export interface FoundSession {
  readonly id: string;
  readonly person: PersonId;
}

/** A session as its person sees it. */
export interface SessionEntry {
  readonly id: string;
  readonly current: boolean;
  readonly signedInAt: Moment;
  readonly expiresAt: Moment;
  readonly address: string;
  readonly client: string;
}

const day = 86_400_000;

/** Sessions as better-auth keeps them; what it takes for their tokens are hashes. */
export function createSessions(auth: Auth, now: () => Moment): Sessions {
  async function find(headers: Headers): Promise<FoundSession | null> {
    const token = tokenHashOf(headers);
    if (token === null) return null;
    const at = now();
    const { internalAdapter } = await auth.$context;
    const found = await internalAdapter.findSession(token);
    const left = found ? found.session.expiresAt.getTime() - toMilliseconds(at) : 0;
    if (!found || left <= 0) return null;
    // Used on a later day it lives on: who works every day is asked for no password.
    if (left < (sessionDays - 1) * day) {
      await internalAdapter.updateSession(token, { expiresAt: new Date(sessionEnd(at)), updatedAt: new Date(at) });
    }
    return { id: found.session.id, person: found.user.id };
  }

  return {
    find,
    signOut: async (headers) => {
      const token = tokenHashOf(headers);
      if (token !== null) await (await auth.$context).internalAdapter.deleteSession(token);
    },
    sessions: async (headers) => {
      const mine = await find(headers);
      if (!mine) return null;
      const all = await (await auth.$context).internalAdapter.listSessions(mine.person);
      return all.map((each) => ({
        id: each.id,
        current: each.id === mine.id,
        signedInAt: each.createdAt.toISOString(),
        expiresAt: each.expiresAt.toISOString(),
        address: each.ipAddress ?? '',
        client: each.userAgent ?? '',
      }));
    },
    endSession: async (headers, id) => {
      const mine = await find(headers);
      if (!mine) return false;
      const { internalAdapter } = await auth.$context;
      const session = (await internalAdapter.listSessions(mine.person)).find((each) => each.id === id);
      if (session) await internalAdapter.deleteSession(session.token);
      return session !== undefined;
    },
    revokeAll: async (person) => (await auth.$context).internalAdapter.deleteUserSessions(person),
  };
}

function tokenHashOf(headers: Headers): string | null {
  const [, token] = /^Bearer ([A-Za-z0-9._~+/=-]{1,200})$/i.exec(headers.get('authorization') ?? '') ?? [];
  return token === undefined ? null : tokenHash(token);
}
