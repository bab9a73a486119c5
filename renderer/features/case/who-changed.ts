import type { Case, CaseContent } from '../../../shared/domain/case/case.ts';
import type { CommandId } from '../../../shared/domain/ids.ts';
import type { Moment } from '../../../shared/domain/moment.ts';

/** A revision with who made it and when, as far as the reader may know. */
export interface Change {
  readonly revision: CommandId | null;
  readonly by: string | null;
  readonly at: Moment | null;
}

/** Who changed the thing last: by the log where its line is seen, else by what the case itself tells. */
export function whoChanged(content: CaseContent, revision: CommandId | null): Change {
  if (revision === null) return { revision, by: null, at: null };
  const entry = content.log.find((each) => each.command === revision);
  if (entry) return { revision, by: entry.by?.name ?? null, at: entry.at };
  return { revision, ...fromCase(content.case, revision) };
}

function fromCase(subject: Case, revision: CommandId): Pick<Change, 'by' | 'at'> {
  const { role } = subject;
  if (role?.revision === revision)
    return { by: role.user ? null : role.assignedBy.name, at: role.userAssignedAt ?? role.officeAssignedAt };
  const budget = subject.budgets.find((each) => each.revision === revision);
  const last = budget && (budget.forwarded ?? budget.rejection ?? decision(budget) ?? submission(budget));
  if (last) return { by: last.by.name, at: last.at };
  const task = subject.tasks.find((each) => each.revision === revision);
  return { by: task?.sentBack?.by.name ?? null, at: task?.since ?? null };
}

type Budget = Case['budgets'][number];

function decision(budget: Budget): Budget['approvals'][number] | undefined {
  return budget.state === 'approved' ? budget.approvals.at(-1) : undefined;
}

function submission(budget: Budget): { readonly by: Budget['submittedBy']; readonly at: Moment } {
  return { by: budget.submittedBy, at: budget.submittedAt };
}
