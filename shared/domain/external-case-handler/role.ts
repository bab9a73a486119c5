import type { CaseId, CommandId, CompanyId, MemberId, OfficeId } from '../ids.ts';
import type { PersonRef } from '../member/person-ref.ts';
import type { Moment } from '../moment.ts';
import { revisionId, type Revision } from '../revision.ts';
import type { Target } from '../task/task.ts';

/** The External Case Handler role in a case: an office always, a user once the supplier picked one (domain.md §5.3). */
export interface ExternalCaseHandlerRole {
  readonly office: OfficeId;
  readonly officeName: string;
  readonly company: CompanyId;
  readonly assignedBy: PersonRef;
  readonly officeAssignedAt: Moment;
  readonly user: PersonRef | null;
  readonly userAssignedAt: Moment | null;
  /** Until when the supplier should have picked the user. */
  readonly target: Target | null;
  readonly revision: CommandId;
}

/** A role the supplier sent back, an action of the insurer's until another office has the role. */
export interface RoleDeclined {
  readonly office: OfficeId;
  readonly officeName: string;
  readonly by: PersonRef;
  readonly reason: string;
  readonly at: Moment;
}

interface RoleOfCase {
  readonly id: CaseId;
  readonly role: ExternalCaseHandlerRole | null;
  readonly roleEnded?: Revision | null;
}

/**
 * The revision of the role, which outlives it; the case's id where it never had one. Null would be what app 0.1.0 says,
 * whose commands are compared by time: one decided after a decline that was not seen would pass.
 */
export function roleRevision({ id, role, roleEnded }: RoleOfCase): CommandId {
  return role?.revision ?? revisionId(roleEnded, id);
}

/**
 * What an office is told of a case while it has to pick who handles it: enough to choose by, and nothing of what is in it
 * (domain.md §15.1, last row). Amounts are compared where they are known, on the portal server; only counts travel.
 */
export interface RoleBrief {
  /** Task type codes, one a task. */
  readonly taskTypes: readonly string[];
  /** How many budgets wait for a decision. */
  readonly openBudgets: number;
  /** How many of them are above the limit of each user who could be picked. */
  readonly above: Readonly<Record<MemberId, number>>;
}
