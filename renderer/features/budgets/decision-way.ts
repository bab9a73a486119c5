import type { Budget } from '../../../shared/domain/budget/budget.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';

/** What can be decided about a budget that waits. */
export type DecisionWay = 'approve' | 'reject' | 'forward';

/** What is typed with it. */
interface Typed {
  readonly reason: string;
  readonly note: string;
}

/** The command of a decision about the version that is seen. */
export function decisionCommand(way: DecisionWay, budget: Budget, typed: Typed): CaseCommand {
  const of = { budget: budget.id, version: budget.version };
  if (way === 'reject') return { name: 'reject-budget', input: { ...of, reason: typed.reason.trim() } };
  if (way === 'forward') return { name: 'forward-budget', input: { ...of, note: typed.note.trim() } };
  return { name: 'approve-budget', input: { ...of, money: moneyThatWaits(budget) } };
}

/** Of a plan that was decided on in part that is less than what was sent. */
function moneyThatWaits({ money, waiting }: Budget): Money {
  return { ...money, amount: waiting ?? money.amount };
}

/** The approval of many, in the order in which they stand. */
export function approvalOf(budgets: readonly Budget[]): CaseCommand {
  return {
    name: 'approve-budgets',
    input: {
      budgets: budgets.map((each) => ({ budget: each.id, version: each.version, money: moneyThatWaits(each) })),
    },
  };
}
