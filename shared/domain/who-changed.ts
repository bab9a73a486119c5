import type { Case, CaseContent } from './case/case.ts';
import { thingsOf, type CaseCommand } from './command-book.ts';
import type { CommandId } from './ids.ts';
import { invoicesOf, type Invoice } from './invoice/invoice.ts';
import type { Moment } from './moment.ts';
import type { BasedOn } from './revision.ts';
import type { Refusal } from './rights/refusal.ts';

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

/**
 * A refusal with who changed the thing and when, as far as this view of the case tells: names travel only to who reads
 * them in the case as well (sync.md 21).
 */
export function namingWhoChanged(refusal: Refusal, view: CaseContent, command: CaseCommand): Refusal {
  if (refusal.code !== 'stale') return refusal;
  const { by, at } = whoChanged(view, revisionOf(view.case, command));
  return at === null ? refusal : { ...refusal, changedBy: by, changedAt: at };
}

function fromCase(subject: Case, revision: CommandId): Pick<Change, 'by' | 'at'> {
  const { role } = subject;
  if (role?.revision === revision)
    return { by: role.user ? null : role.assignedBy.name, at: role.userAssignedAt ?? role.officeAssignedAt };
  const budget = subject.budgets.find((each) => each.revision === revision);
  const last =
    budget && (budget.recall ?? budget.forwarded ?? budget.rejection ?? decision(budget) ?? submission(budget));
  if (last) return { by: last.by.name, at: last.at };
  const invoice = invoicesOf(subject).find((each) => each.revision === revision);
  if (invoice) return invoice.decided ? { by: invoice.decided.by.name, at: invoice.decided.at } : entryOf(invoice);
  const task = subject.tasks.find((each) => each.revision === revision);
  const part = subject.tasks
    .flatMap(({ allocated, timeSet, membersAssigned }) => [allocated, timeSet, membersAssigned])
    .find((each) => each?.command === revision);
  return { by: task?.sentBack?.by.name ?? null, at: part?.decidedAt ?? task?.since ?? null };
}

type Budget = Case['budgets'][number];

function decision(budget: Budget): Budget['approvals'][number] | undefined {
  return budget.state === 'approved' ? budget.approvals.at(-1) : undefined;
}

function submission(budget: Budget): { readonly by: Budget['submittedBy']; readonly at: Moment } {
  return { by: budget.submittedBy, at: budget.submittedAt };
}

function entryOf({ enteredBy, enteredAt }: Invoice): Pick<Change, 'by' | 'at'> {
  return { by: enteredBy.name, at: enteredAt };
}

/** The revision of the thing a command would overwrite, as it stands now; null where there is none (sync.md 11). */
export function revisionOf(subject: Case, command: CaseCommand): CommandId | null {
  return thingsOf(subject, command)[0]?.in(subject)?.revision ?? null;
}

/** The revisions of all that a command would overwrite, as they stand now. */
export function revisionsOf(subject: Case, command: CaseCommand): readonly BasedOn[] {
  return thingsOf(subject, command).flatMap(({ thing, in: find }) => {
    const revision = find(subject)?.revision ?? null;
    return revision === null ? [] : [{ thing, revision }];
  });
}
