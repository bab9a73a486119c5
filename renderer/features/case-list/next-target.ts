import type { RowFacts } from '../../../shared/domain/case/list-filter.ts';
import type { ActionKind } from '../../../shared/domain/dashboard/actions.ts';
import type { Target } from '../../../shared/domain/task/task.ts';

/** The next target of a case: ours where the viewer has something to do with a target, else anybody's. */
export interface NextTarget {
  readonly target: Target;
  readonly ours: boolean;
  /** What it is about, where it is the viewer's. */
  readonly kind: ActionKind | null;
}

/** Finds the target that is due first. */
export function nextTarget(facts: RowFacts): NextTarget | null {
  const known = found.get(facts);
  if (known !== undefined) return known;
  const next = find(facts);
  found.set(facts, next);
  return next;
}

// Sorting and every painting of a row ask for it; the facts are new objects whenever they change.
const found = new WeakMap<RowFacts, NextTarget | null>();

function find({ row, actions }: RowFacts): NextTarget | null {
  if (row.state !== 'open') return null;
  let first: NextTarget | null = null;
  for (const { kind, target } of actions) {
    if (target && (first === null || target.due < first.target.due)) first = { target, ours: true, kind };
  }
  if (first) return first;
  for (const { target } of [row.role, ...row.tasks, ...row.budgets].filter((each) => each !== null)) {
    if (target && (first === null || target.due < first.target.due)) first = { target, ours: false, kind: null };
  }
  return first;
}
