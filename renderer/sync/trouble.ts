import { problemRemedies } from '../../shared/contract/problem.ts';
import type { Trouble } from '../portal/answer.ts';

/** What a trouble means for the loop. */
export type Setback =
  /** Nothing can be asked of the portal server just now; `code` is for whoever is asked for help. */
  | { readonly kind: 'offline'; readonly words: string; readonly code?: string; readonly retryAfterSeconds?: number }
  | { readonly kind: 'signed-out'; readonly words: string }
  /** The portal server answers, but this cannot be done; tried again later. */
  | { readonly kind: 'trouble'; readonly words: string; readonly retryAfterSeconds?: number };

/** Each Problem has exactly one remedy (design.md §7). */
export function setbackOf(trouble: Trouble): Setback {
  const { retryAfterSeconds } = trouble;
  const later = retryAfterSeconds ? { retryAfterSeconds } : {};
  if (trouble.kind === 'unreachable')
    return { kind: 'offline', words: unreachableWords[trouble.why], code: trouble.detail, ...later };
  const { kind, title, detail } = trouble.problem;
  if (kind === 'unavailable') return { kind: 'offline', words: title, ...(detail ? { code: detail } : {}), ...later };
  const words = detail ? `${title} ${detail}` : title;
  return problemRemedies[kind] === 'sign-in-first'
    ? { kind: 'signed-out', words }
    : { kind: 'trouble', words, ...later };
}

const unreachableWords = {
  network: 'The portal server cannot be reached.',
  'timed-out': 'The portal server did not answer in time.',
  'cut-off': 'The connection broke in the middle of an answer.',
  garbled: 'Something else than the portal server answered.',
  stopped: 'Stopped.',
} as const;

/** Worse first: what the status line tells when several things went wrong. */
export function worse(one: Setback | null, other: Setback | null): Setback | null {
  const rank = (setback: Setback | null): number =>
    setback === null ? 0 : { trouble: 1, offline: 2, 'signed-out': 3 }[setback.kind];
  return rank(other) > rank(one) ? other : one;
}
