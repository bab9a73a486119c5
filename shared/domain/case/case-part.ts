/** The parts of a case that are given or kept back one by one; the header is always given. */
export const caseParts = [
  'tasks',
  'customer',
  'cover',
  'budgets',
  'other-budgets',
  'chat',
  'documents',
  'log',
  'other-log',
] as const;

/** One of them. */
export type CasePart = (typeof caseParts)[number];

/**
 * What a reader may be given: parts of the case, the brief of a role that waits, which is no part of it, and what was
 * asked for, which no decision is taken on but to ask again, the grounds of a decision that is made, what was said of
 * other companies' tasks, and what went to the customer.
 */
export type GivenPart = CasePart | 'brief' | 'asks' | 'other-asks' | 'grounds' | 'other-words' | 'settlements';
