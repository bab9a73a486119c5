import type { Budget, BudgetApproval } from '../../shared/domain/budget/budget.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { type CaseCommand, decideCase } from '../../shared/domain/command-book.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import { aBudget, aCase, aCaseHandler, aQuestion, aRole, aTask, carla, monday } from './builders.ts';

export const eur = (amount: number) => ({ amount, currency: 'EUR' });

/** A case of which carla is the External case handler, with a budget that waits. */
export const handled = (change: Partial<Budget> = {}, task: Parameters<typeof aTask>[0] = {}): Case =>
  aCase({ role: aRole({ user: carla }), tasks: [aTask({ status: 'B', ...task })], budgets: [aBudget(change)] });

/** Decides a command as carla sees the case, unless said otherwise. */
export function decideOn(
  subject: Case,
  command: CaseCommand,
  standing = aCaseHandler(),
  basedOn: string | null = 'revision-of-budget-1',
): Decision<Case> {
  return decideCase(aQuestion({ case: subject, standing, stamp: { basedOn } }), command);
}

/** Carla approved version 1 as External case handler. */
export const anApproval = (change: Partial<BudgetApproval> = {}): BudgetApproval => ({
  version: 1,
  by: carla,
  as: 'external-case-handler',
  amount: 420_000,
  previous: 0,
  at: monday,
  ...change,
});

export const approve = (amount = 420_000, version = 1) =>
  ({ name: 'approve-budget', input: { budget: 'budget-1', version, money: eur(amount) } }) as const;

/** The code of a refusal, or what else the decision is. */
export function code(decision: Decision<Case>): string {
  return decision.kind === 'refused' ? decision.refusal.code : decision.kind;
}
