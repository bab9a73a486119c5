import {
  budgetPage,
  otherVersion,
  standsSince,
  stepOfBudget,
  factsOf,
  type BudgetQuestion,
  type OnBudget,
} from '../budget/budget-page.ts';
import { approvingRefusal, limitRefusal, toldOfDecision } from '../budget/decide-budget.ts';
import { bindingAmount, isOfItems } from '../budget/budget.ts';
import { ownCompanyFlag } from '../decision.ts';
import type { WorkItemId } from '../ids.ts';
import type { Money } from '../money.ts';
import { stale } from '../overwriting.ts';
import type { Refusal } from '../rights/refusal.ts';
import { addedByItems, itemsDecided, waitingItems } from './items-decided.ts';

/** Decides on work items of a budget: some of them, the others wait on (domain.md §3.3 row 9; §15 right 8). */
export interface DecideWorkItems extends OnBudget {
  /** What the approved ones add to what is in force: less than nothing where they lower it. */
  readonly money: Money;
  readonly approved: readonly WorkItemId[];
  readonly rejected: readonly WorkItemId[];
  /** Why some are rejected; empty where none is. */
  readonly reason: string;
}

/** The page of `decide-work-items`: right, own-company rule, gate, seen version, then the limit for what is approved. */
export const decideWorkItems = budgetPage<DecideWorkItems>({
  ...stepOfBudget,
  reads: [...stepOfBudget.reads, 'decision'],
  check: (asked, { approved }) => {
    if (!isOfItems(asked.budget)) return { code: 'case-not-found', grantor: 'nobody' };
    return approved.length > 0 ? approvingRefusal(asked) : null;
  },
  limits: (asked, input) => otherVersion(asked, input) ?? otherItems(asked, input) ?? limitOf(asked, input),
  apply: itemsDecided,
  log: (asked, { approved, rejected, reason }) => ({
    what: 'work-items-decided',
    facts: {
      ...factsOf(asked.budget),
      approved: String(approved.length),
      rejected: String(rejected.length),
      ...(reason === '' ? {} : { reason }),
      ...ownCompanyFlag(asked, asked.budget.company),
    },
    company: asked.budget.company,
  }),
  tells: (asked, { approved, rejected }) =>
    toldOfDecision(
      asked,
      rejected.length === 0 ? 'budget-approved' : approved.length === 0 ? 'budget-rejected' : 'budget-partly-approved',
    ),
});

/** Items that wait for no decision with this budget, or an amount that is not theirs, were not seen like this. */
function otherItems(asked: BudgetQuestion, { approved, rejected, money }: DecideWorkItems): Refusal | null {
  const { case: subject, budget } = asked;
  if (money.currency !== budget.money.currency)
    return { code: 'currency-differs', grantor: 'nobody', expected: budget.money.currency };
  const waiting = new Set(waitingItems(subject, budget));
  const known = [...approved, ...rejected].every((id) => waiting.has(id));
  return known && addedByItems(subject, approved) === money.amount ? null : stale(standsSince(budget));
}

function limitOf(asked: BudgetQuestion, { approved, money }: DecideWorkItems): Refusal | null {
  return approved.length === 0 ? null : limitRefusal(asked, (bindingAmount(asked.budget) ?? 0) + money.amount);
}
