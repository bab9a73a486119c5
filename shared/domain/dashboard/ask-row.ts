import type { Case } from '../case/case.ts';
import type { CaseRow, RowBudget, RowTask } from '../case/list-row.ts';
import type { AskedBudget, AskedCase, AskedTask } from '../rights/subject.ts';

/** What of a row the rights and the gate are asked about: the row holds ids where a case holds people. */
export interface AskedRow extends AskedCase {
  readonly tasks: readonly (AskedTask & { readonly main: boolean })[];
  readonly decision: Pick<NonNullable<Case['decision']>, 'result'> | null;
}

/** A row as a question about rights reads it, so that what is counted is decided by the same rule as what is done. */
export function askedOf({ state, role, tasks, decision }: CaseRow): AskedRow {
  return { state, role, tasks: tasks.map(askedTask), decision: decision && { result: decision } };
}

/** A waiting budget of a row, in the same way. */
export function askedBudget({ company, tasks = [], submittedBy }: RowBudget): AskedBudget {
  return { company, tasks, submittedBy: submittedBy === undefined ? null : { member: submittedBy } };
}

function askedTask({ id, kind, main, company, responsibles, completedBy }: RowTask): AskedRow['tasks'][number] {
  return {
    id,
    kind,
    main,
    company,
    responsibles: responsibles.map((member) => ({ member })),
    completedBy: completedBy ? { member: completedBy } : null,
  };
}
