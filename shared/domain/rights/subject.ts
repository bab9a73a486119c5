import type { Case } from '../case/case.ts';
import type { CompanyId, TaskId } from '../ids.ts';
import type { PersonRef } from '../member/person-ref.ts';
import type { TaskKind } from '../portal/portal-settings.ts';

type Who = Pick<PersonRef, 'member'>;

/** What is asked about: the case, and the task or budget where the authority is about one. */
export interface Subject {
  readonly case: AskedCase;
  readonly task?: AskedTask;
  readonly budget?: AskedBudget;
}

/** What a question about rights reads of a case: a whole one answers it, and a row of the case list. */
export interface AskedCase extends Pick<Case, 'state' | 'closed'> {
  readonly role: { readonly company: CompanyId; readonly user: Who | null } | null;
  readonly tasks: readonly AskedTask[];
}

/** What a question about rights reads of a task. */
export interface AskedTask {
  readonly id: TaskId;
  readonly kind: TaskKind;
  readonly company: CompanyId | null;
  readonly responsibles: readonly Who[];
  readonly completedBy?: Who | null;
}

/** What a question about rights reads of a budget; who entered it is null where that is not known. */
export interface AskedBudget {
  readonly company: CompanyId;
  readonly tasks: readonly TaskId[];
  readonly submittedBy: Who | null;
}
