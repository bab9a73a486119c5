import { either, somebodyOfTheCompanyWith, the, type Policies } from '../rights/policy.ts';

const whoEntersBudgets = somebodyOfTheCompanyWith('the task', {
  fromLevel: 2,
  orResponsible: true,
  withBudgetPermission: true,
});

/** Who may what with work plans. */
export const workPlanPolicies = {
  // Right 7 is for portals without work plans: nobody but the insurer plans for another partner (seed).
  'plan.edit': either(the('insurer'), whoEntersBudgets),
  'plan.submit': whoEntersBudgets,
} as const satisfies Policies;
