import type { Case } from '../case/case.ts';
import { decided, ownCompanyFlag, refused, type CaseQuestion, type Decision, type Told } from '../decision.ts';
import type { BudgetId } from '../ids.ts';
import { personRef } from '../member/standing.ts';
import type { Money } from '../money.ts';
import { headroom, may } from '../rights/may.ts';
import type { Refusal } from '../rights/refusal.ts';
import type { Role } from '../rights/rights.ts';
import { isExternalCaseHandler } from '../rights/roles-in-case.ts';
import { gateRefusal, reaching } from '../task/change-task.ts';
import type { Task } from '../task/task.ts';
import { bindingAmount, type Budget } from './budget.ts';

/** Approves the version that was seen; amount and currency are repeated and compared (sync.md 11; domain.md §6.3). */
export interface ApproveBudget {
  readonly budget: BudgetId;
  readonly version: number;
  readonly money: Money;
}

/** Rejects it, with the reason; the last approved version stays in force (domain.md §3.3 rows 12, 16). */
export interface RejectBudget {
  readonly budget: BudgetId;
  readonly version: number;
  readonly reason: string;
}

/** Sends a budget above the limit on to the insurer; the task stays where it is (domain.md §6.3). */
export interface ForwardBudget {
  readonly budget: BudgetId;
  readonly version: number;
  readonly note: string;
}

/** Decides `approve-budget`: right, own-company rule, gate, seen version, then the limit (domain.md §14 order). */
export function approveBudget(question: CaseQuestion, input: ApproveBudget): Decision<Case> {
  const opened = open(question, input.budget);
  if (opened.kind !== 'open') return opened;
  const { budget, role } = opened;
  const refusal =
    waitsForDecision(question, budget) ??
    unseen(question, budget, input.version) ??
    otherMoney(budget, input.money) ??
    limitRefusal(question, budget);
  if (refusal) return refused(refusal);
  const approval = {
    version: budget.version,
    by: personRef(question.standing),
    as: role,
    amount: budget.money.amount,
    previous: bindingAmount(budget) ?? 0,
    at: question.stamp.at,
  };
  const after = { ...close(budget, question), state: 'approved', approvals: [...budget.approvals, approval] } as const;
  return ended(question, opened, after, ownCompanyFlag(question, budget.company));
}

/** Decides `reject-budget`; needs no headroom (domain.md §6.3). */
export function rejectBudget(question: CaseQuestion, input: RejectBudget): Decision<Case> {
  const opened = open(question, input.budget);
  if (opened.kind !== 'open') return opened;
  const { budget } = opened;
  const changed = unseen(question, budget, input.version);
  if (changed) return refused(changed);
  const rejection = { by: personRef(question.standing), reason: input.reason, at: question.stamp.at };
  const after = { ...close(budget, question), state: 'rejected', rejection } as const;
  return ended(question, opened, after, { reason: input.reason });
}

/** Decides `forward-budget`: only what is above the own limit, and once. */
export function forwardBudget(question: CaseQuestion, input: ForwardBudget): Decision<Case> {
  const opened = open(question, input.budget);
  if (opened.kind !== 'open') return opened;
  const { budget, role } = opened;
  const changed = unseen(question, budget, input.version);
  if (changed) return refused(changed);
  const above = limitRefusal(question, budget);
  if (!above) return refused({ code: 'within-limit', grantor: 'nobody' });
  if (budget.forwarded) return refused({ code: 'nothing-to-change', grantor: 'nobody' });
  const over = above.code === 'limit-exceeded' ? above.over : 0;
  const forwarded = { by: personRef(question.standing), at: question.stamp.at, note: input.note, over };
  const after: Budget = { ...budget, forwarded, revision: question.stamp.id };
  // The note is for the insurer: beside who handles the case only the writer's company reads it, not the budget's.
  const entry = {
    what: 'budget-forwarded',
    facts: { ...facts(budget), note: input.note },
    company: question.standing.company,
  } as const;
  return decided(question, {
    as: role,
    change: { budgets: replaced(question, after) },
    entry,
    tell: [['budget-forwarded', { kind: 'insurer' }]],
  });
}

interface Open {
  readonly kind: 'open';
  readonly budget: Budget;
  readonly role: Role;
}
type Opened = Open | Exclude<Decision<Case>, { kind: 'decided' }>;

/** What all three need: a right, and a budget that waits. */
function open({ case: subject, standing }: CaseQuestion, id: BudgetId): Opened {
  const budget = subject.budgets.find((each) => each.id === id);
  if (!budget) {
    const verdict = may(standing, 'budget.approve', { case: subject });
    if (!verdict.allowed) return refused(verdict.refusal);
    return subject.hidden.includes('other-budgets')
      ? { kind: 'undecided' }
      : refused({ code: 'case-not-found', grantor: 'nobody' });
  }
  const verdict = may(standing, 'budget.approve', { case: subject, budget });
  if (!verdict.allowed) return refused(verdict.refusal);
  if (budget.state !== 'submitted') return refused(alreadyDecided(budget));
  return { kind: 'open', budget, role: verdict.as };
}

