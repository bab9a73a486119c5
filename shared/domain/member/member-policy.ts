import { either, the, theCompanyAdmin, type Policies } from '../rights/policy.ts';

/** Who may what with members. Who may approve up to what is for the insurer's seniors (domain.md §1.4, docs/decisions/0021). */
export const memberPolicies = {
  'member.mark': the('insurer', { fromLevel: 5 }),
  'member.change': either(the('insurer'), theCompanyAdmin()),
} as const satisfies Policies;
