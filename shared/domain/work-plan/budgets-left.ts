import type { Budget } from '../budget/budget.ts';
import { closed } from '../budget/settle-budget.ts';
import type { Case } from '../case/case.ts';
import type { CaseQuestion } from '../decision.ts';
import type { BudgetId } from '../ids.ts';
import { personRef } from '../member/standing.ts';
import { addedByItems, waitingItems } from './items-decided.ts';

/**
 * The budgets of a case when items that waited left these: what waits on is summed anew. Where nothing waits on, it is as
 * it was decided as far as anything was, else as if it had been recalled.
 */
export function budgetsLeft(
  question: CaseQuestion,
  left: ReadonlySet<BudgetId>,
  after: Pick<Case, 'workItems'>,
): readonly Budget[] {
  return question.case.budgets.map((budget) => (left.has(budget.id) ? budgetLeft(question, budget, after) : budget));
}

function budgetLeft(question: CaseQuestion, budget: Budget, after: Pick<Case, 'workItems'>): Budget {
  const { case: subject, standing, stamp } = question;
  const waiting = waitingItems(after, budget);
  if (waiting.length > 0) return { ...budget, waiting: addedByItems(subject, waiting), revision: stamp.id };
  const { approvals, rejection } = budget;
  const waitsNoMore = { ...closed({ ...question, budget }), rejection, waiting: 0 };
  if (approvals.length > 0) return { ...waitsNoMore, state: 'approved' };
  if (rejection) return { ...waitsNoMore, state: 'rejected' };
  return { ...waitsNoMore, state: 'recalled', recall: { by: personRef(standing), comment: '', at: stamp.at } };
}
