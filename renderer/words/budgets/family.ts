import { t } from '@lingui/core/macro';
import { IconArrowForwardUp, IconCoins, IconFileInvoice } from '@tabler/icons-react';
import type { FamilyWords } from '../family-words.ts';
import { budgetCommands } from './budget-commands.ts';

/** What is said of budgets. */
export const budgetWords = {
  commands: budgetCommands,
  log: {
    'budget-submitted': ({ who, budget, version }) =>
      t`${who} sent version ${version} of the budget “${budget}” for approval.`,
    'budget-approved': ({ who, budget, version, own }) =>
      own
        ? t`${who} approved version ${version} of the budget “${budget}” of their own company.`
        : t`${who} approved version ${version} of the budget “${budget}”.`,
    'budget-rejected': ({ who, budget, version }) => t`${who} rejected version ${version} of the budget “${budget}”.`,
    'budget-forwarded': ({ who, budget, version }) =>
      t`${who} forwarded version ${version} of the budget “${budget}” to the insurer.`,
  },
  actions: {
    'forwarded-budgets': () => ({
      row: t`Budgets forwarded to you`,
      one: t`Budget forwarded to you`,
      next: t`Decide`,
      icon: IconArrowForwardUp,
    }),
    'decide-budgets': () => ({
      row: t`Budgets to approve`,
      one: t`Budget to approve`,
      next: t`Decide`,
      icon: IconCoins,
    }),
    'enter-budget': () => ({
      row: t`Enter the budget`,
      one: t`Enter the budget`,
      next: t`Enter the budget`,
      icon: IconFileInvoice,
    }),
  },
  notices: {
    'budget-submitted': () => ({ title: t`A budget waits for a decision`, next: t`Look at it and decide.` }),
    'budget-approved': () => ({ title: t`A budget is approved`, next: t`The work may go on.` }),
    'budget-rejected': () => ({ title: t`A budget is rejected`, next: t`Read the reason and send a new version.` }),
    'budget-forwarded': () => ({
      title: t`A budget was forwarded to you`,
      next: t`It is above the limit of the External case handler.`,
    }),
  },
} satisfies FamilyWords;
