import type { BudgetId, CommandId, CompanyId, MemberId, OfficeId, TaskId } from '../ids.ts';
import type { FileRef } from '../document/document.ts';
import type { PersonRef } from '../member/person-ref.ts';
import type { Money } from '../money.ts';
import type { Moment } from '../moment.ts';
import type { Role } from '../rights/rights.ts';
import type { Target } from '../task/task.ts';
import type { ItemsDecision, SentItem } from '../work-plan/work-plan.ts';

/** One amount for one or more tasks of one office: with a calculation file (domain.md §6.1), or of work items (§7). */
export interface Budget {
  readonly id: BudgetId;
  readonly tasks: readonly TaskId[];
  readonly office: OfficeId;
  readonly company: CompanyId;
  readonly version: number;
  readonly state: 'submitted' | 'approved' | 'rejected' | 'recalled';
  readonly description: string;
  /** Excluding material and VAT. Of work items: what they add to what is in force, less than nothing where they lower it. */
  readonly money: Money;
  /** null for one of work items. */
  readonly file: FileRef | null;
  /** The work items as they were sent: that stays whatever becomes of them. Missing where it is not given, or of a simple budget. */
  readonly items?: readonly SentItem[];
  /** Of work items: minor units of the money that still wait, and what was decided, the oldest first. */
  readonly waiting?: number;
  readonly decided?: readonly ItemsDecision[];
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
  /** That the insurer looks at it as well, and who has done so: each absent where it is not (domain-2.md §3). */
  readonly sampled?: true;
  readonly checked?: { readonly by: PersonRef; readonly at: Moment };
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

/** True for a budget of work items (domain.md §7). */
export function isOfItems({ file }: Pick<Budget, 'file'>): boolean {
  return file === null;
}

/** The amount that would be in force, were all approved that waits: of work items that is beside what was decided of them. */
export function amountOnceApproved(budget: Budget): number {
  const { money, waiting } = budget;
  return waiting === undefined ? money.amount : (bindingAmount(budget) ?? 0) + waiting;
}

/** What of the amounts in force a member brought about as a partner, under whichever role (domain.md §6.3). */
export function approvedInForce(budgets: readonly Budget[], member: MemberId): number {
  return chainsOf(budgets).reduce((sum, approvals) => sum + countedFor(approvals, member), 0);
}

/** What approving so much of a budget would add to that, among the budgets of its case; less than nothing where it lowers. */
export function addedByApproval(
  budget: Budget,
  member: MemberId,
  amount = amountOnceApproved(budget),
  among: readonly Budget[] = [budget],
): number {
  const { version, approvals, submittedBy } = budget;
  const [by, previous] = [{ ...submittedBy, member }, bindingAmount(budget) ?? 0];
  const at = among.flatMap((each) => each.approvals.map((approval) => approval.at)).reduce(later, '');
  const approval: BudgetApproval = { version, by, as: 'external-case-handler', amount, previous, at };
  const after = { ...budget, approvals: [...approvals, approval] };
  const others = among.filter(({ id }) => id !== budget.id);
  return approvedInForce([...others, after], member) - approvedInForce([...others, budget], member);
}

function later(one: Moment, other: Moment): Moment {
  return one > other ? one : other;
}

type Approved = Pick<BudgetApproval, 'as' | 'amount'> & { readonly by: Pick<PersonRef, 'member'> };

/**
 * The approvals that lie on each other: of a simple budget its versions; of a company's work plan all of them, because an
 * item that is approved with one budget may be lowered with another, each of which says what it adds.
 */
function chainsOf(budgets: readonly Budget[]): readonly (readonly Approved[])[] {
  const plans = new Map<CompanyId, readonly BudgetApproval[]>();
  for (const { approvals, company } of budgets.filter(isOfItems))
    plans.set(company, [...(plans.get(company) ?? []), ...approvals]);
  const simple = budgets.filter((budget) => !isOfItems(budget)).map(({ approvals }) => approvals);
  return [...simple, ...[...plans.values()].map(asOne)];
}

function asOne(approvals: readonly BudgetApproval[]): readonly Approved[] {
  let inForce = 0;
  return approvals
    .toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)))
    .map(({ by, as, amount, previous }) => ({ by, as, amount: (inForce += amount - previous) }));
}

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
