import type { CaseQuestion } from '../decision.ts';
import { invoicesOf, stands } from '../invoice/invoice.ts';
import type { WorkItemId } from '../ids.ts';
import type { Task } from '../task/task.ts';
import { planning } from '../work-plan/edit-work-plan.ts';
import type { BlockedBecause, PlanBlocker } from '../work-plan/plan-blocker.ts';
import { valuesOf } from '../work-plan/plan-items.ts';
import type { WorkItem } from '../work-plan/work-plan.ts';
import type { SettleItems } from './settle-inputs.ts';
import { settlementRulesIn } from './settlement-rules.ts';

/** Everything that keeps items from going to the customer: each once, by what is first in its way (domain.md §7.1). */
export function settlingBlockers(
  asked: Pick<CaseQuestion, 'case' | 'standing'>,
  { kind, items }: Pick<SettleItems, 'kind' | 'items'>,
  withoutAmount: readonly WorkItemId[],
): readonly PlanBlocker[] {
  const { case: subject, standing } = asked;
  const now = new Map((subject.workItems ?? []).map((each) => [each.id, each]));
  const values = valuesOf(subject);
  const tasks = new Map(subject.tasks.map((task) => [task.id, task]));
  const forwarded = new Set(subject.budgets.flatMap(({ id, forwarded: by }) => (by ? [id] : [])));
  const invoiced = new Set(
    invoicesOf(subject)
      .filter(stands)
      .flatMap((invoice) => invoice.tasks),
  );
  const excluded = kind === 'cashOffer' ? [] : settlementRulesIn(standing.settings).ownWork.excludedTrades;
  const atInsurer = ({ state, budget }: WorkItem): boolean =>
    state === 'submitted' && budget !== null && forwarded.has(budget) && standing.side !== 'insurer';
  const because = (item: WorkItem | undefined, seen: string | null): BlockedBecause | null => {
    if (!item) return 'gone';
    if (item.allocation !== 'partner') return 'allocated';
    if (item.revision !== seen) return 'changed';
    const status = blockedByStatus(tasks.get(item.task));
    if (status) return status;
    if (!values.has(item.id)) return 'no-price';
    if (atInsurer(item)) return 'forwarded';
    if (invoiced.has(item.task)) return 'invoiced';
    if (excluded.includes(item.trade)) return 'trade-excluded';
    return withoutAmount.includes(item.id) ? 'hours-missing' : null;
  };
  return items.flatMap(({ id, revision }) => {
    const item = now.get(id);
    const why = because(item, revision);
    return why ? [{ thing: id, name: item?.text ?? '', because: why }] : [];
  });
}

/** A plan is settled from when it is made until the work is reported. */
function blockedByStatus(task: Task | undefined): BlockedBecause | null {
  if (task?.status === '4' || task?.status === 'A') return 'reported';
  return task && planning.includes(task.status) ? null : 'task-status';
}
