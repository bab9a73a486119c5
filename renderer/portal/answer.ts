import { problemSchema, type Problem } from '../../shared/contract/problem.ts';

/** What came of asking the portal server; trouble is a value, never thrown through. */
export type Answer<Value> = { readonly kind: 'ok'; readonly value: Value } | Trouble;

/** Why there is no answer: the boundary said no, or nothing (whole) came back. */
export type Trouble =
  | { readonly kind: 'problem'; readonly problem: Problem; readonly retryAfterSeconds?: number }
  | { readonly kind: 'unreachable'; readonly why: Unreachable; readonly detail: string };

/** `cut-off` and `garbled`: bytes came, but not a whole answer of a portal server's. */
export type Unreachable = 'network' | 'timed-out' | 'cut-off' | 'garbled' | 'stopped';

/** The bytes that came are not what a portal server sends. */
export function garbled(detail: string): Trouble {
  return { kind: 'unreachable', why: 'garbled', detail };
}

/** A Problem that this side found in an answer. */
export function problemOf(kind: Problem['kind'], title: string): Trouble {
  return { kind: 'problem', problem: { kind, title, status: 0 } };
}

/** Reads why an answer is not a yes. Gateways between here and there answer without a Problem: they are the network. */
export async function troubleOfResponse(response: Response): Promise<Trouble> {
  const problem = problemSchema.safeParse(parseJson(await response.text()));
  if (problem.success) {
    const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
    return { kind: 'problem', problem: problem.data, ...(seconds > 0 ? { retryAfterSeconds: seconds } : {}) };
  }
  if (response.status === 401) return problemOf('not-signed-in', 'Not signed in');
  const detail = `status ${String(response.status)}`;
  return [502, 503, 504].includes(response.status)
    ? { kind: 'unreachable', why: 'network', detail }
    : garbled(`an answer without a Problem, ${detail}`);
}

/** What a rejected fetch or a broken stream comes to. */
export function troubleOfError(error: unknown): Trouble {
  const name = error instanceof Error ? error.name : '';
  const detail = error instanceof Error ? error.message : String(error);
  if (name === 'TimeoutError') return { kind: 'unreachable', why: 'timed-out', detail };
  return { kind: 'unreachable', why: name === 'AbortError' ? 'stopped' : 'network', detail };
}

/** JSON or undefined; text from outside is never trusted to be JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
