import type { Cover, Customer, Damage, Site } from '../../shared/domain/case/case.ts';
import type { PersonRef } from '../../shared/domain/member/person-ref.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import type { OfficeEntry } from '../../shared/domain/office/directory.ts';
import type { TaskType } from '../../shared/domain/portal/portal-settings.ts';
import type { TaskStatus } from '../../shared/domain/task/task-status.ts';

/** One good row of a claims file: everything a case begins with. */
export interface Claim {
  readonly row: number;
  readonly claimNumber: string;
  readonly reportedAt: Moment | null;
  readonly damage: Damage;
  readonly site: Site;
  readonly customer: Customer | null;
  readonly cover: Cover;
  readonly handler: PersonRef | null;
  readonly inspection: ClaimTask;
  readonly decision: { readonly result: 'approved' | 'rejected'; readonly at: Moment | null } | null;
  readonly tasks: readonly ClaimTask[];
}

/** A task as a file can tell it: running work, but never a waiting budget. */
export interface ClaimTask {
  readonly type: TaskType;
  readonly status: TaskStatus;
  readonly office: OfficeEntry | null;
  readonly responsibles: readonly PersonRef[];
  readonly since: Moment | null;
  readonly plannedStart: Moment | null;
  readonly plannedEnd: Moment | null;
}
