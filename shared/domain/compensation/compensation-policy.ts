import { either, the, whoeverHas, type Policies } from '../rights/policy.ts';

/** Who decides on compensation, who takes that back, and who says how it is decided. */
export const compensationPolicies = {
  'decision.make': whoeverHas('decision.make'),
  'decision.reverse': the('insurer'),
  'portal.changeCompensation': either(the('operator'), the('insurer', { fromLevel: 5 })),
} as const satisfies Policies;
