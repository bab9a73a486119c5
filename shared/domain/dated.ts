import type { Budget } from './budget/budget.ts';
import type { Case } from './case/case.ts';
import type { CaseQuestion } from './decision.ts';
import type { BudgetId, TaskId } from './ids.ts';
import type { Moment } from './moment.ts';

/** What of a case a command's input may name as what it decides on. */
export interface Named {
  readonly task?: TaskId;
  readonly tasks?: readonly TaskId[];
  readonly budget?: BudgetId;
  readonly revises?: BudgetId | null;
}

/**
 * The question with its moment no earlier than these. A clock that was behind must not date a decision before the
 * thing it decides on: whoever reads the log later would find an approval of what was not there yet. But no later than
 * received: what a portal server's clock that was ahead has dated into the future must not carry on, or nothing that
 * follows would ever be overdue.
 */
export function dated(question: CaseQuestion, moments: readonly (Moment | null)[]): CaseQuestion {
  const { stamp } = question;
  const latest = moments.reduce<Moment>((late, each) => (each !== null && each > late ? each : late), stamp.at);
  const at = stamp.receivedAt !== null && latest > stamp.receivedAt ? stamp.receivedAt : latest;
  return at === stamp.at ? question : { ...question, stamp: { ...stamp, at, decidedAt: stamp.decidedAt ?? stamp.at } };
}

/** When the tasks and budgets that a command names became what they are. */
export function momentsOfNamed(subject: Case, { task, tasks = [], budget, revises }: Named): readonly Moment[] {
  // Budgets are looked into only where one is named: who decides on a task may not have them.
  const named = budget ?? revises ?? null;
  const budgets = named === null ? [] : subject.budgets.filter(({ id }) => id === named);
  const about = new Set([...tasks, ...(task === undefined ? [] : [task]), ...budgets.flatMap((each) => each.tasks)]);
  const since = about.size === 0 ? [] : subject.tasks.filter(({ id }) => about.has(id)).map((each) => each.since);
  return [...since, ...budgets.flatMap(momentsOfBudget)];
}

/** When the External Case Handler role became what it is. */
export function momentsOfRole({ role, roleDeclined, roleEnded }: Case): readonly (Moment | null)[] {
  return role ? [role.officeAssignedAt, role.userAssignedAt] : [roleDeclined?.at ?? roleEnded?.decidedAt ?? null];
}

function momentsOfBudget({ submittedAt, rejection, approvals, forwarded }: Budget): readonly Moment[] {
  return [submittedAt, ...[rejection, forwarded, approvals.at(-1)].flatMap((each) => (each ? [each.at] : []))];
}
