import type { FileRef } from '../document/document.ts';
import type { BudgetId, CompanyId } from '../ids.ts';
import type { Budget } from './budget.ts';

/** A version of a budget that another one followed, as it was sent, and what became of it: never changed again (domain.md §6.2). */
export interface BudgetVersion extends Pick<
  Budget,
  | 'version'
  | 'description'
  | 'money'
  | 'file'
  | 'comment'
  | 'reason'
  | 'submittedBy'
  | 'submittedAt'
  | 'rejection'
  | 'recall'
> {
  /** The budget's id and the number of the version. */
  readonly id: string;
  readonly budget: BudgetId;
  readonly company: CompanyId;
}

/** The version that a budget is at, kept beside the one that follows it. */
export function versionOf(budget: Budget): BudgetVersion {
  const { id, company, version, description, money, file, comment, submittedBy, submittedAt, rejection } = budget;
  return {
    id: `${id}:${version}`,
    budget: id,
    company,
    version,
    description,
    money,
    file,
    comment,
    ...(budget.reason === undefined ? {} : { reason: budget.reason }),
    submittedBy,
    submittedAt,
    rejection,
    ...(budget.recall ? { recall: budget.recall } : {}),
  };
}

/** A case, as far as earlier versions of budgets are read of it. */
interface WithVersions {
  readonly budgetVersions?: readonly BudgetVersion[];
}

/** What is kept of the versions before, the latest first; of a budget from before they were kept there are gaps. */
export function earlierVersions({ budgetVersions = [] }: WithVersions, { id }: Budget): readonly BudgetVersion[] {
  return budgetVersions.filter(({ budget }) => budget === id).toSorted((one, other) => other.version - one.version);
}

/** What a version changes: each part with what it was and what it is, null where it is the same or not known any more. */
export interface BudgetDifference {
  /** The version that it is compared with, and whether that is the one in force. */
  readonly version: number;
  readonly inForce: boolean;
  /** Minor units before and after. */
  readonly amount: Change<number> | null;
  readonly description: Change<string> | null;
  readonly file: Change<FileRef> | null;
}

interface Change<Value> {
  readonly before: Value;
  readonly after: Value;
}

/**
 * How a budget differs from the version that it would replace: the one in force, or where nothing is, the one before
 * (domain-2.md §3). Null for a first version.
 */
export function differenceOf(subject: WithVersions, budget: Budget): BudgetDifference | null {
  const earlier = earlierVersions(subject, budget);
  const approval = budget.approvals.findLast(({ version }) => version < budget.version);
  const version = approval?.version ?? earlier[0]?.version;
  if (version === undefined) return null;
  const before = earlier.find((each) => each.version === version);
  const amount = approval?.amount ?? before?.money.amount;
  return {
    version,
    inForce: approval !== undefined,
    amount: changed(amount, budget.money.amount, Object.is),
    description: changed(before?.description, budget.description, Object.is),
    file: changed(before?.file ?? undefined, budget.file ?? undefined, (one, other) => one.sha256 === other.sha256),
  };
}

function changed<Value>(
  before: Value | undefined,
  after: Value | undefined,
  isSame: (one: Value, other: Value) => boolean,
): Change<Value> | null {
  return before === undefined || after === undefined || isSame(before, after) ? null : { before, after };
}
