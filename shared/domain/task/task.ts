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
  /** Who started it, from where and when; null or missing where nobody has, or where it was stored before that was kept. */
  readonly started?: TaskStart | null;
  /** Who marked it as done last: nobody approves that. Absent in what was stored before it was kept. */
  readonly completedBy?: PersonRef | null;
  /** Why it came back from 4, until it is completed again. */
  readonly sentBack: { readonly reason: string; readonly by: PersonRef; readonly at: Moment } | null;
  /** While it is in `I`: what it waits for. Its target stands still meanwhile (domain.md §3.4, §4.2). */
  readonly inquiry?: Inquiry | null;
  /** What was asked last, with what came of it, in words. */
  readonly inquiryText?: InquiryText | null;
  /** Why an office that had it gave it back, or it was taken from the office: read by who allocates it next. */
  readonly handedBack?: HandedBack | null;
  /** That the first work plan was said to be ready; missing where nobody has said so (domain.md §7). */
  readonly planReady?: PlanReady;
  /** That all that was left of it went to the customer, which finished it; missing where that is not so (domain.md §3.3 row 24). */
  readonly settled?: TaskSettled;
  /** The command that last changed it (sync.md 11). */
  readonly revision: CommandId;
  /** What gave it to its office, what set the time last, and what named the responsibles: each is overwritten by itself. */
  readonly allocated?: Revision;
  readonly timeSet?: Revision;
  readonly membersAssigned?: Revision;
}

/** Who owes information that is wanted for a task (domain.md §3.4). */
export const owingSides = ['partner', 'insurer', 'customer'] as const;

/** One of them. */
export type OwingSide = (typeof owingSides)[number];

/** Information that is wanted for a task: who owes it, and where the task goes on from. */
export interface Inquiry {
  readonly owedBy: OwingSide;
  /** The status in which it was asked for, and which the task goes back to. */
  readonly from: '3' | '4';
  /** The target that stands still, and since when. */
  readonly paused: { readonly at: Moment; readonly target: Target | null };
  readonly asked: Revision;
}

/** A question about a task and its answer; null while there is none, and for good where it was withdrawn. */
export interface InquiryText {
  readonly question: string;
  readonly by: PersonRef;
  readonly at: Moment;
  readonly answer: { readonly text: string; readonly by: PersonRef; readonly at: Moment } | null;
}

/** A task that an office gave back, or that was taken from it, with the reason. */
export interface HandedBack {
  readonly reason: string;
  readonly by: PersonRef;
  readonly at: Moment;
  /** The company that had it, and its office by name. */
  readonly company: CompanyId;
  readonly office: string;
}

/** The start of a task: from the field by who has it, else from the desk by right 16 or the insurer (domain.md §10). */
export interface TaskStart extends Revision {
  readonly by: PersonRef;
  readonly from: 'field' | 'desk';
}

/** Who said that the first work plan is ready: of the company that has the task, or of one that had it before. */
export interface PlanReady extends Revision {
  readonly by: PersonRef;
}

/** What finished a task without its partner: where it goes back to if something comes back to the partner. */
export interface TaskSettled extends Revision {
  readonly from: TaskStatus;
  readonly by: PersonRef;
}

/** When a target is near (80 % of its working time) and when it is due (domain.md §4.2). */
export interface Target {
  readonly near: Moment;
  readonly due: Moment;
}
