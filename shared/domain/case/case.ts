import type { Ask } from '../asking/ask.ts';
import type { Budget } from '../budget/budget.ts';
import type { BudgetVersion } from '../budget/budget-version.ts';
import type { ChatEntry } from '../chat/chat-entry.ts';
import type {
  CompensationDecision,
  DecisionAmounts,
  DecisionGrounds,
  DecisionParts,
} from '../compensation/compensation.ts';
import type { CaseDocument } from '../document/document.ts';
import type { ExternalCaseHandlerRole, RoleBrief, RoleDeclined } from '../external-case-handler/role.ts';
import type { CaseId, PortalId } from '../ids.ts';
import type { Invoice } from '../invoice/invoice.ts';
import type { PersonRef } from '../member/person-ref.ts';
import type { Moment } from '../moment.ts';
import type { Position } from '../office/directory.ts';
import type { Revision } from '../revision.ts';
import type { Settlement } from '../settlement/settlement.ts';
import type { Task } from '../task/task.ts';
import type { Room, WorkItem, WorkItemValue } from '../work-plan/work-plan.ts';
import type { CasePart } from './case-part.ts';
import type { LogEntry } from './log-entry.ts';

/**
 * One claim: all that a decision reads (domain.md §2). Chat and log lie beside it, append-only.
 * A view of it has the same shape with what its reader may not see taken out and named in `hidden`.
 */
export interface Case {
  readonly id: CaseId;
  readonly portal: PortalId;
  /** The system's number; `claimNumber` is the insurer's. */
  readonly number: string;
  readonly claimNumber: string;
  readonly state: 'open' | 'closed' | 'deleted';
  readonly createdAt: Moment;
  readonly changedAt: Moment;
  readonly damage: Damage;
  readonly site: Site;
  /** null where it is not known or hidden. */
  readonly customer: Customer | null;
  readonly cover: Cover | null;
  /** Who closed it and when; null or missing while it is open. */
  readonly closed?: CaseClosed | null;
  /** What closed it, or opened it again, last; missing where nobody has. */
  readonly stateSet?: Revision;
  /** The insurer's internal case handler. */
  readonly handler: PersonRef | null;
  /** What named the handler last; missing where nobody has since the import. */
  readonly handlerSet?: Revision;
  readonly role: ExternalCaseHandlerRole | null;
  /** A refused role waits here for the insurer until another office has it. */
  readonly roleDeclined: RoleDeclined | null;
  /** What took the role out of the case, until an office has it again: a role given and declined is not the nothing of before. */
  readonly roleEnded?: Revision | null;
  readonly tasks: readonly Task[];
  readonly budgets: readonly Budget[];
  /** Missing where there are none. */
  readonly invoices?: readonly Invoice[];
  readonly documents: readonly CaseDocument[];
  /** The work plan of all companies: rooms, items by quantity, and what items cost as far as that is seen; missing where nothing is planned. */
  readonly rooms?: readonly Room[];
  readonly workItems?: readonly WorkItem[];
  readonly workValues?: readonly WorkItemValue[];
  /** What went to the customer, as far as it is seen; missing where nothing did. */
  readonly settlements?: readonly Settlement[];
  readonly decision: CompensationDecision | null;
  /** What was ruled, why, and what is paid: each for other readers; absent where it is not seen or was imported. */
  readonly decisionParts?: DecisionParts | null;
  readonly decisionGrounds?: DecisionGrounds | null;
  readonly decisionAmounts?: DecisionAmounts | null;
  /** What was asked for, of those who can grant it; missing where nothing was. */
  readonly asks?: readonly Ask[];
  /** Versions of budgets that others followed, in the order in which they were sent; absent where there are none. */
  readonly budgetVersions?: readonly BudgetVersion[];
  /** In a view of who has to pick the role's user; no part of the case itself. */
  readonly brief?: RoleBrief;
  /** Parts the reader does not see; empty for the portal server. */
  readonly hidden: readonly CasePart[];
}

/** What happened, in the words of the claim. */
export interface Damage {
  /** The claim's cause code as imported, in words of the portal. */
  readonly cause: string;
  /** Calendar day, `2026-03-01`. */
  readonly lossDate: string;
  readonly description: string;
}

/** Where it happened. */
export interface Site {
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly region: string;
  readonly country: string;
  readonly position: Position | null;
}

/** Who closed a case, and when: who sees the case sees that. Why is told by the log. */
export interface CaseClosed {
  readonly by: PersonRef;
  readonly at: Moment;
}

/** The policyholder. */
export interface Customer extends CustomerDetails {
  /**
   * What was corrected, the oldest first; missing where nothing was. It is kept here and not in the log: who is not given
   * this part reads in the log that it was corrected, and neither what it was nor what it is.
   */
  readonly corrections?: readonly CustomerCorrection[];
}

/** What is known of the policyholder; empty where it is not known. */
export interface CustomerDetails {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

/** How the customer was before a correction; null where nothing was known. */
export interface CustomerCorrection extends Revision {
  readonly by: PersonRef;
  readonly before: CustomerDetails | null;
}

/** What is insured; minor units of the portal's currency, null where not reported. */
export interface Cover {
  readonly insuredSum: number | null;
  readonly buildingDamage: number | null;
  readonly contentsDamage: number | null;
}

/** A case with what was written in it: the body of a view, and what the app replays commands on. */
export interface CaseContent {
  readonly case: Case;
  readonly chat: readonly ChatEntry[];
  readonly log: readonly LogEntry[];
}
