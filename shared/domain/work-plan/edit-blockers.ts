import { largestAmount } from '../money.ts';
import type { Case } from '../case/case.ts';
import type { CaseQuestion } from '../decision.ts';
import type { TaskId } from '../ids.ts';
import type { Task } from '../task/task.ts';
import type { EditWorkPlan, ItemPut, Seen } from './plan-puts.ts';
import { lineAmount } from './line-amount.ts';
import type { BlockedBecause, PlanBlocker } from './plan-blocker.ts';
import { takesItems, valuesOf } from './plan-items.ts';
import { readQuantity } from './quantity.ts';
import type { WorkItem, WorkItemValue } from './work-plan.ts';

/** Everything that stands in the way of a change of a work plan: each thing once, by what is first in its way. */
export function editBlockers(
  { case: subject }: Pick<CaseQuestion, 'case'>,
  input: EditWorkPlan,
): readonly PlanBlocker[] {
  const { rooms = [], workItems = [], tasks } = subject;
  const roomsNow = new Map(rooms.map((each) => [each.id, each]));
  const itemsNow = new Map(workItems.map((each) => [each.id, each]));
  const values = valuesOf(subject);
  const context: Context = { tasks: new Map(tasks.map((task) => [task.id, task])), rooms: roomsAfter(subject, input) };
  const blocked = (id: string, name: string, because: BlockedBecause | null): readonly PlanBlocker[] =>
    because ? [{ thing: id, name, because }] : [];
  const inUse = roomsInUse(workItems, input);
  return [
    ...input.rooms.flatMap((put) => blocked(put.id, put.name, unseen(put, roomsNow.get(put.id)))),
    ...input.roomsRemoved.flatMap((removed) => {
      const room = roomsNow.get(removed.id);
      const because = unseen(removed, room) ?? (inUse.has(removed.id) ? 'room-in-use' : null);
      return blocked(removed.id, room?.name ?? '', because);
    }),
    ...input.items.flatMap((put) => blocked(put.id, put.text, putBlocked(put, itemsNow.get(put.id), context))),
    ...input.itemsRemoved.flatMap((removed) => {
      const item = itemsNow.get(removed.id);
      return blocked(
        removed.id,
        item?.text ?? '',
        unseen(removed, item) ?? removalBlocked(item, values.get(removed.id)),
      );
    }),
  ];
}

interface Context {
  readonly tasks: ReadonlyMap<TaskId, Task>;
  /** Ids of the rooms that there will be. */
  readonly rooms: ReadonlySet<string>;
}

function unseen({ revision }: Seen<string>, now: { readonly revision: string } | undefined): 'changed' | 'gone' | null {
  if (!now) return revision === null ? null : 'gone';
  return now.revision === revision ? null : 'changed';
}

function putBlocked(put: ItemPut, now: WorkItem | undefined, { tasks, rooms }: Context): BlockedBecause | null {
  const seen = unseen(put, now);
  if (seen) return seen;
  const task = tasks.get(put.task);
  if (!now && task && !takesItems(task)) return 'no-budget-task';
  if (now && now.task !== put.task && now.state !== 'draft') return 'other-task';
  if (put.room !== null && !rooms.has(put.room)) return 'no-such-room';
  const quantity = readQuantity(put.quantity);
  if (typeof quantity !== 'number') return 'quantity';
  if (lineAmount(quantity, put.unitPrice) > largestAmount) return 'too-large';
  return now ? fixed(now) : null;
}

function fixed({ state, allocation }: WorkItem): BlockedBecause | null {
  if (allocation !== 'partner') return 'allocated';
  return state === 'submitted' ? 'submitted' : null;
}

function removalBlocked(item: WorkItem | undefined, value: WorkItemValue | undefined): BlockedBecause | null {
  if (!item) return null;
  return fixed(item) ?? (value?.approved ? 'approved' : null);
}

function roomsAfter({ rooms = [] }: Case, { rooms: put, roomsRemoved }: EditWorkPlan): ReadonlySet<string> {
  const gone = new Set(roomsRemoved.map(({ id }) => id));
  return new Set([...rooms, ...put].map(({ id }) => id).filter((id) => !gone.has(id)));
}

/** The rooms that items stay in. */
function roomsInUse(workItems: readonly WorkItem[], { items, itemsRemoved }: EditWorkPlan): ReadonlySet<string> {
  const touched = new Set<string>([...items, ...itemsRemoved].map(({ id }) => id));
  const staying = [...workItems.filter(({ id }) => !touched.has(id)), ...items];
  return new Set(staying.flatMap(({ room }) => room ?? []));
}
