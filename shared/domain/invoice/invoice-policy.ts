import { somebodyOfTheCompanyWith, the, type Policies } from '../rights/policy.ts';

/** Who may what with invoices. No right of a partner role approves one (domain.md §6.4). */
export const invoicePolicies = {
  'invoice.enter': somebodyOfTheCompanyWith('the task', {
    fromLevel: 2,
    orResponsible: true,
    withBudgetPermission: true,
  }),
  'invoice.approve': the('insurer'),
} as const satisfies Policies;
