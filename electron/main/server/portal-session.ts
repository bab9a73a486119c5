import type { z } from 'zod';
import type { DeskAnswer, ServerTrouble, SignInInput } from '../../../shared/contract/desk-api.ts';
import { problemSchema } from '../../../shared/contract/problem.ts';
import { sessionSchema } from '../../../shared/contract/session.ts';
import { parseJson } from './check-server.ts';
import { requestTo } from './portal-connection.ts';
import type { PortalConnection, PortalFetch } from './portal-connection.ts';
import { troubleOf } from './server-trouble.ts';

export type PortalSession = z.infer<typeof sessionSchema>;

export type SessionAnswer =
  | { readonly ok: true; readonly session: PortalSession }
  | {
      readonly ok: false;
      readonly reason: 'wrong-credentials' | 'slow-down' | ServerTrouble;
      readonly retryAfterSeconds?: number;
      readonly detail?: string;
    };

const TIMEOUT = 30_000;

/** Signs in at a portal server; trouble comes back in words. */
export async function askForSession(
  fetch: PortalFetch,
  connection: PortalConnection,
  input: SignInInput,
): Promise<SessionAnswer> {
  const { email, password } = input;
  try {
    const response = await post(fetch, connection, '/sign-in', { body: { email, password } });
    const body = parseJson(await response.text());
    if (response.status === 429) return slowDown(response);
    if (response.ok) {
      const session = sessionSchema.safeParse(body);
      return session.success ? { ok: true, session: session.data } : { ok: false, reason: 'not-a-portal-server' };
    }
    return refusalOf(response.status, body);
  } catch (error) {
    const { trouble, detail } = troubleOf(error);
    return { ok: false, reason: trouble, detail };
  }
}

/** Ends a session; unsent work is no concern here, the caller has looked. */
export async function endSession(fetch: PortalFetch, connection: PortalConnection, token: string): Promise<boolean> {
  try {
    return (await post(fetch, connection, '/sign-out', { body: {}, token })).ok;
  } catch {
    return false;
  }
}

/** The answer is alike for known and unknown addresses; only the network can fail. */
export async function askForNewPassword(
  fetch: PortalFetch,
  connection: PortalConnection,
  email: string,
): Promise<DeskAnswer> {
  try {
    const response = await post(fetch, connection, '/forgot-password', { body: { email } });
    if (response.ok) return { ok: true };
    return {
      ok: false,
      reason: response.status === 429 ? 'not-allowed' : 'not-a-portal-server',
      detail: `status ${String(response.status)}`,
    };
  } catch (error) {
    const { trouble, detail } = troubleOf(error);
    return { ok: false, reason: trouble, detail };
  }
}

interface Posted {
  readonly body: unknown;
  readonly token?: string;
}

function post(fetch: PortalFetch, connection: PortalConnection, path: string, posted: Posted): Promise<Response> {
  const init: RequestInit = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(posted.body),
    signal: AbortSignal.timeout(TIMEOUT),
  };
  return fetch(`${connection.base}${path}`, requestTo(connection, init, posted.token ?? null));
}

function refusalOf(status: number, body: unknown): SessionAnswer {
  const problem = problemSchema.safeParse(body);
  if (!problem.success) return { ok: false, reason: 'not-a-portal-server', detail: `status ${String(status)}` };
  const { kind, title } = problem.data;
  if (kind === 'app-too-old') return { ok: false, reason: 'app-too-old' };
  if (status === 401 || kind === 'not-understood') return { ok: false, reason: 'wrong-credentials' };
  return { ok: false, reason: 'refused', detail: title };
}

function slowDown(response: Response): SessionAnswer {
  const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
  return { ok: false, reason: 'slow-down', retryAfterSeconds: Number.isFinite(seconds) ? seconds : 60 };
}
