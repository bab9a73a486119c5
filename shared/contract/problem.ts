import { z } from 'zod';

/** What the boundary can say no with, each mapped to exactly one remedy (design.md §7). */
export const problemRemedies = {
  'not-signed-in': 'sign-in-first',
  'session-ended': 'sign-in-first',
  'wrong-credentials': 'give-to-user',
  'slow-down': 'retry-later',
  'other-account': 'sign-in-first',
  'app-too-old': 'update-app',
  'not-understood': 'give-to-user',
  'not-found': 'give-to-user',
  'not-allowed': 'give-to-user',
  'too-large': 'give-to-user',
  'unsupported-media': 'give-to-user',
  'hash-differs': 'retry-later',
  unavailable: 'retry-later',
  fault: 'retry-later',
} as const;

/** A Problem's kind. */
export type ProblemKind = keyof typeof problemRemedies;

const kinds = Object.keys(problemRemedies) as [ProblemKind, ...ProblemKind[]];

/** `application/problem+json` (RFC 9457), with our closed `kind`. */
export const problemSchema = z.looseObject({
  kind: z.enum(kinds),
  title: z.string(),
  detail: z.string().optional(),
  status: z.int(),
  /** Where a body or a query did not parse: path and message, in words. */
  issues: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  /** How many more were found than `issues` names. */
  moreIssues: z.int().optional(),
});

/** A Problem as it crosses. */
export type Problem = z.infer<typeof problemSchema>;
