import type { PlanColumn } from './plan-columns.ts';
import type { PlanLine } from './plan-lines.ts';

/** What stands in a cell, as text that a spreadsheet takes. */
export function cellText({ content, item, amount, state }: PlanLine, column: PlanColumn, words: CellWords): string {
  switch (column) {
    case 'select':
      return '';
    case 'amount':
      return amount === null ? '' : words.amount(amount);
    case 'state':
      return words.state(state);
    case 'place':
      return words.place(content);
    default:
      return item && column === 'price' && content.price === '' ? '' : content[column];
  }
}

/** How what is no text is written. */
export interface CellWords {
  readonly amount: (minorUnits: number) => string;
  readonly state: (state: PlanLine['state']) => string;
  readonly place: (content: PlanLine['content']) => string;
}

/** Rows of cells as spreadsheets exchange them. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoted).join('\t')).join('\n');
}

/** The rows of cells that were copied out of a spreadsheet, or here. */
export function fromTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const end = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[(at += 1)] ?? '';
      else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === '\t') end();
    else if (sign === '\n') {
      end();
      rows.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  end();
  // The last line has an end too.
  return rows.length > 1 && rows.at(-1)?.join('') === '' ? rows.slice(0, -1) : rows;
}

function quoted(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
