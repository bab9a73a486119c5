import type { Case } from '../../shared/domain/case/case.ts';
import type { EditWorkPlan, ItemPut } from '../../shared/domain/work-plan/plan-puts.ts';
import type { Room, WorkItem, WorkItemValue } from '../../shared/domain/work-plan/work-plan.ts';

export function aRoom(change: Partial<Room> = {}): Room {
  return { id: 'kitchen', name: 'Kitchen', order: 0, revision: 'revision-of-kitchen', ...change };
}

/** A draft of the drying company: 7.64 m² of a floor in the kitchen. */
export function aWorkItem(change: Partial<WorkItem> = {}): WorkItem {
  const id = change.id ?? 'floor';
  return {
    id,
    room: null,
    task: 'drying-1',
    kind: 'item',
    code: 'DR-10',
    text: `Dry the ${id}`,
    unit: 'm²',
    trade: 'Drying',
    quantity: '4,2*2,2-1,6',
    amountOf: 76_400,
    order: 0,
    state: 'draft',
    allocation: 'partner',
    budget: null,
    revision: `revision-of-${id}`,
    ...change,
  };
}

/** What it costs: 100.00 a unit. */
export function aWorkValue(change: Partial<WorkItemValue> = {}): WorkItemValue {
  return {
    id: 'floor',
    company: 'kuivaus',
    unitPrice: 10_000,
    priceList: null,
    amount: 76_400,
    approved: null,
    ...change,
  };
}

/** A case's plan of items with what they cost; the amounts in their order. */
export function aPlan(
  items: readonly Partial<WorkItem>[],
  values: readonly Partial<WorkItemValue>[] = items.map(() => ({})),
): Pick<Case, 'workItems' | 'workValues'> {
  const workItems = items.map((item, at) => aWorkItem({ id: `item-${at}`, order: at, ...item }));
  return { workItems, workValues: workItems.map(({ id }, at) => aWorkValue({ id, ...values[at] })) };
}

/** An item as a screen puts it: a new one unless a revision is named. */
export function aPut(change: Partial<ItemPut> = {}): ItemPut {
  const { room, task, kind, code, text, unit, trade, quantity, order } = aWorkItem();
  const content = { room, task, kind, code, text, unit, trade, quantity, order };
  return { id: 'floor', revision: null, ...content, unitPrice: 10_000, priceList: null, ...change };
}

/** An item that there is, as a screen puts it with something else in it. */
export function putOf(item: WorkItem, change: Partial<ItemPut> = {}): ItemPut {
  const { id, revision, room, task, kind, code, text, unit, trade, quantity, order } = item;
  const content = { room, task, kind, code, text, unit, trade, quantity, order };
  return { id, revision, ...content, unitPrice: 10_000, priceList: null, ...change };
}

/** A change of a plan, of nothing unless said. */
export function editing(change: Partial<EditWorkPlan>): EditWorkPlan {
  return { rooms: [], roomsRemoved: [], items: [], itemsRemoved: [], ...change };
}
