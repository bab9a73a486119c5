/**
 * What is wrong in one cell, and what would be right. `column` is empty where the whole row is meant, `expected` where
 * nothing else is.
 */
export interface CellFault {
  readonly column: string;
  readonly wrong: string;
  readonly expected: string;
}

/** One message, or one note, a row: where, what is wrong or odd, what is expected. */
export interface RowMessage {
  /** As a spreadsheet counts: the headings are row 1. */
  readonly row: number;
  readonly faults: readonly CellFault[];
  /** All of it in one sentence each, ready to be shown. */
  readonly text: string;
}

/** The message of a row. */
export function rowMessage(row: number, faults: readonly CellFault[]): RowMessage {
  const sentences = faults.map(({ column, wrong, expected }) => {
    const where = column === '' ? '' : `column “${column}”: `;
    return `${where}${wrong}${expected === '' ? '' : `; expected: ${expected}`}.`;
  });
  return { row, faults, text: `Row ${row}, ${sentences.join(' And ')}` };
}

/** A message about the file as a whole: it stands at the headings, and nothing is taken from the file. */
export function fileFault(column: string, wrong: string, expected: string): RowMessage {
  return rowMessage(1, [{ column, wrong, expected }]);
}

/** A cell as it is quoted: a message must not become as long as the cell. */
export function shown(cell: string): string {
  return `“${cell.length > 40 ? `${cell.slice(0, 40)}…` : cell}”`;
}
