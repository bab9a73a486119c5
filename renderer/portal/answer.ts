import { problemSchema, type Problem } from '../../shared/contract/problem.ts';

/** What came of asking the portal server; trouble is a value, never thrown through. */
export type Answer<Value> = { readonly kind: 'ok'; readonly value: Value } | Trouble;

/** Why there is no answer: the boundary said no, or nothing (whole) came back. */
export type Trouble =
  | { readonly kind: 'problem'; readonly problem: Problem; readonly retryAfterSeconds?: number }
  | {
      readonly kind: 'unreachable';
      readonly why: Unreachable;
      readonly detail: string;
      readonly retryAfterSeconds?: number;
    };

/** `cut-off` and `garbled`: bytes came, but not a whole answer of a portal server's. */
export type Unreachable = 'network' | 'timed-out' | 'cut-off' | 'garbled' | 'stopped';

/** The bytes that came are not what a portal server sends. */
export function garbled(detail: string): Trouble {
  return { kind: 'unreachable', why: 'garbled', detail };
}

/** Text that should have been our JSON: one that begins as JSON and does not end was cut, anything else is somebody else's. */
export function unreadable(text: string, detail: string): Trouble {
  const isCut = text === '' || (text.startsWith('{') && parseJson(text) === undefined);
  return isCut ? { kind: 'unreachable', why: 'cut-off', detail } : garbled(detail);
}

/** A Problem that this side found in an answer. */
export function problemOf(kind: Problem['kind'], title: string, detail?: string): Trouble {
  return { kind: 'problem', problem: { kind, title, status: 0, ...(detail === undefined ? {} : { detail }) } };
}

/** Reads why an answer is not a yes. Gateways between here and there answer without a Problem: they are the network. */
export async function troubleOfResponse(response: Response): Promise<Trouble> {
  const problem = problemSchema.safeParse(parseJson(await response.text()));
  const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
  const later = seconds > 0 ? { retryAfterSeconds: seconds } : {};
  if (problem.success) return { kind: 'problem', problem: problem.data, ...later };
  // The one thing a gateway knows about what was asked, and the same at the next try.
  if (response.status === 413) return problemOf('too-large', 'This is too large for a gateway on the way.');
  const detail = `status ${String(response.status)}`;
  return [502, 503, 504].includes(response.status)
    ? { kind: 'unreachable', why: 'network', detail, ...later }
    : { ...garbled(`an answer without a Problem, ${detail}`), ...later };
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
