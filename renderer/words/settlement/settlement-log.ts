import { plural, t } from '@lingui/core/macro';
import type { LogSaid, NoticesSaid } from '../family-words.ts';

/** The lines that settling with the customer leaves in the log. */
export const settlementLog = {
  'items-settled': ({ who, settledAs, own, counted: of }) => {
    const items = plural(of('count'), { one: '# work item', other: '# work items' });
    return own
      ? t`${who} gave ${items} of their own company to the customer ${settledAs}.`
      : t`${who} gave ${items} to the customer ${settledAs}.`;
  },
  'task-settled': ({ who, task }) =>
    t`Nothing of ${task} is left for the partner: ${who} gave the last of it to the customer.`,
  'settlement-bound': ({ who, settledAs, own }) =>
    own
      ? t`${who} approved the provisional amount of what went to the customer ${settledAs}, of their own company too.`
      : t`${who} approved the provisional amount of what went to the customer ${settledAs}.`,
  'items-returned': ({ who, counted: of }) => {
    const items = plural(of('count'), { one: '# work item', other: '# work items' });
    return t`${who} gave ${items} back from the customer to the partner.`;
  },
  'customer-answered': ({ who, answer, settledAs }) =>
    t`${who} wrote down what the customer said to what went there ${settledAs}: ${answer}.`,
} satisfies Partial<LogSaid>;

/** What people are told of it. */
export const settlementNotices = {
  'items-to-customer': () => ({
    title: t`Work items went to the customer`,
    next: t`They are not yours to do any more; the others stay as they are.`,
  }),
  'task-settled': () => ({
    title: t`A task went to the customer`,
    next: t`Nothing is left to do for it.`,
  }),
  'items-returned': () => ({
    title: t`Work items are yours again`,
    next: t`See what is to be done, and send what is not approved.`,
  }),
  'settlement-provisional': () => ({
    title: t`A settlement waits for approval`,
    next: t`It binds more than was approved: look at it, and approve the amount.`,
  }),
} satisfies Partial<NoticesSaid>;
