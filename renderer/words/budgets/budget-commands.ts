import { t } from '@lingui/core/macro';
import type { CommandsSaid, DoneIn, LogSaid, NoticesSaid } from '../family-words.ts';
import { moneyText } from '../figures.ts';
import { filePart, noted, reasonPart } from '../typed-parts.ts';

/** The commands about budgets. */
export const budgetCommands = {
  'submit-budget': {
    words: () => ({ label: t`Send budget for approval`, thing: t`A budget sent for approval` }),
    typed: ({ money, description, comment, file }) => [
      { label: t`Amount`, value: moneyText(money) },
      { label: t`Description`, value: description },
      ...noted(t`Comment`, comment),
      filePart(file),
    ],
    done: ({ money }) => {
      const amount = moneyText(money);
      return t`Sent ${amount} for approval`;
    },
  },
  'approve-budget': {
    words: () => ({ label: t`Approve budget`, thing: t`Approval of a budget` }),
    typed: ({ money }) => [{ label: t`Amount`, value: moneyText(money) }],
    done: ({ money }) => {
      const amount = moneyText(money);
      return t`Approved ${amount}`;
    },
  },
  'reject-budget': {
    words: () => ({ label: t`Reject budget`, thing: t`Rejection of a budget` }),
    typed: ({ reason }) => [reasonPart(reason)],
    done: ({ budget }, place) => {
      const amount = amountOf(budget, place);
      return t`Rejected the budget of ${amount}`;
    },
  },
  'forward-budget': {
    words: () => ({ label: t`Forward to insurer`, thing: t`A budget forwarded to the insurer` }),
    typed: ({ note }) => noted(t`Note`, note),
    done: ({ budget }, place) => {
      const amount = amountOf(budget, place);
      const insurer = place.standing.portalName;
      return t`Forwarded the budget of ${amount} to ${insurer}`;
    },
  },
} satisfies Partial<CommandsSaid>;

/** The lines that they leave in the log. */
export const budgetLog = {
  'budget-submitted': ({ who, budget, version }) =>
    t`${who} sent version ${version} of the budget “${budget}” for approval.`,
  'budget-approved': ({ who, budget, version, own }) =>
    own
      ? t`${who} approved version ${version} of the budget “${budget}” of their own company.`
      : t`${who} approved version ${version} of the budget “${budget}”.`,
  'budget-rejected': ({ who, budget, version }) => t`${who} rejected version ${version} of the budget “${budget}”.`,
  'budget-forwarded': ({ who, budget, version }) =>
    t`${who} forwarded version ${version} of the budget “${budget}” to the insurer.`,
} satisfies Partial<LogSaid>;

/** What people are told of it. */
export const budgetNotices = {
  'budget-submitted': () => ({ title: t`A budget waits for a decision`, next: t`Look at it and decide.` }),
  'budget-approved': () => ({ title: t`A budget is approved`, next: t`The work may go on.` }),
  'budget-rejected': () => ({ title: t`A budget is rejected`, next: t`Read the reason and send a new version.` }),
  'budget-forwarded': () => ({
    title: t`A budget was forwarded to you`,
    next: t`It is above the limit of the External case handler.`,
  }),
} satisfies Partial<NoticesSaid>;

function amountOf(id: string, { case: subject }: DoneIn): string {
  const budget = subject.budgets.find((each) => each.id === id);
  return budget ? moneyText(budget.money) : '';
}
