import { itemsPage } from '../case/items-page.ts';
import { approveBudget, type ApproveBudget } from './decide-budget.ts';

/** So many budgets at most are named by one command. */
export const mostBudgetsAtOnce = 50;

/** Approves many budgets of a case in the order in which they were seen, each by itself (domain.md §6.3). */
export interface ApproveBudgets {
  readonly budgets: readonly ApproveBudget[];
}

/** The page of `approve-budgets`: each against what the ones before leave of the limit; what is above it stops none of the others. */
export const approveBudgets = itemsPage<ApproveBudgets, ApproveBudget, true>({
  each: approveBudget,
  eachByItself: true,
  split: ({ budgets }) => budgets.map((each) => ({ item: each.budget, input: each })),
  only: ({ budgets }, isKept) => ({ budgets: budgets.filter(({ budget }) => isKept(budget)) }),
});
