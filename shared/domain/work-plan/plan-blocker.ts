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
  /** Its budget lies with the insurer, who answers first. */
  'forwarded',
  /** Its task was reported as done. */
  'reported',
  /** Its task is not with a partner who plans it, or waits for information. */
  'task-status',
  /** An invoice of its task stands. */
  'invoiced',
  /** The portal does not let customers do this trade themselves. */
  'trade-excluded',
  /** Of the customer's own work: nothing says what it is paid with. */
  'hours-missing',
] as const;

/** One of them. */
export type BlockedBecause = (typeof blockedBecause)[number];

/** A room or an item that stands in the way, by its id and by what it is called. */
export interface PlanBlocker {
  readonly thing: RoomId | WorkItemId;
  readonly name: string;
  readonly because: BlockedBecause;
}
