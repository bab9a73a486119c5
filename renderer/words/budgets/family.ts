import { t } from '@lingui/core/macro';
import { IconArrowForwardUp, IconCoins, IconFileInvoice, IconZoomCheck } from '@tabler/icons-react';
import type { FamilyWords } from '../family-words.ts';
import { budgetCommands, budgetLog, budgetNotices } from './budget-commands.ts';

/** What is said of budgets. */
export const budgetWords = {
  commands: budgetCommands,
  log: budgetLog,
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
    'check-approvals': () => ({
      row: t`Approvals to look at`,
      one: t`Approval to look at`,
      next: t`Look at it`,
      icon: IconZoomCheck,
    }),
    'enter-budget': () => ({
      row: t`Enter the budget`,
      one: t`Enter the budget`,
      next: t`Enter the budget`,
      icon: IconFileInvoice,
    }),
  },
  notices: budgetNotices,
} satisfies FamilyWords;
