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
