import { either, the, type Policies } from '../rights/policy.ts';

/** Who keeps a portal's price lists: they bind what everybody's work costs, so the insurer's seniors (domain.md §1.4). */
export const priceListPolicies = {
  'portal.changePriceLists': either(the('operator'), the('insurer', { fromLevel: 5 })),
} as const satisfies Policies;
