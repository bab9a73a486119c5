import type { CompensationSettings } from '../compensation/compensation-settings.ts';
import type { Revision } from '../revision.ts';
import type { Right } from '../rights/rights.ts';
import type { SettlementRules } from '../settlement/settlement-rules.ts';
import type { TaskStatus } from '../task/task-status.ts';
import type { AllocationSettings } from './allocation.ts';
import type { PortalCalendar } from './calendar.ts';

/** What a portal decides for all its cases; travels in every standing. Source: domain.md §4.2, §5.3, §6.3, §14, §16.2. */
export interface PortalSettings {
  /** ISO 4217: amounts of the portal are in its minor units. */
  readonly currency: string;
  /** IANA zone in which working hours are counted and dates are shown. */
  readonly timeZone: string;
  readonly externalCaseHandler: ExternalCaseHandlerSettings;
  /** The project manager's set; the same sixteen keys (domain.md §1.5). */
  readonly projectManagerRights: readonly Right[];
  readonly projectManagerRevision?: Revision;
  /** The set of an inspector with extra authority (domain.md §16.2 no. 16); none where it was never set. */
  readonly inspectorRights?: readonly Right[];
  readonly inspectorRevision?: Revision;
  /** Work plans in use: structured cost calculation instead of simple budgets (domain.md §7). */
  readonly workPlans: boolean;
  readonly workPlansRevision?: Revision;
  /** What waits for the compensation decision; first aid never does (domain.md §3.5). */
  readonly decisionGate: 'repairs-wait' | 'none';
  /** How compensation is decided; part by part where it was never said. */
  readonly compensation?: CompensationSettings | undefined;
  readonly taskTypes: readonly TaskType[];
  /** Working hours allowed in each status, for every task type that names none of its own. */
  readonly targetHours: Readonly<Partial<Record<TaskStatus | 'role', number>>>;
  /** When the portal works; a portal that never said so keeps the usual week. */
  readonly calendar?: PortalCalendar | undefined;
  /** How tasks are allocated; a portal that never said so does as usual. */
  readonly allocation?: AllocationSettings | undefined;
  /** How cash offers and the customer's own work are paid; a portal that never said so does as usual. */
  readonly settlement?: SettlementRules | undefined;
}

/** The role definition of a portal: one set for all who are marked (seed). */
export interface ExternalCaseHandlerSettings {
  readonly enabled: boolean;
  readonly rights: readonly Right[];
  /** Minor units; null counts as 0 (domain.md §15, right 8). */
  readonly defaultLimit: number | null;
  /** What is compared with the limit: all that this person approved in the case, or the one budget (domain.md §6.3). */
  readonly limitBasis: 'cumulative' | 'per-budget';
  /** Partners' people may approve budgets and tasks of the own company, in whichever role; never their own work. */
  readonly ownCompany: boolean;
  /** So many of a hundred approvals within the limit are looked at by the insurer as well; none where it was never said. */
  readonly sampleWithinLimit?: number | undefined;
  readonly revision?: Revision;
}

/** A kind of work the portal orders. */
export interface TaskType {
  /** Portal's key, for example `drying`. */
  readonly code: string;
  /** In the portal's language. */
  readonly name: string;
  readonly kind: TaskKind;
  readonly responsibles: 'one' | 'several';
  readonly budget: 'none' | 'automatic' | 'required';
}

/** What the domain treats alike (domain.md §3.1). */
export type TaskKind = 'inspection' | 'first-aid' | 'project-management' | 'repair';
