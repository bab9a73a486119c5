import type { Budget } from '../budget/budget.ts';
import { unchecked } from '../budget/sampled.ts';
import type {
  BudgetId,
  CaseId,
  CompanyId,
  InvoiceId,
  MemberId,
  OfficeId,
  PortalId,
  SettlementId,
  TaskId,
} from '../ids.ts';
import { invoicesOf, stands, type Invoice } from '../invoice/invoice.ts';
import type { CompensationResult } from '../compensation/compensation.ts';
import type { PersonRef } from '../member/person-ref.ts';
import type { Moment } from '../moment.ts';
import type { TaskKind } from '../portal/portal-settings.ts';
import type { OwingSide, Target, Task } from '../task/task.ts';
import type { TaskStatus } from '../task/task-status.ts';
import { settlementsOf, type Settlement } from '../settlement/settlement.ts';
import { seesContent } from './case-parts.ts';
import type { CaseContent } from './case.ts';

/**
 * What lists, filters and counts know of a case: when near, when due, who acts (design.md §11, list in step). Arrow,
 * colours and counts come from it, the standing and the clock.
 */
export interface CaseRow {
  readonly id: CaseId;
  readonly portal: PortalId;
  readonly number: string;
  readonly claimNumber: string;
  readonly state: 'open' | 'closed' | 'deleted';
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly region: string;
  readonly cause: string;
  /** Calendar day. */
  readonly lossDate: string;
  readonly handler: MemberId | null;
  readonly role: RowRole | null;
  readonly roleDeclined: boolean;
  readonly tasks: readonly RowTask[];
  /** Budgets that wait for a decision, as far as they are seen. */
  readonly budgets: readonly RowBudget[];
  /** Invoices that were not rejected, as far as they are seen; left out where there are none. */
  readonly invoices?: readonly RowInvoice[];
  /** Budgets of which an approval waits to be looked at by the insurer; left out where there are none. */
  readonly toCheck?: readonly BudgetId[];
  /** Settlements that wait because they bind more than was approved, as far as they are seen; left out where there are none. */
  readonly settlements?: readonly RowSettlement[];
  /** The main inspection's outcome; null while undecided. */
  readonly decision: CompensationResult | null;
  /** Number of chat messages; unread = messages minus what the person has read or written. */
  readonly messages: number;
  readonly changedAt: Moment;
  /** False where only the header is seen, because the role waits for a user. */
  readonly content: boolean;
}

/** The External Case Handler role in a row. */
export interface RowRole {
  readonly office: OfficeId;
  readonly officeName: string;
  readonly company: CompanyId;
  readonly user: PersonRef | null;
  readonly since: Moment;
  readonly target: Target | null;
}

/** A task in a row. */
export interface RowTask {
  readonly id: TaskId;
  readonly type: string;
  readonly kind: TaskKind;
  readonly main: boolean;
  readonly status: TaskStatus;
  readonly office: OfficeId | null;
  readonly company: CompanyId | null;
  readonly responsibles: readonly MemberId[];
  /** Whose completion waits for approval; absent in a row of before it was kept. */
  readonly completedBy?: MemberId | null;
  /** Who owes the information that it waits for; left out where it waits for none. */
  readonly owedBy?: OwingSide;
  /** All that was left of it went to the customer, which finished it; left out where that is not so. */
  readonly settled?: true;
  readonly target: Target | null;
}

/** A waiting budget in a row. */
export interface RowBudget {
  readonly id: BudgetId;
  readonly company: CompanyId;
  readonly amount: number;
  readonly forwarded: boolean;
  readonly target: Target | null;
  /** Whose work it is; absent in a row of before they were kept. */
  readonly tasks?: readonly TaskId[];
  readonly submittedBy?: MemberId;
}

/** An invoice in a row: its number is compared before one is sent, also offline. */
export interface RowInvoice extends Pick<Invoice, 'company' | 'number'> {
  readonly id: InvoiceId;
  /** For the insurer's decision. */
  readonly waits: boolean;
}

/** A provisional settlement in a row, with whose work went to the customer. */
export interface RowSettlement {
  readonly id: SettlementId;
  readonly works: readonly { readonly company: CompanyId; readonly tasks: readonly TaskId[] }[];
}

/** Pure: the portal server calls it when it saves, the app after a replay (design.md §11). */
export function toListRow({ case: view, chat }: CaseContent): CaseRow {
  const { role } = view;
  const invoices = invoicesOf(view).filter(stands).map(rowInvoice);
  // For who sees all budgets: whose own alone are seen is asked for nothing by it.
  const ofAll = view.hidden.includes('other-budgets') ? [] : view.budgets;
  const toCheck = ofAll.filter((budget) => unchecked(budget).length > 0).map(({ id }) => id);
  const settlements = settlementsOf(view)
    .filter(({ state }) => state === 'provisional')
    .map(rowSettlement);
  return {
    id: view.id,
    portal: view.portal,
    number: view.number,
    claimNumber: view.claimNumber,
    state: view.state,
    street: view.site.street,
    postalCode: view.site.postalCode,
    city: view.site.city,
    region: view.site.region,
    cause: view.damage.cause,
    lossDate: view.damage.lossDate,
    handler: view.handler?.member ?? null,
    role: role && {
      office: role.office,
      officeName: role.officeName,
      company: role.company,
      user: role.user,
      since: role.userAssignedAt ?? role.officeAssignedAt,
      target: role.target,
    },
    roleDeclined: view.roleDeclined !== null,
    tasks: view.tasks.map(rowTask),
    budgets: view.budgets.filter((budget) => budget.state === 'submitted').map(rowBudget),
    ...(invoices.length > 0 ? { invoices } : {}),
    ...(toCheck.length > 0 ? { toCheck } : {}),
    ...(settlements.length > 0 ? { settlements } : {}),
    decision: view.decision?.result ?? null,
    messages: chat.length,
    changedAt: view.changedAt,
    content: seesContent(view),
  };
}

function rowTask(task: Task): RowTask {
  const { id, type, kind, main, status, office, company, responsibles, completedBy, inquiry, settled, target } = task;
  return {
    id,
    type,
    kind,
    main,
    status,
    office,
    company,
    target,
    responsibles: responsibles.map((each) => each.member),
    completedBy: completedBy?.member ?? null,
    ...(inquiry ? { owedBy: inquiry.owedBy } : {}),
    ...(settled ? { settled: true } : {}),
  };
}

function rowSettlement({ id, items }: Settlement): RowSettlement {
  const companies = [...new Set(items.map(({ company }) => company))];
  const tasksOf = (company: CompanyId) =>
    new Set(items.filter((each) => each.company === company).map(({ task }) => task));
  return { id, works: companies.map((company) => ({ company, tasks: [...tasksOf(company)] })) };
}

function rowInvoice({ id, company, number, state }: Invoice): RowInvoice {
  return { id, company, number, waits: state === 'entered' };
}

function rowBudget({ id, company, money, forwarded, target, tasks, submittedBy }: Budget): RowBudget {
  return {
    id,
    company,
    amount: money.amount,
    forwarded: forwarded !== null,
    target,
    tasks,
    submittedBy: submittedBy.member,
  };
}
