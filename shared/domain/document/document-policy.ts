import { everybodyWhoWorksInTheCase, type Policies } from '../rights/policy.ts';

/** Who may what with documents. */
export const documentPolicies = {
  'document.add': everybodyWhoWorksInTheCase(),
} as const satisfies Policies;
