import { plural, t } from '@lingui/core/macro';
import type { CommandsSaid, DoneIn, LogSaid, NoticesSaid } from '../family-words.ts';
import { listText, moneyText } from '../figures.ts';
import { filePart, noted, reasonPart } from '../typed-parts.ts';

/** The commands about budgets. */
export const budgetCommands = {
  'submit-budget': {
    words: () => ({ label: t`Send budget for approval`, thing: t`A budget sent for approval` }),
    typed: ({ money, description, comment, reason = '', file }) => [
      { label: t`Amount`, value: moneyText(money) },
      { label: t`Description`, value: description },
      ...noted(t`Reason for the change`, reason),
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
  'approve-budgets': {
    words: () => ({ label: t`Approve budgets`, thing: t`Approval of several budgets` }),
    typed: ({ budgets }) => [{ label: t`Amounts`, value: listText(budgets.map(({ money }) => moneyText(money))) }],
    done: ({ budgets }) => plural(budgets.length, { one: 'Approved # budget', other: 'Approved # budgets' }),
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
  'recall-budget': {
    words: () => ({ label: t`Recall budget`, thing: t`A budget recalled` }),
    typed: ({ comment }) => noted(t`Comment`, comment),
    done: ({ budget }, place) => {
      const amount = amountOf(budget, place);
      return t`Recalled the budget of ${amount}`;
    },
  },
  'check-approval': {
    words: () => ({ label: t`Look at an approval`, thing: t`An approval looked at` }),
    typed: () => [],
    done: ({ budget }, place) => {
      const amount = amountOf(budget, place);
      return t`Looked at the approval of ${amount}`;
    },
  },
} satisfies Partial<CommandsSaid>;

/** The lines that they leave in the log. */
export const budgetLog = {
  'budget-submitted': ({ who, budget, version, office }) =>
    office
      ? t`${who} sent version ${version} of the budget “${budget}” for approval on behalf of ${office}.`
      : t`${who} sent version ${version} of the budget “${budget}” for approval.`,
  'budget-approved': ({ who, budget, version, own }) =>
    own
      ? t`${who} approved version ${version} of the budget “${budget}” of their own company.`
      : t`${who} approved version ${version} of the budget “${budget}”.`,
  'budget-rejected': ({ who, budget, version }) => t`${who} rejected version ${version} of the budget “${budget}”.`,
  'budget-forwarded': ({ who, budget, version }) =>
    t`${who} forwarded version ${version} of the budget “${budget}” to the insurer.`,
  'approval-checked': ({ who, budget, version }) =>
    t`${who} looked at the approval of version ${version} of the budget “${budget}”.`,
  'budget-recalled': ({ who, budget, version }) => t`${who} recalled version ${version} of the budget “${budget}”.`,
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
  'budget-entered': () => ({
    title: t`A budget was entered for your office`,
    next: t`Look at it; you can recall it until it is decided.`,
  }),
  'budget-recalled': () => ({ title: t`A budget was recalled`, next: t`It waits for no decision any more.` }),
} satisfies Partial<NoticesSaid>;

function amountOf(id: string, { case: subject }: DoneIn): string {
  const budget = subject.budgets.find((each) => each.id === id);
  return budget ? moneyText(budget.money) : '';
}
