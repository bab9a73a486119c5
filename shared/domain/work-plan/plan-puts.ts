import type { CommandId, RoomId, WorkItemId } from '../ids.ts';
import type { Room, WorkItem, WorkItemValue } from './work-plan.ts';

/** Puts rooms and items into a work plan, changes them and takes them out: all of it or nothing (domain.md §7). */
export interface EditWorkPlan {
  readonly rooms: readonly RoomPut[];
  readonly roomsRemoved: readonly Seen<RoomId>[];
  readonly items: readonly ItemPut[];
  readonly itemsRemoved: readonly Seen<WorkItemId>[];
}

/** What is changed, as it was seen: by the revision that it had; null for what is new. */
export interface Seen<Id extends string> {
  readonly id: Id;
  readonly revision: CommandId | null;
}

/** A room as it is to be; a new one under an id that the app makes. */
export interface RoomPut extends Seen<RoomId>, Omit<Room, 'id' | 'revision'> {}

/** An item as it is to be; its unit price in minor units. What it comes to is worked out. */
export interface ItemPut
  extends
    Seen<WorkItemId>,
    Pick<WorkItem, 'room' | 'task' | 'kind' | 'code' | 'text' | 'unit' | 'trade' | 'quantity' | 'order'>,
    Pick<WorkItemValue, 'unitPrice' | 'priceList'> {}
