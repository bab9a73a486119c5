import { the, whoeverHas, type Policies } from '../rights/policy.ts';

/** Who may what with categories of offices. Which office is the better one is for the insurer's seniors to say (domain.md §1.4). */
export const categoryPolicies = {
  'office.categorise': the('insurer', { fromLevel: 5 }),
  'offices.categories': whoeverHas('offices.categories'),
} as const satisfies Policies;
