import type { CommandId, SettlementId, WorkItemId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { Seen } from '../work-plan/plan-puts.ts';
import type { CustomerAnswer, SettlementEntered, SettlementKind } from './settlement.ts';

/** Gives work items to the customer, all of them or none (domain.md §7.1). */
export interface SettleItems {
  readonly kind: SettlementKind;
  /** As they were seen. */
  readonly items: readonly Seen<WorkItemId>[];
  readonly entered: SettlementEntered;
  /** What the customer is paid, as the sheet showed it: where it is another amount, it was not seen. */
  readonly result: Money;
}

/** What is decided about a settlement as it was seen. */
export interface OnSettlement {
  readonly settlement: SettlementId;
  readonly revision: CommandId;
}

/** Binds what a provisional settlement adds, within the limit of who does it. */
export interface BindSettlement extends OnSettlement {
  /** What it adds, repeated and compared. */
  readonly money: Money;
}

/** Gives items of a settlement back to the partner, all of them or some. */
export interface ReturnItems extends OnSettlement {
  readonly items: readonly WorkItemId[];
  readonly reason: string;
}

/** Writes down what the customer said; where it was no, the items go back to the partner. */
export interface RecordCustomerAnswer extends OnSettlement {
  readonly answer: CustomerAnswer;
  readonly note: string;
}
