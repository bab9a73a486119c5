import type { NoticeSaid } from '../notice-said.ts';

/** The lines that what happens to work plans leaves in the log. */
export const workPlanLines = [
  'work-plan-edited',
  'work-items-submitted',
  'work-items-decided',
  'partial-approval-accepted',
  'work-plan-ready',
] as const;

/** What people are told of work plans. */
export const workPlanNotices = {
  'work-plan-edited': {
    mail: {
      subject: 'Your work plan was changed',
      text: 'The insurer has changed the work plan of a task of your office.',
    },
    asks: [],
  },
  'work-plan-ready': {
    mail: { subject: 'A work plan is ready', text: 'The first work plan of a task is ready to be looked at.' },
    asks: [],
  },
  'budget-partly-approved': {
    mail: {
      subject: 'A budget was approved in part',
      text: 'Some work items of a budget were approved, and others rejected.',
    },
    asks: ['enter-budget'],
  },
} as const satisfies Readonly<Record<string, NoticeSaid>>;
