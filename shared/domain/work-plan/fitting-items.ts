import { bindingAmount, type Budget } from '../budget/budget.ts';
import type { CaseQuestion } from '../decision.ts';
import type { WorkItemId } from '../ids.ts';
import { headroom } from '../rights/may.ts';
import { isExternalCaseHandler } from '../rights/roles-in-case.ts';
import { waitingItems } from './items-decided.ts';
import { addedBy, valuesOf } from './plan-items.ts';

/**
 * Which waiting items of a budget somebody's limit lets pass ("these 12 fit your limit"): one after the other in the order
 * in which they are seen, each that still fits beside those before it. All of them where no limit binds the person.
 */
export function fittingItems(
  { standing, case: subject }: Pick<CaseQuestion, 'standing' | 'case'>,
  budget: Budget,
  inOrder: readonly WorkItemId[] = waitingItems(subject, budget),
): readonly WorkItemId[] {
  if (!isExternalCaseHandler({ standing, case: subject })) return inOrder;
  const values = valuesOf(subject);
  const fitting: WorkItemId[] = [];
  let total = bindingAmount(budget) ?? 0;
  for (const id of inOrder) {
    const value = values.get(id);
    if (!value) continue;
    const more = total + addedBy(value);
    if (headroom(standing, subject, budget, more).over > 0) continue;
    total = more;
    fitting.push(id);
  }
  return fitting;
}
