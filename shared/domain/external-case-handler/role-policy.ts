import { somebodyOfTheCompanyWith, the, type Policies } from '../rights/policy.ts';

/** Who may what with the External Case Handler role of a case: who has it cannot hand it on (seed; domain.md §5.3). */
export const rolePolicies = {
  'role.assignOffice': the('insurer'),
  'role.assignUser': somebodyOfTheCompanyWith('the role', { fromLevel: 2 }),
  'role.decline': somebodyOfTheCompanyWith('the role', { fromLevel: 2 }),
} as const satisfies Policies;
