import type { Budget } from '../../../shared/domain/budget/budget.ts';

/** The one order of budgets on every screen: what was sent last stands first. */
export function latestFirst(budgets: readonly Budget[]): readonly Budget[] {
  return budgets.toSorted(
    (one, other) => other.submittedAt.localeCompare(one.submittedAt) || other.id.localeCompare(one.id),
  );
}
