import type { CommandId, CompanyId, OfficeId, TaskId } from '../ids.ts';
import type { PersonRef } from '../member/person-ref.ts';
import type { Moment } from '../moment.ts';
import type { TaskKind } from '../portal/portal-settings.ts';
import type { Revision } from '../revision.ts';
import type { TaskStatus } from './task-status.ts';

/** A unit of work in a case, with one office and one status (domain.md §3.1). */
export interface Task {
  readonly id: TaskId;
  /** The portal's task type code; `kind`, `several` and `budget` are kept as they were when the task was made. */
  readonly type: string;
  readonly kind: TaskKind;
  readonly several: boolean;
  readonly budget: 'none' | 'automatic' | 'required';
  /** The one main inspection: its decision opens the repairs (domain.md §2). */
  readonly main: boolean;
  readonly status: TaskStatus;
  readonly office: OfficeId | null;
  readonly company: CompanyId | null;
  readonly responsibles: readonly PersonRef[];
  readonly plannedStart: Moment | null;
  readonly plannedEnd: Moment | null;
  /** When the status was reached, and until when the next one is expected. */
  readonly since: Moment;
  readonly target: Target | null;
  /** Who marked it as done last: nobody approves that. Absent in what was stored before it was kept. */
  readonly completedBy?: PersonRef | null;
  /** Why it came back from 4, until it is completed again. */
  readonly sentBack: { readonly reason: string; readonly by: PersonRef; readonly at: Moment } | null;
  /** The command that last changed it (sync.md 11). */
  readonly revision: CommandId;
  /** What set the time last, and what named the responsibles: a command overwrites the one or the other. */
  readonly timeSet?: Revision;
  readonly membersAssigned?: Revision;
}

/** When a target is near (80 % of its working time) and when it is due (domain.md §4.2). */
export interface Target {
  readonly near: Moment;
  readonly due: Moment;
}
