import { approvedInForce } from '../budget/budget.ts';
import type { Case } from '../case/case.ts';
import type { MemberId } from '../ids.ts';
import { settlementsOf } from './settlement.ts';

/**
 * What of the money that a case binds a member brought about as a partner, under whichever role, in minor units: budgets
 * that were approved, and settlements that were bound beyond them (domain.md §6.3, §15 right 6).
 */
export function boundInForce(subject: Pick<Case, 'budgets' | 'settlements'>, member: MemberId): number {
  return settlementsOf(subject).reduce(
    (sum, { state, bound }) =>
      state === 'binding' && bound?.by.member === member && bound.as !== 'insurer' ? sum + bound.amount : sum,
    approvedInForce(subject.budgets, member),
  );
}