/** Approving is atomic: one repair that waits holds the whole budget (domain.md §3.5, §6.1). */
function waitsForDecision(question: CaseQuestion, budget: Budget): Refusal | null {
  const waits = question.case.tasks.filter((task) => budget.tasks.includes(task.id));
  return waits.map((task) => gateRefusal(question, task)).find((refusal) => refusal !== null) ?? null;
}

/** Never a version that was not seen (sync.md 11). */
function unseen({ stamp }: CaseQuestion, budget: Budget, version: number): Refusal | null {
  return budget.version === version && stamp.basedOn === budget.revision ? null : stale(budget);
}

function otherMoney(budget: Budget, seen: Money): Refusal | null {
  if (seen.currency !== budget.money.currency) {
    return { code: 'currency-differs', grantor: 'nobody', expected: budget.money.currency };
  }
  return seen.amount === budget.money.amount ? null : stale(budget);
}

/** The limit binds the External Case Handler as a person, or being project manager as well would shed it. */
function limitRefusal({ standing, case: subject }: CaseQuestion, budget: Budget): Refusal | null {
  if (!isExternalCaseHandler({ standing, case: subject })) return null;
  if (budget.money.currency !== standing.settings.currency) {
    return { code: 'currency-differs', grantor: 'nobody', expected: standing.settings.currency };
  }
  const room = headroom(standing, subject, budget);
  return room.over === 0
    ? null
    : { code: 'limit-exceeded', grantor: 'insurer', currency: budget.money.currency, ...room };
}

function alreadyDecided(budget: Budget): Refusal {
  const last = budget.rejection ?? budget.approvals.at(-1);
  return { code: 'already-decided', grantor: 'nobody', changedBy: last?.by.name ?? null, changedAt: last?.at ?? null };
}

function stale(budget: Budget): Refusal {
  const last = budget.forwarded ?? { by: budget.submittedBy, at: budget.submittedAt };
  return { code: 'stale', grantor: 'nobody', changedBy: last.by.name, changedAt: last.at };
}

/** How approving and rejecting end: tasks, log and those who are told follow from what became of the budget. */
function ended(
  question: CaseQuestion,
  { budget, role }: Open,
  after: Budget & { readonly state: 'approved' | 'rejected' },
  more: Readonly<Record<string, string>> = {},
): Decision<Case> {
  const what = `budget-${after.state}` as const;
  return decided(question, {
    as: role,
    change: withDecided(question, after),
    entry: { what, facts: { ...facts(budget), ...more }, company: budget.company },
    tell: told(question, budget, what),
  });
}

function close(budget: Budget, { stamp }: CaseQuestion): Budget {
  return { ...budget, rejection: null, target: null, forwarded: null, revision: stamp.id };
}

function replaced({ case: subject }: CaseQuestion, after: Budget): readonly Budget[] {
  return subject.budgets.map((each) => (each.id === after.id ? after : each));
}

/** The case with a budget decided on. All its tasks move together (domain.md §6.1). */
function withDecided(question: CaseQuestion, after: Budget): Pick<Case, 'budgets' | 'tasks'> {
  const budgets = replaced(question, after);
  const tasks = question.case.tasks.map((task) =>
    after.tasks.includes(task.id) ? settled(question, task, budgets) : task,
  );
  return { budgets, tasks };
}

/** A task whose last waiting budget is decided: a running one goes on, another may start when any of its budgets is in force. */
function settled(question: CaseQuestion, task: Task, budgets: readonly Budget[]): Task {
  const its = budgets.filter((budget) => budget.tasks.includes(task.id));
  const waits = its.some((budget) => budget.state === 'submitted');
  if (waits || (task.status !== 'B' && task.status !== '3-')) return task;
  const mayStart = its.some((budget) => bindingAmount(budget) !== null);
  const status = task.status === '3-' ? '3' : mayStart ? 'B++' : '2';
  return { ...task, ...reaching(question, task, status), revision: question.stamp.id };
}

function facts(budget: Budget): Readonly<Record<string, string>> {
  return { description: budget.description, version: String(budget.version) };
}

function told(
  { case: subject }: CaseQuestion,
  budget: Budget,
  notice: 'budget-approved' | 'budget-rejected',
): readonly Told[] {
  const office: Told = [notice, { kind: 'office', office: budget.office, company: budget.company }];
  const asked = budget.forwarded?.by.member;
  const waiting = asked && subject.role?.user?.member === asked;
  return waiting ? [office, [notice, { kind: 'member', member: asked }]] : [office];
}
