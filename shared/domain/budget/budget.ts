import type { BudgetId, CommandId, CompanyId, MemberId, OfficeId, TaskId } from '../ids.ts';
import type { FileRef } from '../document/document.ts';
import type { PersonRef } from '../member/person-ref.ts';
import type { Money } from '../money.ts';
import type { Moment } from '../moment.ts';
import type { Role } from '../rights/rights.ts';
import type { Target } from '../task/task.ts';

/** A simple budget: one amount with a calculation file for one or more tasks of one office (domain.md §6.1). */
export interface Budget {
  readonly id: BudgetId;
  readonly tasks: readonly TaskId[];
  readonly office: OfficeId;
  readonly company: CompanyId;
  readonly version: number;
  readonly state: 'submitted' | 'approved' | 'rejected';
  readonly description: string;
  /** Excluding material and VAT. */
  readonly money: Money;
  readonly file: FileRef;
  readonly comment: string;
  readonly submittedBy: PersonRef;
  readonly submittedAt: Moment;
  /** When the decision is expected. */
  readonly target: Target | null;
  readonly rejection: { readonly by: PersonRef; readonly reason: string; readonly at: Moment } | null;
  /** Every approval of every version, oldest first: the last one is the binding amount (domain.md §6.2). */
  readonly approvals: readonly BudgetApproval[];
  /** Sent on to the insurer, because it was above somebody's limit (domain.md §6.3). */
  readonly forwarded: BudgetForward | null;
  /** The command that made or decided this version (sync.md 11). */
  readonly revision: CommandId;
}

/** That a version was approved, by whom, as whom and for how much. */
export interface BudgetApproval {
  readonly version: number;
  readonly by: PersonRef;
  readonly as: Role;
  /** Minor units; `previous` is the binding amount it replaced, 0 for the first. */
  readonly amount: number;
  readonly previous: number;
  readonly at: Moment;
}

/** A question to the insurer: the frozen amounts that were above the limit. */
export interface BudgetForward {
  readonly by: PersonRef;
  readonly at: Moment;
  readonly note: string;
  /** Minor units above the limit when it was sent on; null where the limit is not the reader's to know. */
  readonly over: number | null;
}

/** The amount in force: of the last approved version; null before the first approval. */
export function bindingAmount(budget: Budget): number | null {
  return budget.approvals.at(-1)?.amount ?? null;
}

/** What a member has approved as External Case Handler in these budgets, net of what it replaced (domain.md §6.3). */
export function approvedAsExternalCaseHandler(budgets: readonly Budget[], member: MemberId): number {
  return budgets.reduce((sum, budget) => sum + countedIn(budget, member), 0);
}

/** What approving the version that waits would add to that: the difference to the binding amount. */
export function addedByApproval(budget: Budget, member: MemberId): number {
  const counted = countedIn(budget, member);
  return Math.max(0, counted + budget.money.amount - (bindingAmount(budget) ?? 0)) - counted;
}

/** Lowering releases what counted, and never more: what somebody else approved does not become headroom. */
function countedIn({ approvals }: Budget, member: MemberId): number {
  return approvals
    .filter((approval) => approval.as === 'external-case-handler' && approval.by.member === member)
    .reduce((sum, approval) => Math.max(0, sum + approval.amount - approval.previous), 0);
}
