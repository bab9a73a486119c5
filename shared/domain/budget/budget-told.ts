import type { NoticeSaid } from '../notice-said.ts';

/** The lines that what happens to budgets leaves in the log. */
export const budgetLines = [
  'budget-submitted',
  'budget-approved',
  'budget-rejected',
  'budget-forwarded',
  'budget-recalled',
  'approval-checked',
] as const;

/** What people are told of budgets. */
export const budgetNotices = {
  'budget-submitted': {
    mail: { subject: 'A budget waits for approval', text: 'A budget was submitted.' },
    asks: ['decide-budgets', 'forwarded-budgets'],
  },
  'budget-approved': {
    mail: { subject: 'A budget was approved', text: 'A budget was approved.' },
    asks: ['start'],
  },
  'budget-rejected': {
    mail: { subject: 'A budget was rejected', text: 'A budget was rejected.' },
    asks: ['enter-budget'],
  },
  'budget-forwarded': {
    mail: {
      subject: 'A budget was forwarded to you',
      text: 'A budget is above the approval limit of the External case handler and was forwarded to you.',
    },
    asks: ['forwarded-budgets'],
  },
  'budget-entered': {
    mail: {
      subject: 'A budget was entered for your office',
      text: 'A budget was entered on behalf of your office and waits for approval.',
    },
    asks: [],
  },
  'budget-recalled': {
    mail: { subject: 'A budget was recalled', text: 'A budget was taken back before it was decided on.' },
    asks: [],
  },
} as const satisfies Readonly<Record<string, NoticeSaid>>;
