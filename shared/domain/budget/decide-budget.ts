import { ownCompanyFlag, type Told } from '../decision.ts';
import { personRef } from '../member/standing.ts';
import type { Money } from '../money.ts';
import { stale } from '../overwriting.ts';
import { headroom } from '../rights/may.ts';
import type { Refusal } from '../rights/refusal.ts';
import { isExternalCaseHandler } from '../rights/roles-in-case.ts';
import { gateRefusal } from '../task/change-task.ts';
import {
  budgetPage,
  factsOf,
  otherVersion,
  standsSince,
  stepOfBudget,
  type BudgetQuestion,
  type OnBudget,
} from './budget-page.ts';
import { itemsDecided, waitingItems } from '../work-plan/items-decided.ts';
import { amountOnceApproved, bindingAmount, isOfItems } from './budget.ts';
import { isSampled } from './sampled.ts';
import { closed, replaced, withSettled } from './settle-budget.ts';

/** Approves the version that was seen; amount and currency are repeated and compared (sync.md 11; domain.md §6.3). */
export interface ApproveBudget extends OnBudget {
  readonly money: Money;
}

/** Rejects it, with the reason; the last approved version stays in force (domain.md §3.3 rows 12, 16). */
export interface RejectBudget extends OnBudget {
  readonly reason: string;
}

/** Sends a budget above the limit on to the insurer; the task stays where it is (domain.md §6.3). */
export interface ForwardBudget extends OnBudget {
  readonly note: string;
}

/** The page of `approve-budget`: right, own-company rule, gate, seen version, then the limit (domain.md §14 order). */
export const approveBudget = budgetPage<ApproveBudget>({
  ...stepOfBudget,
  reads: [...stepOfBudget.reads, 'decision'],
  check: (asked) => approvingRefusal(asked),
  limits: (asked, input) => otherVersion(asked, input) ?? otherMoney(asked, input) ?? limitRefusal(asked),
  apply: (asked) => {
    if (isOfItems(asked.budget)) {
      const approved = waitingItems(asked.case, asked.budget);
      return itemsDecided(asked, { approved, rejected: [], reason: '' });
    }
    const { budget, standing, stamp, as } = asked;
    const { version, money, approvals } = budget;
    const previous = bindingAmount(budget) ?? 0;
    const approval = {
      version,
      by: personRef(standing),
      as,
      amount: money.amount,
      previous,
      at: stamp.at,
      ...(isSampled(asked, budget) ? { sampled: true as const } : {}),
    };
    return withSettled(asked, { ...closed(asked), state: 'approved', approvals: [...approvals, approval] });
  },
  log: (asked) => ({
    what: 'budget-approved',
    facts: { ...factsOf(asked.budget), ...ownCompanyFlag(asked, asked.budget.company) },
    company: asked.budget.company,
  }),
  tells: (asked) => toldOfDecision(asked, 'budget-approved'),
});

/** The page of `reject-budget`; needs no headroom (domain.md §6.3). */
export const rejectBudget = budgetPage<RejectBudget>({
  ...stepOfBudget,
  limits: otherVersion,
  apply: (asked, { reason }) => {
    if (isOfItems(asked.budget)) {
      const rejected = waitingItems(asked.case, asked.budget);
      return itemsDecided(asked, { approved: [], rejected, reason });
    }
    const rejection = { by: personRef(asked.standing), reason, at: asked.stamp.at };
    return withSettled(asked, { ...closed(asked), state: 'rejected', rejection });
  },
  log: ({ budget }, { reason }) => ({
    what: 'budget-rejected',
    facts: { ...factsOf(budget), reason },
    company: budget.company,
  }),
  tells: (asked) => toldOfDecision(asked, 'budget-rejected'),
});

/** The page of `forward-budget`: only what is above the own limit, and once. */
export const forwardBudget = budgetPage<ForwardBudget>({
  reads: stepOfBudget.reads,
  changes: ['budgets', 'budget-forwards', 'log'],
  limits: (asked, input) => {
    const changed = otherVersion(asked, input);
    if (changed) return changed;
    if (!limitRefusal(asked)) return { code: 'within-limit', grantor: 'nobody' };
    return asked.budget.forwarded ? { code: 'nothing-to-change', grantor: 'nobody' } : null;
  },
  apply: (asked, { note }) => {
    const above = limitRefusal(asked);
    const over = above?.code === 'limit-exceeded' ? above.over : 0;
    const forwarded = { by: personRef(asked.standing), at: asked.stamp.at, note, over };
    return { budgets: replaced(asked, { ...asked.budget, forwarded, revision: asked.stamp.id }) };
  },
  // The note is for the insurer: beside who handles the case only the writer's company reads it, not the budget's.
  log: ({ budget, standing }, { note }) => ({
    what: 'budget-forwarded',
    facts: { ...factsOf(budget), note },
    company: standing.company,
  }),
  tells: () => [['budget-forwarded', { kind: 'insurer' }]],
});

/** Approving is atomic: one repair that waits holds the whole budget (domain.md §3.5, §6.1). */
export function approvingRefusal(asked: BudgetQuestion): Refusal | null {
  const waits = asked.case.tasks.filter((task) => asked.budget.tasks.includes(task.id));
  return waits.map((task) => gateRefusal(asked, task)).find((refusal) => refusal !== null) ?? null;
}

function otherMoney({ budget }: BudgetQuestion, { money: seen }: ApproveBudget): Refusal | null {
  if (seen.currency !== budget.money.currency) {
    return { code: 'currency-differs', grantor: 'nobody', expected: budget.money.currency };
  }
  return seen.amount === (budget.waiting ?? budget.money.amount) ? null : stale(standsSince(budget));
}

/** The limit binds the External Case Handler as a person, or being project manager as well would shed it. */
export function limitRefusal(
  { standing, case: subject, budget }: BudgetQuestion,
  total = amountOnceApproved(budget),
): Refusal | null {
  if (!isExternalCaseHandler({ standing, case: subject })) return null;
  if (budget.money.currency !== standing.settings.currency) {
    return { code: 'currency-differs', grantor: 'nobody', expected: standing.settings.currency };
  }
  const room = headroom(standing, subject, budget, total);
  return room.over === 0
    ? null
    : { code: 'limit-exceeded', grantor: 'insurer', currency: budget.money.currency, ...room };
}

/** Tells of a decision: the office, and who had sent the budget on and waits for the answer. */
export function toldOfDecision(
  { case: subject, budget }: BudgetQuestion,
  notice: 'budget-approved' | 'budget-rejected' | 'budget-partly-approved',
): readonly Told[] {
  const office: Told = [notice, { kind: 'office', office: budget.office, company: budget.company }];
  const asked = budget.forwarded?.by.member;
  const waiting = asked && subject.role?.user?.member === asked;
  return waiting ? [office, [notice, { kind: 'member', member: asked }]] : [office];
}
