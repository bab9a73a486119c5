import { isOfItems, type Budget } from '../../../shared/domain/budget/budget.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { waitingItems } from '../../../shared/domain/work-plan/items-decided.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';

/** The budgets of items of which some wait for a decision. */
export function waitingPlans({ content }: OpenCase): readonly Budget[] {
  return content.case.budgets.filter((budget) => isOfItems(budget) && budget.state === 'submitted');
}

/** Asks for the right alone: rejecting needs no headroom, and what is above the limit is opened and forwarded. */
export function decidingProbe(budget: Budget, { content }: OpenCase): CaseCommand {
  const { id, version, money } = budget;
  const rejected = waitingItems(content.case, budget);
  return {
    name: 'decide-work-items',
    input: { budget: id, version, money: { ...money, amount: 0 }, approved: [], rejected, reason: 'x' },
  };
}
