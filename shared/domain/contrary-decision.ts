import type { Budget } from './budget/budget.ts';
import type { Case, CaseContent } from './case/case.ts';
import type { LogEntry } from './case/log-entry.ts';
import { commandBook, type CaseCommand } from './command-book.ts';
import type { CommandId } from './ids.ts';
import type { Refusal } from './rights/refusal.ts';
import { revisionOf } from './who-changed.ts';

/** What stands against a command that was refused: who decided what instead, when and why. */
export type ContraryDecision = Pick<LogEntry, 'what' | 'by' | 'at' | 'facts'>;

/** The refusals that say somebody else decided first. */
const somebodyWasFirst: ReadonlySet<Refusal['code']> = new Set([
  'stale',
  'already-decided',
  'status-conflict',
  'no-role',
  'nothing-to-change',
]);

/** Reads from a person's own view of the case what was decided instead; null where that view does not tell. */
export function contraryDecision(
  view: CaseContent,
  command: CaseCommand,
  refusal: Pick<Refusal, 'code'>,
): ContraryDecision | null {
  if (!somebodyWasFirst.has(refusal.code)) return null;
  const { input } = command;
  // A time and the responsibles have revisions of their own: what became of the task after them is another matter.
  if ('task' in input)
    return ofTask(view, input.task, refusal.code === 'stale' ? revisionOf(view.case, command) : null);
  if ('budget' in input) return ofBudget(view.case, input.budget);
  if ('revises' in input) return input.revises === null ? null : ofBudget(view.case, input.revises);
  return commandBook[command.name].authority.startsWith('role.') ? ofRole(view) : null;
}

function ofBudget({ budgets }: Case, id: string): ContraryDecision | null {
  const budget = budgets.find((each) => each.id === id);
  return budget ? lastOf(budget) : null;
}

function lastOf(budget: Budget): ContraryDecision {
  const { rejection, forwarded, submittedBy, submittedAt } = budget;
  const facts = { description: budget.description, version: String(budget.version) };
  const approval = budget.state === 'approved' ? budget.approvals.at(-1) : undefined;
  if (rejection)
    return {
      what: 'budget-rejected',
      by: rejection.by,
      at: rejection.at,
      facts: { ...facts, reason: rejection.reason },
    };
  if (approval) return { what: 'budget-approved', by: approval.by, at: approval.at, facts };
  if (forwarded)
    return { what: 'budget-forwarded', by: forwarded.by, at: forwarded.at, facts: { ...facts, note: forwarded.note } };
  return { what: 'budget-submitted', by: submittedBy, at: submittedAt, facts };
}

function ofTask(
  { case: subject, log }: CaseContent,
  id: string,
  overwritten: CommandId | null,
): ContraryDecision | null {
  const task = subject.tasks.find((each) => each.id === id);
  if (!task) return null;
  const { sentBack, type, revision } = task;
  const against = overwritten ?? revision;
  const entry = log.findLast((each) => each.command === against && each.facts['task'] === type);
  if (entry) return entry;
  return sentBack && against === revision
    ? { what: 'task-sent-back', by: sentBack.by, at: sentBack.at, facts: { task: type, reason: sentBack.reason } }
    : null;
}

function ofRole({ case: { role, roleDeclined }, log }: CaseContent): ContraryDecision | null {
  const entry = log.findLast(({ what }) => what.startsWith('role-'));
  if (entry) return entry;
  if (role) {
    const { assignedBy, officeAssignedAt, officeName } = role;
    return { what: 'role-given', by: assignedBy, at: officeAssignedAt, facts: { office: officeName } };
  }
  if (!roleDeclined) return null;
  const { by, at, officeName, reason } = roleDeclined;
  return { what: 'role-declined', by, at, facts: { office: officeName, reason } };
}
