import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { problemSchema, type Problem, type ProblemKind } from '../../shared/contract/problem.ts';
import { SessionEnded } from '../commands/carry-out.ts';
import { isBadText, isUnavailable } from '../commands/database-trouble.ts';

const statuses = {
  'not-signed-in': 401,
  'session-ended': 401,
  'wrong-credentials': 401,
  'slow-down': 429,
  'other-account': 403,
  'app-too-old': 426,
  'not-understood': 400,
  'not-found': 404,
  'not-allowed': 403,
  'too-large': 413,
  'unsupported-media': 415,
  'hash-differs': 409,
  unavailable: 503,
  fault: 500,
} as const satisfies Record<ProblemKind, ContentfulStatusCode>;

const titles: Readonly<Record<ProblemKind, string>> = {
  'not-signed-in': 'Sign in first.',
  'session-ended': 'The session has ended; sign in again.',
  'wrong-credentials': 'The e-mail address or the password is wrong.',
  'slow-down': 'Too many tries; wait a moment.',
  'other-account': 'This is another account than the one signed in.',
  'app-too-old': 'The app is too old for this portal server.',
  'not-understood': 'The request was not understood.',
  'not-found': 'There is no such thing for you here.',
  'not-allowed': 'This is not allowed.',
  'too-large': 'This is too large.',
  'unsupported-media': 'This kind of content is not taken here.',
  'hash-differs': 'The bytes that arrived are not the ones that were announced.',
  unavailable: 'The portal server cannot answer now.',
  fault: 'The portal server failed.',
};

/** The boundary says no; thrown in a route, answered as a Problem (design.md §7). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly kind: ProblemKind;
  readonly more: Pick<Problem, 'detail' | 'issues' | 'moreIssues'>;

  constructor(kind: ProblemKind, more: Pick<Problem, 'detail' | 'issues' | 'moreIssues'> = {}) {
    super(titles[kind]);
    this.kind = kind;
    this.more = more;
  }
}

/** Answers a Problem. */
export function problem(
  context: Context,
  kind: ProblemKind,
  more: Pick<Problem, 'detail' | 'issues' | 'moreIssues'> = {},
): Response {
  const status = statuses[kind];
  const body: Problem = { kind, title: titles[kind], status, ...more };
  return context.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' });
}

/** Answers that it was too much, and when to come again. */
export function slowDown(context: Context, seconds: number, detail?: string): never {
  context.header('retry-after', String(seconds));
  // A Problem has no place among the typed answers: its media type is not JSON's.
  return problem(context, 'slow-down', detail === undefined ? {} : { detail }) as never;
}

/** Seconds after which what is unavailable may be asked for again. */
export const comeAgain = '5';

/** What was thrown, as a Problem: bad input is never a fault of ours. */
export function problemOf(context: Context, thrown: unknown, onFault: (fault: unknown) => void): Response {
  if (thrown instanceof ProblemError) return problem(context, thrown.kind, thrown.more);
  if (thrown instanceof SessionEnded) return problem(context, 'session-ended');
  if (isUnavailable(thrown)) {
    context.header('retry-after', comeAgain);
    return problem(context, 'unavailable');
  }
  if (isBadText(thrown)) return problem(context, 'not-understood');
  if (thrown instanceof HTTPException && thrown.status < 500) {
    return problem(context, kindOfStatus(thrown.status), { detail: thrown.message });
  }
  onFault(thrown);
  return problem(context, 'fault');
}

const problemContent = { 'application/problem+json': { schema: problemSchema } } as const;

/** How a route says in OpenAPI that it may answer a Problem. */
export const problemAnswers = {
  '4XX': { description: 'A Problem; `kind` says what to do about it.', content: problemContent },
  '5XX': { description: 'A Problem: try again later, after `Retry-After` where it is said.', content: problemContent },
} as const;

function kindOfStatus(status: number): ProblemKind {
  if (status === 413) return 'too-large';
  if (status === 415) return 'unsupported-media';
  return status === 404 ? 'not-found' : 'not-understood';
}
