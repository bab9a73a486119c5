import { t } from '@lingui/core/macro';
import type { CommandsSaid, DoneIn } from '../family-words.ts';
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

function amountOf(id: string, { case: subject }: DoneIn): string {
  const budget = subject.budgets.find((each) => each.id === id);
  return budget ? moneyText(budget.money) : '';
}
