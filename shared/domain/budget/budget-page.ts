import type { Case } from '../case/case.ts';
import { casePage, type CasePage, type CaseVerb } from '../case/case-page.ts';
import type { ContraryDecision, Facts, Logged } from '../case/log-entry.ts';
import type { CaseQuestion } from '../decision.ts';
import type { BudgetId } from '../ids.ts';
import type { Moment } from '../moment.ts';
import { stale, type AsItStands, type Thing } from '../overwriting.ts';
import { may } from '../rights/may.ts';
import type { Refusal } from '../rights/refusal.ts';
import type { Budget } from './budget.ts';

/** A decision about the version of a budget that was seen. */
export interface OnBudget {
  readonly budget: BudgetId;
  readonly version: number;
}

/** The budget that was found. */
interface Found {
  readonly budget: Budget;
}

/** All that a decision about one budget may read. */
export type BudgetQuestion = CaseQuestion & Found;

/** Its check is asked of a budget that waits for a decision. */
type BudgetVerb<Input> = Omit<
  CaseVerb<Input, Found>,
  'authority' | 'find' | 'absent' | 'may' | 'since' | 'shows' | 'instead'
>;

/** Which parts of the case a decision about a budget reads and changes. */
export const stepOfBudget = {
  // What was bound beyond the budgets counts against a limit too.
  reads: ['head', 'tasks', 'role', 'budgets', 'work-items', 'work-values', 'settlements'],
  changes: ['tasks', 'budgets', 'budget-forwards', 'work-items', 'work-values', 'log'],
} as const;

/** Makes a page that decides on a budget that waits: the version that was seen, by who may approve it. */
export function budgetPage<Input extends OnBudget>(verb: BudgetVerb<Input>): CasePage<Input, true> {
  return casePage<Input, Found>({
    ...verb,
    authority: 'budget.approve',
    find: findBudget,
    // What is not seen is not there: whoever decides on a budget sees it (withoutUnseen), so that a view tells as much.
    absent: ({ standing, case: subject }) => {
      const verdict = may(standing, 'budget.approve', { case: subject });
      return verdict.allowed ? { code: 'case-not-found', grantor: 'nobody' } : verdict.refusal;
    },
    may: ({ standing, case: subject, budget }) => may(standing, 'budget.approve', { case: subject, budget }),
    since: ({ case: subject, budget }) => momentsOfBudget(subject, budget),
    check: (asked, input) =>
      asked.budget.state === 'submitted' ? (verb.check?.(asked, input) ?? null) : alreadyDecided(asked.budget),
    basedOn: (input) => [wholeBudget(input.budget)],
    instead: ({ case: { budgets } }, { budget }) => lastOf(budgets, budget),
    shows: (subject, { budget }) => shownOf(subject.budgets.find(({ id }) => id === budget.id)),
  });
}

/** The budget that a command names, or null. */
export function findBudget({ case: { budgets } }: CaseQuestion, input: OnBudget): Found | null {
  const budget = budgets.find(({ id }) => id === input.budget);
  return budget ? { budget } : null;
}

/** Never a version that was not seen (sync.md 11). */
export function otherVersion({ budget }: BudgetQuestion, { version }: OnBudget): Refusal | null {
  return budget.version === version ? null : stale(standsSince(budget));
}

/** What was sent on to the insurer stays as it was sent until they have answered (domain.md §6.3). */
export function frozenRefusal({ forwarded }: Budget): Refusal | null {
  return forwarded && { code: 'budget-forwarded', grantor: 'insurer', by: forwarded.by.name, at: forwarded.at };
}

/** All of a budget, for what decides on it or sends a new version. */
export function wholeBudget(id: BudgetId): Thing<Case> {
  return {
    thing: `budget:${id}`,
    in: ({ budgets }) => {
      const budget = budgets.find((each) => each.id === id);
      return budget ? standsSince(budget) : null;
    },
  };
}

/** How a budget stands: told is who sent it on, or sent this version. */
export function standsSince({ revision, recall, forwarded, submittedBy, submittedAt }: Budget): AsItStands {
  const last = recall ?? forwarded ?? { by: submittedBy, at: submittedAt };
  return { revision, by: last.by.name, at: last.at };
}

/** What was decided last on a budget, as far as it tells; null where it is not there. */
export function lastOf(budgets: readonly Budget[], id: BudgetId): ContraryDecision | null {
  const budget = budgets.find((each) => each.id === id);
  if (!budget) return null;
  const { recall, rejection, forwarded, submittedBy, submittedAt } = budget;
  const facts = factsOf(budget);
  const approval = budget.state === 'approved' ? budget.approvals.at(-1) : undefined;
  if (recall)
    return { what: 'budget-recalled', by: recall.by, at: recall.at, facts: { ...facts, note: recall.comment } };
  if (rejection) {
    const { by, at, reason } = rejection;
    return { what: 'budget-rejected', by, at, facts: { ...facts, reason } };
  }
  if (approval) return { what: 'budget-approved', by: approval.by, at: approval.at, facts };
  if (!forwarded) return { what: 'budget-submitted', by: submittedBy, at: submittedAt, facts };
  const { by, at, note } = forwarded;
  return { what: 'budget-forwarded', by, at, facts: { ...facts, note } };
}

/** When a budget and the tasks that it is for became what they are. */
export function momentsOfBudget({ tasks: all }: Case, budget: Budget): readonly Moment[] {
  const { tasks, submittedAt, recall, rejection, approvals, forwarded } = budget;
  const since = all.filter(({ id }) => tasks.includes(id)).map((task) => task.since);
  return [
    ...since,
    submittedAt,
    ...[recall, rejection, forwarded, approvals.at(-1)].flatMap((each) => (each ? [each.at] : [])),
  ];
}

/** What the log shows of a budget: never the amount. */
export function shownOf(budget: Budget | undefined): Logged {
  return budget ? { version: String(budget.version), decision: budget.state } : {};
}

/** What the words of a line say of a budget. */
export function factsOf({ description, version }: Pick<Budget, 'description' | 'version'>): Facts {
  return { description, version: String(version) };
}

/** The refusal of what waits for no decision any more, with who decided or recalled. */
export function alreadyDecided(budget: Budget): Refusal {
  const last = budget.recall ?? budget.rejection ?? budget.approvals.at(-1);
  return { code: 'already-decided', grantor: 'nobody', changedBy: last?.by.name ?? null, changedAt: last?.at ?? null };
}
