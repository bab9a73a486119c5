import type { CommandId, CompanyId, SettlementId, WorkItemId } from '../ids.ts';
import type { PersonRef } from '../member/person-ref.ts';
import type { Moment } from '../moment.ts';
import type { Role } from '../rights/rights.ts';
import type { Quantity } from '../work-plan/quantity.ts';
import type { ApprovedValue, ItemAllocation, SentItem } from '../work-plan/work-plan.ts';
import type { HundredthsOfPercent, SettlementRules } from './settlement-rules.ts';

/** What the customer gets instead of the partner's work: money for it, or money for working (domain.md §7.1). */
export type SettlementKind = Exclude<ItemAllocation, 'partner'>;

/** What the customer can answer (domain.md §7.1). */
export const customerAnswers = ['accepted', 'declined', 'question'] as const;

/** One of them. */
export type CustomerAnswer = (typeof customerAnswers)[number];

/**
 * Work items that went to the customer at once, with what is paid for them: a frozen snapshot that is never worked out
 * again (domain-2.md §1). Where items of it go back, it ends and another one follows it.
 */
export interface Settlement {
  readonly id: SettlementId;
  readonly kind: SettlementKind;
  /** The items as they were, in the order of the plan. */
  readonly items: readonly SettledItem[];
  /** What was entered beside them, and the rules as they were. */
  readonly entered: SettlementEntered;
  readonly rules: SettlementRules;
  /** What other settlements of the case had come to, which caps count. */
  readonly before: SettledBefore;
  /** ISO 4217; every amount of it is in its minor units. */
  readonly currency: string;
  /** What the customer is paid. */
  readonly result: number;
  /** What it binds beyond what was approved of its items: it counts against the limit of who binds it. */
  readonly adds: number;
  /**
   * `provisional`: it binds more than was approved, and waits for who may approve that; `binding`; `ended`: its items
   * went back, or another settlement follows it.
   */
  readonly state: 'provisional' | 'binding' | 'ended';
  readonly by: PersonRef;
  readonly as: Role;
  readonly at: Moment;
  /** Who bound what it adds; null where it adds nothing, or waits. */
  readonly bound: SettlementBound | null;
  /** What the customer said; null before. */
  readonly answer: SettlementAnswer | null;
  /** Why and by whom it ended; null before. */
  readonly ended: SettlementEnd | null;
  /** The one that it follows, because items of that went back; null for a first. */
  readonly follows: SettlementId | null;
  readonly revision: CommandId;
}

/** A work item as it was settled: amounts in minor units. */
export interface SettledItem extends Omit<SentItem, 'before'> {
  /** Whose item it was. */
  readonly company: CompanyId;
  /** What of it was in force; null where nothing was. */
  readonly approved: ApprovedValue | null;
  /** True where it was approved as it was: its amount is the approved one. */
  readonly asApproved: boolean;
}

/** What somebody entered to settle. */
export interface SettlementEntered {
  /** What the customer bears of the damage, minor units; 0 where that is counted elsewhere. */
  readonly deductible: number;
  /** What is taken off for age, by item; the others lose nothing. */
  readonly ageDeductions: readonly { readonly item: WorkItemId; readonly percent: HundredthsOfPercent }[];
  /** Hours of a craftsman for all of an item, where they are known, in ten-thousandths; of own work only. */
  readonly hours: readonly { readonly item: WorkItemId; readonly hours: Quantity }[];
  /** That the customer agreed before, and that others consent: asked for where the rules say so. */
  readonly agreed: boolean;
  readonly consent: boolean;
}

/** What settlements in force of the same kind had come to in a case. */
export interface SettledBefore {
  readonly total: number;
  readonly byTrade: readonly { readonly trade: string; readonly amount: number }[];
}

/** That somebody bound what a settlement adds, as whom. */
export interface SettlementBound {
  readonly by: PersonRef;
  readonly as: Role;
  readonly amount: number;
  readonly at: Moment;
}

/** What the customer answered, and who wrote that down. */
export interface SettlementAnswer {
  readonly answer: CustomerAnswer;
  readonly note: string;
  readonly by: PersonRef;
  readonly at: Moment;
}

/** That a settlement is no longer in force. */
export interface SettlementEnd {
  readonly because: 'returned' | 'declined';
  readonly reason: string;
  readonly by: PersonRef;
  readonly at: Moment;
}

/** The settlements of a case. */
export function settlementsOf({
  settlements = [],
}: {
  readonly settlements?: readonly Settlement[];
}): readonly Settlement[] {
  return settlements;
}
