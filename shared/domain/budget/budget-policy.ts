import {
  either,
  forAnotherPartner,
  somebodyOfTheCompanyWith,
  the,
  whoeverHas,
  type Policies,
} from '../rights/policy.ts';

/** Who may what with budgets. */
export const budgetPolicies = {
  // Right 7 enters budgets of other partners (seed).
  'budget.submit': either(
    somebodyOfTheCompanyWith('the task', { fromLevel: 2, orResponsible: true, withBudgetPermission: true }),
    forAnotherPartner('budget.onBehalf'),
  ),
  'budget.onBehalf': whoeverHas('budget.onBehalf'),
  'budget.approve': whoeverHas('budget.approve'),
  // What was drawn is looked at by the insurer, whose limit it is.
  'budget.check': the('insurer'),
} as const satisfies Policies;
