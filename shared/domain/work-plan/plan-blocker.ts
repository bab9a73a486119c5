import type { RoomId, WorkItemId } from '../ids.ts';

/** Why something of a work plan cannot be changed or sent as it is. */
export const blockedBecause = [
  /** Somebody else changed it, or took it out. */
  'changed',
  'gone',
  /** It waits for a decision: it is recalled first. */
  'submitted',
  /** What is approved is not taken out: its quantity is lowered, and sent. */
  'approved',
  /** It went to the customer. */
  'allocated',
  /** Sent once, it stays with its task. */
  'other-task',
  'no-such-room',
  'room-in-use',
  /** Its task takes no budget. */
  'no-budget-task',
  'quantity',
  'too-large',
  /** What it costs was never entered by the company that has the task now. */
  'no-price',
] as const;

/** One of them. */
export type BlockedBecause = (typeof blockedBecause)[number];

/** A room or an item that stands in the way, by its id and by what it is called. */
export interface PlanBlocker {
  readonly thing: RoomId | WorkItemId;
  readonly name: string;
  readonly because: BlockedBecause;
}
