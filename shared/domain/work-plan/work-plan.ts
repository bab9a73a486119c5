import type { BudgetId, CommandId, CompanyId, RoomId, TaskId, WorkItemId } from '../ids.ts';
import type { PersonRef } from '../member/person-ref.ts';
import type { Moment } from '../moment.ts';
import type { Role } from '../rights/rights.ts';
import type { Quantity } from './quantity.ts';

/** A room of a case, for the items of every company; lengths in ten-thousandths of a metre (domain.md §7). */
export interface Room {
  readonly id: RoomId;
  readonly name: string;
  readonly length?: number;
  readonly width?: number;
  readonly height?: number;
  /** Its place among the rooms. */
  readonly order: number;
  readonly revision: CommandId;
}

/** What a work item can be: work or material, or a trip that was added by hand (domain.md §7). */
export const workItemKinds = ['item', 'trip'] as const;

/** How far a work item is: `draft → submitted → approved | rejected`, `approved → changed → submitted` (domain.md §7). */
export const workItemStates = ['draft', 'submitted', 'approved', 'rejected', 'changed'] as const;

/** One of them. */
export type WorkItemState = (typeof workItemStates)[number];

/** By whom an item is done: the partner, or the customer, who gets money for it or works (domain.md §7.1). */
export const itemAllocations = ['partner', 'cashOffer', 'customerOwnWork'] as const;

/** One of them. */
export type ItemAllocation = (typeof itemAllocations)[number];

/** A line of a work plan as everybody sees it who sees the task: quantities, and no values (domain-2.md §1). */
export interface WorkItem {
  readonly id: WorkItemId;
  readonly room: RoomId | null;
  readonly task: TaskId;
  readonly kind: (typeof workItemKinds)[number];
  /** Of the price list; null where it was written by hand. */
  readonly code: string | null;
  readonly text: string;
  readonly unit: string;
  readonly trade: string;
  /** The formula as it was typed, and what it comes to. */
  readonly quantity: string;
  readonly amountOf: Quantity;
  /** Its place in its room and task. */
  readonly order: number;
  readonly state: WorkItemState;
  readonly allocation: ItemAllocation;
  /** The budget with which it was sent last; null before. */
  readonly budget: BudgetId | null;
  /** That it was rejected and the partner does without it (domain.md §3.3 row 11). */
  readonly accepted?: true;
  readonly revision: CommandId;
}

/** What a work item costs, of the company that entered it: prices as they were entered, minor units (domain.md §7). */
export interface WorkItemValue {
  readonly id: WorkItemId;
  readonly company: CompanyId;
  readonly unitPrice: number;
  /** The price list that the price is of; null where it was written by hand. */
  readonly priceList: string | null;
  readonly amount: number;
  /** What is in force, whatever has been changed since. */
  readonly approved: ApprovedValue | null;
}

/** What of an item was approved. */
export interface ApprovedValue {
  readonly amount: number;
  readonly quantity: Quantity;
  readonly unitPrice: number;
}

/** A work item as it was sent for approval; `before` is what of it was in force then, minor units. */
export interface SentItem extends Pick<
  WorkItem,
  'task' | 'kind' | 'code' | 'text' | 'unit' | 'trade' | 'quantity' | 'amountOf'
> {
  readonly item: WorkItemId;
  /** By its name then. */
  readonly room: string | null;
  readonly unitPrice: number;
  readonly amount: number;
  readonly before: number;
}

/** What was decided at once on items of a budget, by whom, as whom and why. */
export interface ItemsDecision {
  readonly approved: readonly WorkItemId[];
  readonly rejected: readonly WorkItemId[];
  /** Why some are rejected; empty where none is. */
  readonly reason: string;
  readonly by: PersonRef;
  readonly as: Role;
  readonly at: Moment;
}
