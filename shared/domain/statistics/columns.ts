import { bindingAmount, type Budget } from '../budget/budget.ts';
import type { CasePart } from '../case/case-part.ts';
import type { Case } from '../case/case.ts';
import type { CompanyId, MemberId, OfficeId } from '../ids.ts';
import { invoicesOf, stands, type Invoice } from '../invoice/invoice.ts';
import type { Moment } from '../moment.ts';
import type { PortalSettings } from '../portal/portal-settings.ts';
import type { StatisticsCell } from './cell.ts';

/** A case as its reader sees it, with the names the reader knows at the time of the report. */
export interface StatisticsSource {
  readonly view: Case;
  readonly companies: ReadonlyMap<CompanyId, string>;
  readonly offices: ReadonlyMap<OfficeId, string>;
  /** E-mail addresses, of the people whom the reader's directory has. */
  readonly emails: ReadonlyMap<MemberId, string>;
  readonly settings: Pick<PortalSettings, 'currency' | 'timeZone'>;
}

interface Column {
  /** What of a case the cell is made of besides its header. */
  readonly parts: readonly CasePart[];
  readonly value: (source: StatisticsSource) => StatisticsCell;
}

const header: readonly CasePart[] = [];
const tasks: readonly CasePart[] = ['tasks'];
const budgets: readonly CasePart[] = ['budgets', 'other-budgets'];

/**
 * The one table of the Case statistics report, in its order (domain.md §12). A column of which no case has the facts yet
 * (quotes, cash offers) is not there. The e-mail is of who holds the role at the time of the report
 * (seed), and empty while only an office has it.
 */
const columns = {
  caseNumber: { parts: header, value: ({ view }) => text(view.number) },
  claimNumber: { parts: header, value: ({ view }) => text(view.claimNumber) },
  state: { parts: header, value: ({ view }) => text(view.state) },
  created: { parts: header, value: (source) => moment(source, source.view.createdAt) },
  lossDate: { parts: header, value: ({ view }) => day(view.damage.lossDate) },
  damageType: { parts: header, value: ({ view }) => text(view.damage.cause) },
  postalCode: { parts: header, value: ({ view }) => text(view.site.postalCode) },
  city: { parts: header, value: ({ view }) => text(view.site.city) },
  internalHandler: { parts: header, value: ({ view }) => text(view.handler?.name) },
  echCompany: { parts: header, value: ({ view, companies }) => text(companies.get(view.role?.company ?? '')) },
  echOffice: { parts: header, value: ({ view }) => text(view.role?.officeName) },
  echUserEmail: { parts: header, value: ({ view, emails }) => text(emails.get(view.role?.user?.member ?? '')) },
  echOfficeAssignedAt: { parts: header, value: (source) => moment(source, source.view.role?.officeAssignedAt) },
  echUserAssignedAt: { parts: header, value: (source) => moment(source, source.view.role?.userAssignedAt) },
  inspectionOffice: {
    parts: tasks,
    value: ({ view, offices }) => text(offices.get(view.tasks.find(({ main }) => main)?.office ?? '')),
  },
  decision: { parts: header, value: ({ view }) => text(view.decision?.result) },
  decisionAt: { parts: header, value: (source) => moment(source, source.view.decision?.at) },
  taskCount: { parts: tasks, value: ({ view }) => count(view.tasks.length) },
  tasksApproved: { parts: tasks, value: ({ view }) => count(view.tasks.filter(({ status }) => status === 'A').length) },
  budgetSubmitted: { parts: budgets, value: (source) => sum(source, ({ money }) => money.amount) },
  budgetApproved: { parts: budgets, value: (source) => sum(source, bindingAmount) },
  budgetApprovedByEch: { parts: budgets, value: (source) => sum(source, approvedByRole) },
  // Last, in the order in which they came: the cells of a report that was made before are told apart by their place.
  closed: { parts: header, value: (source) => moment(source, source.view.closed?.at) },
  // A rejected invoice is none; who sees a company's budgets sees its invoices.
  invoiceCount: { parts: budgets, value: ({ view }) => count(invoicesOf(view).filter(stands).length) },
  invoiced: { parts: budgets, value: (source) => invoiceSum(source, stands) },
  invoicesApproved: { parts: budgets, value: (source) => invoiceSum(source, ({ state }) => state === 'approved') },
} as const satisfies Record<string, Column>;

/** A column of the report. */
export type StatisticsColumn = keyof typeof columns;

// The keys of the closed table.
const names = Object.keys(columns) as StatisticsColumn[];

/** The columns in their order. */
export const statisticsColumns: readonly StatisticsColumn[] = names;

/** The row of a case: nothing of a part that its reader does not see. */
export function statisticsRow(source: StatisticsSource): readonly StatisticsCell[] {
  const { hidden } = source.view;
  return names.map((name) => {
    const { parts, value } = columns[name];
    // Of the budgets, the own company's may be all that is seen.
    return parts.length > 0 && parts.every((part) => hidden.includes(part)) ? null : value(source);
  });
}

/** A row of before without the cells of what its reader saw then and sees no more. */
export function withoutLost(
  row: readonly StatisticsCell[],
  hidden: { readonly before: readonly CasePart[]; readonly now: readonly CasePart[] },
): readonly StatisticsCell[] {
  const lost = hidden.now.filter((part) => !hidden.before.includes(part));
  if (lost.length === 0) return row;
  return row.map((cell, index) => {
    const name = names[index];
    const parts: readonly CasePart[] = name ? columns[name].parts : [];
    return parts.some((part) => lost.includes(part)) ? null : cell;
  });
}

function approvedByRole({ approvals }: Budget): number | null {
  const last = approvals.at(-1);
  return last?.as === 'external-case-handler' ? last.amount : null;
}

function sum(source: StatisticsSource, amountOf: (budget: Budget) => number | null): StatisticsCell {
  return total(
    source,
    source.view.budgets.map((budget) => amountOf(budget) ?? 0),
  );
}

/** Without VAT. */
function invoiceSum(source: StatisticsSource, isCounted: (invoice: Invoice) => boolean): StatisticsCell {
  return total(
    source,
    invoicesOf(source.view)
      .filter(isCounted)
      .map(({ money }) => money.amount),
  );
}

function total({ settings }: StatisticsSource, amounts: readonly number[]): StatisticsCell {
  const amount = amounts.reduce((before, each) => before + each, 0);
  return { kind: 'money', amount, currency: settings.currency };
}

function text(value: string | undefined): StatisticsCell {
  return value ? { kind: 'text', text: value } : null;
}

function count(value: number): StatisticsCell {
  return { kind: 'count', value };
}

function day(value: string): StatisticsCell {
  return value ? { kind: 'day', day: value } : null;
}

function moment({ settings }: StatisticsSource, value: Moment | null | undefined): StatisticsCell {
  return value ? { kind: 'moment', moment: value, zone: settings.timeZone } : null;
}
