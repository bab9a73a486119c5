import Papa from 'papaparse';
import { fileFault, rowMessage, shown, type RowMessage } from './row-message.ts';

/** A row of the file: its number as a spreadsheet shows it (the headings are row 1) and its cells by heading. */
export interface TableRow {
  readonly row: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** The rows that could be told apart, and a message for each that could not. */
export interface Table {
  readonly rows: readonly TableRow[];
  readonly messages: readonly RowMessage[];
  /** Rows with anything in them, the headings left out. */
  readonly count: number;
}

/** What is read at once has to fit into memory beside all else. */
const mostRows = 100_000;

/** Cuts a CSV text into rows; the delimiter is found out. Headings that the mapping names and the file lacks end it. */
export function readTable(text: string, needed: readonly string[]): Table {
  const odd = oddFile(text);
  if (odd) return { rows: [], messages: [odd], count: 0 };
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: false });
  const [headings = [], ...records] = parsed.data;
  const names = headings.map((heading) => heading.trim());
  const faults = headingFaults(names, needed);
  if (faults.length > 0) return { rows: [], messages: faults, count: 0 };
  // Papa counts records from 0 with the headings; a spreadsheet from 1.
  const torn = new Map(parsed.errors.map((error) => [(error.row ?? 0) + 1, error.message]));
  const numbered = records
    .map((record, index) => ({ record, row: index + 2 }))
    .filter(({ record }) => record.some((cell) => cell.trim() !== ''));
  if (numbered.length > mostRows) {
    const fault = fileFault('', `it has ${numbered.length} rows`, `${mostRows} at most: cut it into several files`);
    return { rows: [], messages: [fault], count: numbered.length };
  }
  const messages: RowMessage[] = [];
  const rows: TableRow[] = [];
  for (const { record, row } of numbered) {
    const wrong = tornRow(record, names.length, torn.get(row));
    if (wrong) messages.push(rowMessage(row, [wrong]));
    else rows.push({ row, cells: new Map(names.map((name, index) => [name, (record[index] ?? '').trim()])) });
  }
  return { rows, messages, count: numbered.length };
}

/** A workbook, a picture, or a file in UTF-16, by its first line: told in one message, not in one a column. */
function oddFile(text: string): RowMessage | null {
  return /^.*\0/.test(text) ? fileFault('', 'it is no text file in UTF-8', 'CSV, saved as UTF-8') : null;
}

function headingFaults(names: readonly string[], needed: readonly string[]): readonly RowMessage[] {
  if (names.every((name) => name === '')) {
    return [fileFault('', 'the file is empty', 'a first row with the headings of the columns')];
  }
  const missing = needed.filter((name) => !names.includes(name));
  const found = names.slice(0, 8).map(shown).join(', ');
  const twice = needed.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  return [
    ...missing.map((name) =>
      fileFault(name, 'there is no such column', `a heading “${name}”, as the mapping names it; the file has ${found}`),
    ),
    ...twice.map((name) => fileFault(name, 'there are several such columns', 'each heading once')),
  ];
}

function tornRow(record: readonly string[], columns: number, quotes: string | undefined) {
  if (quotes !== undefined && quotes !== '') {
    return { column: '', wrong: 'its quotation marks do not pair', expected: 'each “"” closed, and doubled in text' };
  }
  if (record.length === columns) return null;
  return { column: '', wrong: `it has ${record.length} cells`, expected: `${columns} cells, one under each heading` };
}
