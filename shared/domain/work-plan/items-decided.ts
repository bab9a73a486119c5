import type { BudgetQuestion } from '../budget/budget-page.ts';
import { bindingAmount, type Budget } from '../budget/budget.ts';
import { isSampled } from '../budget/sampled.ts';
import { withSettled } from '../budget/settle-budget.ts';
import type { As } from '../case/case-page.ts';
import type { Case } from '../case/case.ts';
import type { WorkItemId } from '../ids.ts';
import { personRef } from '../member/standing.ts';
import { addedBy, replacing, valuesOf } from './plan-items.ts';
import type { ItemsDecision, WorkItem, WorkItemValue } from './work-plan.ts';

/** Which items are approved and which rejected, and why those. */
export type Decided = Pick<ItemsDecision, 'approved' | 'rejected' | 'reason'>;

/** The items of a budget that wait for a decision, in the order of the plan. */
export function waitingItems(
  { workItems = [] }: Pick<Case, 'workItems'>,
  { id }: Pick<Budget, 'id'>,
): readonly WorkItemId[] {
  return workItems.filter(({ budget, state }) => budget === id && state === 'submitted').map((item) => item.id);
}

/** Minor units that items would add to what is in force, were they approved. */
export function addedByItems(subject: Case, ids: readonly WorkItemId[]): number {
  const values = valuesOf(subject);
  return ids.reduce((sum, id) => {
    const value = values.get(id);
    return sum + (value ? addedBy(value) : 0);
  }, 0);
}

/** A case with items of a budget decided on: the budget waits on while others of it do. */
export function itemsDecided(
  asked: BudgetQuestion & As,
  { approved, rejected, reason }: Decided,
): Pick<Case, 'budgets' | 'tasks' | 'workItems' | 'workValues'> {
  const { case: subject, stamp } = asked;
  const [yes, no] = [new Set(approved), new Set(rejected)];
  const { workItems = [], workValues = [] } = subject;
  const decided = workItems
    .filter(({ id }) => yes.has(id) || no.has(id))
    .map((item): WorkItem => ({ ...item, state: yes.has(item.id) ? 'approved' : 'rejected', revision: stamp.id }));
  const after = replacing(workItems, decided);
  const values = [...valuesOf(subject).values()].filter(({ id }) => yes.has(id)).map(inForce(subject));
  const budget = budgetAfter(asked, { approved, rejected, reason }, waitingItems({ workItems: after }, asked.budget));
  return { ...withSettled(asked, budget, after), workItems: after, workValues: replacing(workValues, values) };
}

function inForce({ workItems = [] }: Case): (value: WorkItemValue) => WorkItemValue {
  const quantities = new Map(workItems.map(({ id, amountOf }) => [id, amountOf]));
  return (value) => {
    const { id, amount, unitPrice } = value;
    return { ...value, approved: { amount, unitPrice, quantity: quantities.get(id) ?? 0 } };
  };
}

function budgetAfter(asked: BudgetQuestion & As, decision: Decided, left: readonly WorkItemId[]): Budget {
  const { case: subject, budget, standing, stamp, as } = asked;
  const { version, approvals, rejection } = budget;
  const [by, at] = [personRef(standing), stamp.at];
  const previous = bindingAmount(budget) ?? 0;
  const amount = previous + addedByItems(subject, decision.approved);
  const sampled = isSampled(asked, budget) ? { sampled: true as const } : {};
  const approval = { version, by, as, amount, previous, at, ...sampled };
  const now = decision.approved.length === 0 ? approvals : [...approvals, approval];
  const settled: Partial<Budget> =
    left.length > 0 ? {} : { state: now.length > 0 ? 'approved' : 'rejected', target: null, forwarded: null };
  return {
    ...budget,
    ...settled,
    approvals: now,
    rejection: decision.rejected.length > 0 ? { by, reason: decision.reason, at } : rejection,
    waiting: addedByItems(subject, left),
    decided: [...(budget.decided ?? []), { ...decision, by, as, at }],
    revision: stamp.id,
  };
}

/** A case with what waits of a budget back at the partner: as drafts, or changed where something of them is in force. */
export function itemsRecalled({ case: subject, budget, stamp }: BudgetQuestion): readonly WorkItem[] {
  const waiting = new Set(waitingItems(subject, budget));
  const values = valuesOf(subject);
  return (subject.workItems ?? []).map((item) => {
    if (!waiting.has(item.id)) return item;
    return { ...item, state: values.get(item.id)?.approved ? 'changed' : 'draft', revision: stamp.id };
  });
}
