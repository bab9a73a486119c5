import type { NoticeSaid } from '../notice-said.ts';

/** The lines that settling with the customer leaves in the log. */
export const settlementLines = [
  'items-settled',
  'task-settled',
  'settlement-bound',
  'items-returned',
  'customer-answered',
] as const;

/** What people are told of it: partners never what the customer gets. */
export const settlementNotices = {
  'items-to-customer': {
    mail: {
      subject: 'Work items went to the customer',
      text: 'Work items of your office went to the customer. They are not yours to do any more.',
    },
    asks: [],
  },
  'task-settled': {
    mail: {
      subject: 'A task went to the customer',
      text: 'All that was left of a task of your office went to the customer. Nothing is left to do for it.',
    },
    asks: [],
  },
  'items-returned': {
    mail: {
      subject: 'Work items are yours again',
      text: 'Work items that had gone to the customer are with your office again.',
    },
    asks: ['enter-budget', 'start', 'ongoing'],
  },
  'settlement-provisional': {
    mail: {
      subject: 'A settlement waits for approval',
      text: 'Work items went to the customer for more than was approved, which waits for who may approve it.',
    },
    asks: ['bind-settlements'],
  },
} as const satisfies Readonly<Record<string, NoticeSaid>>;
