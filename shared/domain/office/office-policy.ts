import { either, the, theCompanyAdmin, whoRunsTheOffice, type Policies } from '../rights/policy.ts';

/** Who may what with offices (domain.md §1.2, §1.4). */
export const officePolicies = {
  'office.change': either(the('insurer'), theCompanyAdmin(), whoRunsTheOffice()),
} as const satisfies Policies;
