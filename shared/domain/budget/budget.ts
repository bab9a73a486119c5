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
  readonly state: 'submitted' | 'approved' | 'rejected' | 'recalled';
  readonly description: string;
  /** Excluding material and VAT. */
  readonly money: Money;
  readonly file: FileRef;
  readonly comment: string;
  /** Why it was changed; absent for a first version, and where an older app sent it. */
  readonly reason?: string;
  readonly submittedBy: PersonRef;
  readonly submittedAt: Moment;
  /** When the decision is expected. */
  readonly target: Target | null;
  readonly rejection: { readonly by: PersonRef; readonly reason: string; readonly at: Moment } | null;
  /** Taken back before it was decided; absent where it was not. */
  readonly recall?: BudgetRecall;
  /** Every approval of every version, oldest first: the last one is the binding amount (domain.md §6.2). */
  readonly approvals: readonly BudgetApproval[];
  /** Sent on to the insurer, because it was above somebody's limit (domain.md §6.3). */
  readonly forwarded: BudgetForward | null;
  /** Who had sent it on to the insurer, once they have answered; absent where nobody had. */
  readonly answered?: Pick<BudgetForward, 'by' | 'at'>;
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

/** That the version that waited was taken back, by whom and why; what was in force stays so (domain.md §6.2). */
export interface BudgetRecall {
  readonly by: PersonRef;
  readonly comment: string;
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

/** What of the amounts in force a member brought about as a partner, under whichever role (domain.md §6.3). */
export function approvedInForce(budgets: readonly Budget[], member: MemberId): number {
  return budgets.reduce((sum, { approvals }) => sum + countedFor(approvals, member), 0);
}

/** What approving the version that waits would add to that; less than nothing where it lowers. */
export function addedByApproval({ approvals, money }: Budget, member: MemberId): number {
  const partner: Role = 'external-case-handler';
  const after = [...approvals, { by: { member }, as: partner, amount: money.amount }];
  return countedFor(after, member) - countedFor(approvals, member);
}

type Approved = Pick<BudgetApproval, 'as' | 'amount'> & { readonly by: Pick<PersonRef, 'member'> };

/**
 * The amount in force lies in layers: who raises it lays the difference on top, lowering takes from the top, whoever
 * lowers. So the layers are always what is in force, and what somebody else approved becomes nobody's headroom.
 */
function countedFor(approvals: readonly Approved[], member: MemberId): number {
  let layers: readonly Layer[] = [];
  let inForce = 0;
  for (const { by, as, amount } of approvals) {
    const raised = { from: inForce, until: amount, theirs: by.member === member && as !== 'insurer' };
    layers = [...layers.map((each) => ({ ...each, until: Math.min(each.until, amount) })), raised];
    inForce = amount;
  }
  return layers.reduce((sum, { from, until, theirs }) => sum + (theirs ? Math.max(0, until - from) : 0), 0);
}

interface Layer {
  readonly from: number;
  readonly until: number;
  readonly theirs: boolean;
}
