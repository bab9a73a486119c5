import type { Addressee } from '../asking/addressee.ts';
import type { Moment } from '../moment.ts';
import type { TaskStatus } from '../task/task-status.ts';
import type { PlanBlocker } from '../work-plan/plan-blocker.ts';
import type { Right } from './rights.ts';

/** Who can change what stands in the way; the app offers a way to them. */
export type Grantor = 'operator' | 'insurer' | 'company-admin' | 'own-office' | 'other-office' | 'nobody';

/**
 * The domain's no: a value, shown, never thrown (design.md §7). `code` is stable, the facts make the sentence, and the
 * grantor says who can help. Source: domain.md §14 check order, §15 edge cases.
 */
export type Refusal =
  | { readonly code: 'case-not-found'; readonly grantor: 'nobody' }
  | {
      readonly code: 'case-closed';
      readonly grantor: 'insurer';
      /** Who closed it and when: everybody who sees the case sees that. */
      readonly closedBy?: string;
      readonly closedAt?: Moment;
    }
  | { readonly code: 'person-inactive'; readonly grantor: 'company-admin' }
  | { readonly code: 'not-by-link'; readonly grantor: 'insurer' }
  | { readonly code: 'right-missing'; readonly grantor: 'operator'; readonly right: Right }
  | { readonly code: 'no-role-in-case'; readonly grantor: 'insurer' | 'own-office'; readonly right: Right | null }
  | { readonly code: 'insurer-only'; readonly grantor: 'insurer' }
  | { readonly code: 'operator-only'; readonly grantor: 'operator' }
  | { readonly code: 'other-office-task'; readonly grantor: 'other-office' }
  | { readonly code: 'level-too-low'; readonly grantor: 'company-admin'; readonly needed: number }
  | { readonly code: 'own-level'; readonly grantor: 'company-admin' }
  | { readonly code: 'oneself-inactive'; readonly grantor: 'company-admin' }
  | { readonly code: 'insurers-level'; readonly grantor: 'nobody' }
  | { readonly code: 'own-mark'; readonly grantor: 'insurer' }
  | { readonly code: 'partners-mark'; readonly grantor: 'nobody' }
  | { readonly code: 'no-budget-permission'; readonly grantor: 'company-admin' }
  | { readonly code: 'own-company'; readonly grantor: 'insurer' }
  | { readonly code: 'self-authored'; readonly grantor: 'insurer' }
  | { readonly code: 'manager-of-own-company'; readonly grantor: 'insurer' }
  | {
      readonly code: 'feature-off';
      readonly grantor: 'operator';
      readonly feature: 'external-case-handler' | 'work-plans-in-use' | 'work-plans';
    }
  | {
      readonly code: 'status-conflict';
      readonly grantor: 'nobody';
      readonly status: TaskStatus;
      readonly expected: readonly TaskStatus[];
    }
  | { readonly code: 'no-inspection'; readonly grantor: 'insurer' }
  | { readonly code: 'result-from-parts'; readonly grantor: 'nobody' }
  | { readonly code: 'inspection-undecided'; readonly grantor: 'insurer' }
  | { readonly code: 'inspection-rejected'; readonly grantor: 'insurer' }
  | {
      readonly code: 'stale';
      readonly grantor: 'nobody';
      readonly changedBy: string | null;
      readonly changedAt: Moment | null;
    }
  | {
      readonly code: 'already-decided';
      readonly grantor: 'nobody';
      readonly changedBy: string | null;
      readonly changedAt: Moment | null;
    }
  | {
      readonly code: 'limit-exceeded';
      readonly grantor: 'insurer';
      /** Minor units: the limit, what counts against it already, this amount, and how much above. */
      readonly limit: number;
      readonly already: number;
      readonly amount: number;
      readonly over: number;
      readonly currency: string;
    }
  | { readonly code: 'currency-differs'; readonly grantor: 'nobody'; readonly expected: string }
  | {
      readonly code: 'office-not-eligible';
      readonly grantor: 'insurer' | 'other-office';
      readonly why: OfficeExclusion;
    }
  | {
      readonly code: 'member-not-eligible';
      readonly grantor: 'insurer' | 'company-admin';
      readonly why: MemberExclusion;
      readonly name: string;
    }
  | { readonly code: 'member-known'; readonly grantor: 'nobody'; readonly name: string }
  | { readonly code: 'member-elsewhere'; readonly grantor: 'insurer'; readonly name: string }
  | { readonly code: 'invited-lately'; readonly grantor: 'nobody'; readonly again: Moment }
  /** A category that is not defined, or not any more. */
  | { readonly code: 'category-unknown'; readonly grantor: 'nobody' }
  | { readonly code: 'one-responsible'; readonly grantor: 'nobody' }
  | { readonly code: 'nothing-to-change'; readonly grantor: 'nobody' }
  | { readonly code: 'no-role'; readonly grantor: 'insurer' }
  | { readonly code: 'pending-budget'; readonly grantor: 'insurer' }
  | {
      readonly code: 'budget-forwarded';
      readonly grantor: 'insurer';
      /** Who sent it on, and when. */
      readonly by: string;
      readonly at: Moment;
    }
  | { readonly code: 'main-inspection'; readonly grantor: 'nobody' }
  | { readonly code: 'task-has-budget'; readonly grantor: 'nobody' }
  | { readonly code: 'task-has-invoice'; readonly grantor: 'nobody' }
  /** The company has used it, in this case or another one of the portal: which is told to nobody. */
  | { readonly code: 'invoice-number-taken'; readonly grantor: 'nobody' }
  | { readonly code: 'task-type-unknown'; readonly grantor: 'nobody' }
  | { readonly code: 'task-type-there'; readonly grantor: 'nobody' }
  /** Of a work plan: everything that stands in the way, by name. */
  | { readonly code: 'plan-blocked'; readonly grantor: 'nobody'; readonly blockers: readonly PlanBlocker[] }
  /** Of a task: there is nothing planned for it. */
  | { readonly code: 'plan-empty'; readonly grantor: 'nobody' }
  /** What a portal's rules ask for before items go to the customer: it is said with them. */
  | {
      readonly code: 'settlement-condition';
      readonly grantor: 'nobody';
      readonly condition: 'agreed-before' | 'consent';
    }
  | { readonly code: 'time-order'; readonly grantor: 'nobody' }
  | { readonly code: 'was-completed'; readonly grantor: 'nobody' }
  | { readonly code: 'within-limit'; readonly grantor: 'nobody' }
  | {
      readonly code: 'already-asked';
      readonly grantor: 'nobody';
      readonly of: Addressee;
      readonly askedAt: Moment;
    }
  | { readonly code: 'allowed-by-now'; readonly grantor: 'nobody' }
  | { readonly code: 'cancelled'; readonly grantor: 'nobody' }
  /** Of an item of a command that is carried out whole or not at all. */
  | { readonly code: 'other-item-refused'; readonly grantor: 'nobody' }
  | { readonly code: 'blocked'; readonly grantor: 'nobody' };

/** The closed set of refusal codes. */
export type RefusalCode = Refusal['code'];

/** Why an office is not in a selection list, checked in this order (domain.md §16.1). */
export type OfficeExclusion =
  'not-in-network' | 'unavailable' | 'no-marked-user' | 'service-not-offered' | 'unknown-office';

/** Why a member cannot be chosen. */
export type MemberExclusion =
  'unknown-member' | 'inactive' | 'not-marked' | 'other-company' | 'office-unavailable' | 'not-certified';
