/** The parts of a case that are given or kept back one by one; the header is always given. */
export type CasePart =
  'tasks' | 'customer' | 'cover' | 'budgets' | 'other-budgets' | 'chat' | 'documents' | 'log' | 'other-log';
