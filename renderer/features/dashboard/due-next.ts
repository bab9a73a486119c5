import type { RowFacts } from '../../../shared/domain/case/list-filter.ts';
import type { Action } from '../../../shared/domain/dashboard/actions.ts';
import type { Target } from '../../../shared/domain/task/task.ts';
import { isInScope, isLookedAt, type Look } from './count-actions.ts';

/** Something with a target, and the case it is in. */
export interface DueLine {
  readonly facts: RowFacts;
  readonly action: Action & { readonly target: Target };
}

/** What is due next, the longest overdue first; a case is named once, for its most urgent thing to do. */
export function dueNext(rows: readonly RowFacts[], look: Look, lines: number): readonly DueLine[] {
  return rows
    .filter((facts) => isLookedAt(facts, look))
    .flatMap((facts) => mostUrgent(facts, look))
    .toSorted(byDue)
    .slice(0, lines);
}

function mostUrgent(facts: RowFacts, { scope }: Look): readonly DueLine[] {
  let first: DueLine | null = null;
  for (const action of facts.actions) {
    if (!hasTarget(action) || !isInScope(action, scope)) continue;
    if (first === null || action.target.due < first.action.target.due) first = { facts, action };
  }
  return first ? [first] : [];
}

function hasTarget(action: Action): action is Action & { readonly target: Target } {
  return action.target !== null;
}

function byDue(one: DueLine, other: DueLine): number {
  const [due, otherDue] = [one.action.target.due, other.action.target.due];
  if (due !== otherDue) return due < otherDue ? -1 : 1;
  return one.facts.row.number < other.facts.row.number ? -1 : 1;
}
