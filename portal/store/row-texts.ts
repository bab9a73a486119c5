import type { Case } from '../../shared/domain/case/case.ts';
import { toListRow, type CaseRow } from '../../shared/domain/case/list-row.ts';
import { packBudget, packInvoice, packRow, type BudgetLine } from '../../shared/domain/case/row-line.ts';
import type { CompanyId } from '../../shared/domain/ids.ts';
import type { CaseFileTable } from './case-tables.ts';

/** The waiting budgets of a row, each with the company whose it is. */
export type OwnedBudgetLines = readonly (readonly [company: CompanyId, line: BudgetLine])[];

type FirstColumns = 'row_text' | 'row_header' | 'row_budgets';
type RowColumns = FirstColumns | 'row_invoices' | 'row_checks' | 'row_settlements';

/** All that a list row is put together from when it is read: nothing in it depends on who reads it. */
export function rowColumns(whole: Case): Pick<CaseFileTable, RowColumns> {
  const { invoices = [], toCheck = [], settlements = [], ...row } = toListRow({ case: whole, chat: [], log: [] });
  return {
    ...textsOfRow(row),
    row_invoices: JSON.stringify(invoices.map(packInvoice)),
    row_checks: JSON.stringify(toCheck),
    row_settlements: JSON.stringify(settlements),
  };
}

/** The columns that there were from the first. */
export function rowTexts(whole: Case): Pick<CaseFileTable, FirstColumns> {
  const { row_text, row_header, row_budgets } = rowColumns(whole);
  return { row_text, row_header, row_budgets };
}

function textsOfRow(row: CaseRow): Pick<CaseFileTable, FirstColumns> {
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
