import type { Case } from '../../shared/domain/case/case.ts';
import { toListRow, type CaseRow } from '../../shared/domain/case/list-row.ts';
import { packBudget, packInvoice, packRow, type BudgetLine } from '../../shared/domain/case/row-line.ts';
import type { CompanyId } from '../../shared/domain/ids.ts';
import type { CaseFileTable } from './case-tables.ts';

/** The waiting budgets of a row, each with the company whose it is. */
export type OwnedBudgetLines = readonly (readonly [company: CompanyId, line: BudgetLine])[];

type RowColumns = 'row_text' | 'row_header' | 'row_budgets' | 'row_invoices' | 'row_checks' | 'row_settlements';

/** All that a list row is put together from when it is read. */
export function rowColumns(whole: Case): Pick<CaseFileTable, RowColumns> {
  return {
    ...rowTexts(whole),
    row_invoices: rowInvoices(whole),
    row_checks: rowChecks(whole),
    row_settlements: rowSettlements(whole),
  };
}

/** The invoices of a row, each with the company whose it is. */
function rowInvoices(whole: Case): string {
  const { invoices = [] } = toListRow({ case: whole, chat: [], log: [] });
  return JSON.stringify(invoices.map(packInvoice));
}

/** The budgets of a row of which an approval waits to be looked at. */
function rowChecks(whole: Case): string {
  const { toCheck = [] } = toListRow({ case: whole, chat: [], log: [] });
  return JSON.stringify(toCheck);
}

/** The settlements of a row that wait to be bound. */
function rowSettlements(whole: Case): string {
  const { settlements = [] } = toListRow({ case: whole, chat: [], log: [] });
  return JSON.stringify(settlements);
}

/** What a list row is put together from when it is read: nothing in it depends on who reads it. */
export function rowTexts(whole: Case): Pick<CaseFileTable, 'row_text' | 'row_header' | 'row_budgets'> {
  const { invoices: _, toCheck: __, settlements: ___, ...row } = toListRow({ case: whole, chat: [], log: [] });
  const bare: CaseRow = { ...row, budgets: [], messages: 0, roleDeclined: false };
  const budgets: OwnedBudgetLines = row.budgets.map((budget) => [budget.company, packBudget(budget, row.tasks)]);
  return {
    row_text: textOf({ ...bare, content: true }),
    row_header: textOf({ ...bare, tasks: [], content: false }),
    row_budgets: JSON.stringify(budgets),
  };
}

/** When it changed is each reader's own. */
function textOf(row: CaseRow): string {
  const { changed: _, ...line } = packRow(row);
  return JSON.stringify(line);
}
