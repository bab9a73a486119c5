import { either, the, type Policies } from '../rights/policy.ts';

/** Who steers a portal. What binds everybody's targets is for the insurer's seniors (domain.md §1.4). */
export const portalPolicies = {
  'portal.changeRights': the('operator'),
  // With them it is said which rights have an effect, as by a right itself.
  'portal.changeWorkPlans': the('operator'),
  'portal.setUp': the('operator'),
  'portal.changeCalendar': either(the('operator'), the('insurer', { fromLevel: 5 })),
  'portal.changeAllocation': either(the('operator'), the('insurer', { fromLevel: 5 })),
  // What customers are paid is the insurer's own.
  'portal.changeSettlementRules': either(the('operator'), the('insurer', { fromLevel: 5 })),
} as const satisfies Policies;
