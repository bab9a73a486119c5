import type { Case } from '../case/case.ts';
import type { TaskId, WorkItemId } from '../ids.ts';
import type { Task } from '../task/task.ts';
import type { WorkItem, WorkItemValue } from './work-plan.ts';

/** The items of a task, in the order in which they came. */
export function itemsOfTask({ workItems = [] }: Pick<Case, 'workItems'>, id: TaskId): readonly WorkItem[] {
  return workItems.filter(({ task }) => task === id);
}

/**
 * What items cost, by their ids. What another company entered before the task came to this one is nobody's value any more:
 * whoever has the task now enters its own price, and is never told the other one.
 */
export function valuesOf({ tasks, workItems = [], workValues = [] }: Case): ReadonlyMap<WorkItemId, WorkItemValue> {
  const companies = new Map(tasks.map(({ id, company }) => [id, company]));
  const owners = new Map(workItems.map(({ id, task }) => [id, companies.get(task)]));
  return new Map(workValues.filter(({ id, company }) => owners.get(id) === company).map((each) => [each.id, each]));
}

/** Minor units that an item would add to what is in force, were it approved; less than nothing where it lowers it. */
export function addedBy({ amount, approved }: WorkItemValue): number {
  return amount - (approved?.amount ?? 0);
}

/** True for a task of which a work plan can be made: one that needs a budget. */
export function takesItems({ budget }: Pick<Task, 'budget'>): boolean {
  return budget === 'required';
}

/** The things with some of them changed, and the others as they are. */
export function replacing<Value extends { readonly id: string }>(
  all: readonly Value[],
  changed: readonly Value[],
): readonly Value[] {
  const now = new Map(changed.map((each) => [each.id, each]));
  return all.map((each) => now.get(each.id) ?? each);
}

/** The work plan without what was planned for a task that goes: nothing of it was sent for approval. */
export function withoutItemsOf(
  { workItems = [], workValues = [] }: Pick<Case, 'workItems' | 'workValues'>,
  id: TaskId,
): Pick<Case, 'workItems' | 'workValues'> {
  const gone = new Set(workItems.filter(({ task }) => task === id).map((item) => item.id));
  if (gone.size === 0) return {};
  const stays = (each: { readonly id: WorkItemId }): boolean => !gone.has(each.id);
  return { workItems: workItems.filter(stays), workValues: workValues.filter(stays) };
}
