import Papa from 'papaparse';
import type { ColumnMapping } from './column-mapping.ts';
import { fileFault, rowMessage, shown, type CellFault, type RowMessage } from './row-message.ts';

/** A row of the file: its number as a spreadsheet shows it (lines that are skipped count) and its cells by heading. */
export interface TableRow {
  readonly row: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** The rows that could be told apart, and a message for each that could not. */
export interface Table {
  readonly rows: readonly TableRow[];
  readonly messages: readonly RowMessage[];
  /** What is odd in rows that could be told apart. */
  readonly notes: readonly RowMessage[];
  /** Rows with anything in them, the headings left out. */
  readonly count: number;
}

/** What a table is cut by. */
export interface TableMapping extends Pick<ColumnMapping, 'delimiter' | 'skipLines' | 'constants'> {
  /** Every heading that is needed, and the field of the mapping that names it. */
  readonly named: ReadonlyMap<string, string>;
  /** What a quotation mark is: around a cell, unless it is a letter like any other, an inch for example. */
  readonly quotes?: 'around-cells' | 'letters';
}

/** What is read at once has to fit into memory beside all else. */
const mostRows = 100_000;

/**
 * Cuts a CSV text into rows; a delimiter that neither the mapping nor a first line `sep=;` names is found out. Headings
 * that the mapping names and the file lacks end it.
 */
export function readTable(text: string, mapping: TableMapping): Table {
  const odd = oddFile(text);
  if (odd) return { ...nothing, messages: [odd] };
  const { body, delimiter } = withoutTop(text, mapping);
  const parsed = Papa.parse<string[]>(body, { skipEmptyLines: false, delimiter, ...writingOf(mapping) });
  const [headings = [], ...records] = parsed.data;
  const names = headings.map((heading) => heading.trim());
  const first = mapping.skipLines + 1;
  // Papa counts records from 0 with the headings; a spreadsheet from 1.
  const torn = new Map(parsed.errors.map((error) => [(error.row ?? -first) + first, error.code]));
  const faults = torn.has(first)
    ? [tornQuotes(torn.get(first), headings)]
    : headingFaults(names, mapping, headingsBelow(parsed.data, mapping));
  if (faults.length > 0) return { ...nothing, messages: faults.map((each) => rowMessage(first, [each])) };
  const numbered = records
    .map((record, index) => ({ record, row: index + first + 1 }))
    .filter(({ record }) => record.some((cell) => cell.trim() !== ''));
  if (numbered.length > mostRows) {
    const fault = fileFault('', `it has ${numbered.length} rows`, `${mostRows} at most: cut it into several files`);
    return { ...nothing, messages: [fault], count: numbered.length };
  }
  const headed = { names, constants: Object.entries(mapping.constants), delimiter: parsed.meta.delimiter, torn };
  return { ...takeRows(numbered, headed), count: numbered.length };
}

interface Headed {
  readonly names: readonly string[];
  readonly constants: readonly (readonly [name: string, value: string])[];
  readonly delimiter: string;
  /** What Papa says of the quotation marks, by row. */
  readonly torn: ReadonlyMap<number, string>;
}

interface NumberedRecord {
  readonly record: readonly string[];
  readonly row: number;
}

function takeRows(numbered: readonly NumberedRecord[], { names, constants, delimiter, torn }: Headed) {
  const rows: TableRow[] = [];
  const messages: RowMessage[] = [];
  const notes: RowMessage[] = [];
  for (const { record, row } of numbered) {
    const code = torn.get(row);
    const swallowed = swallowedLines(record, names.length, delimiter);
    const wrong = code === undefined ? unfitRow(record, names.length, swallowed) : tornQuotes(code, record);
    if (wrong) {
      messages.push(rowMessage(row, [wrong]));
      continue;
    }
    if (swallowed > 0) notes.push(rowMessage(row, [takenIn(swallowed)]));
    const cells = names.map((name, index) => [name, (record[index] ?? '').trim()] as const);
    rows.push({ row, cells: new Map([...cells, ...constants]) });
  }
  return { rows, messages, notes };
}

const nothing = { rows: [], messages: [], notes: [], count: 0 } as const;

/** A workbook, a picture, or a file in UTF-16, by its first line: told in one message, not in one a column. */
function oddFile(text: string): RowMessage | null {
  return /^.*\0/.test(text) ? fileFault('', 'it is no text file in UTF-8', 'CSV, saved as UTF-8') : null;
}

/** Line ends are guessed by Papa with quotation marks around cells in mind; where they are letters, the lines are as they are. */
function writingOf({ quotes }: TableMapping) {
  return quotes === 'letters' ? { quoteChar: '', newline: '\n' as const } : {};
}

/** The text from the headings on. A spreadsheet takes `sep=;` for itself and does not count it as a row. */
function withoutTop(text: string, { delimiter, skipLines, quotes }: TableMapping) {
  const [mark = '', named] = /^\uFEFF?(?:"?sep=(.)"?[ \t]*(?:\r\n|\r|\n|$))?/i.exec(text) ?? [];
  const lines = new RegExp(`^(?:[^\\r\\n]*(?:\\r\\n|\\r|\\n)){0,${skipLines}}`);
  const body = text.slice(mark.length).replace(lines, '');
  return { body: quotes === 'letters' ? body.replaceAll(/\r\n?/g, '\n') : body, delimiter: delimiter ?? named ?? '' };
}

/** How many lines are above the headings where they stand further down, below a title; null where they do not. */
function headingsBelow(records: readonly (readonly string[])[], mapping: TableMapping): number | null {
  const needed = [...mapping.named.keys()].filter((column) => !Object.hasOwn(mapping.constants, column));
  const found = records.slice(0, 20).findIndex((record) => {
    const names = new Set(record.map((cell) => cell.trim()));
    return needed.every((column) => names.has(column));
  });
  return found < 1 ? null : mapping.skipLines + found;
}

function headingFaults(names: readonly string[], mapping: TableMapping, below: number | null): readonly CellFault[] {
  const { constants, named: needed } = mapping;
  if (below !== null) {
    const wrong = `the headings are in row ${below + 1}`;
    return [{ column: '', wrong, expected: `“skipLines”: ${below} in the mapping, for what stands above them` }];
  }
  if (names.every((name) => name === '')) {
    return [{ column: '', wrong: 'the file is empty', expected: 'a first row with the headings of the columns' }];
  }
  const found = names.slice(0, 8).map(shown).join(', ');
  return [...needed].flatMap(([column, field]): CellFault[] => {
    const constant = Object.hasOwn(constants, column);
    const times = names.filter((name) => name === column).length;
    if (constant && times > 0) {
      const expected = `a name that is no heading, in “constants” and in “${field}” of the mapping`;
      return [{ column, wrong: 'the file has this column, and the mapping a constant for it', expected }];
    }
    if (times > 1) return [{ column, wrong: 'there are several such columns', expected: 'each heading once' }];
    if (constant || times === 1) return [];
    const expected = `a heading “${column}”, as “${field}” of the mapping names it; the file has ${found}`;
    return [{ column, wrong: 'there is no such column', expected }];
  });
}

function tornQuotes(code: string | undefined, record: readonly string[]): CellFault {
  const lost = linesWithin(record).length;
  const open = code === 'MissingQuotes' ? 'a quotation mark is not closed' : 'its quotation marks do not pair';
  const unread = lost === 1 ? 'the line after it was not read' : `${lost} lines after it were not read`;
  return {
    column: '',
    wrong: lost === 0 ? open : `${open}, so that ${unread}`,
    expected: 'each “"” closed, and doubled in text',
  };
}

/** Cells that are missing at the end are empty; what stands beyond the headings belongs to none. */
function unfitRow(record: readonly string[], columns: number, swallowed: number): CellFault | null {
  if (record.slice(columns).some((cell) => cell.trim() !== '')) {
    const expected = `${columns} cells, one under each heading`;
    return { column: '', wrong: `it has ${record.length} cells`, expected };
  }
  return swallowed > 0 && record.length < columns ? takenIn(swallowed) : null;
}

/** How many lines lie within the quotation marks of a record where one of them looks like a row of its own. */
function swallowedLines(record: readonly string[], columns: number, delimiter: string): number {
  if (columns < 3) return 0;
  const cells = record.length < columns ? 2 : columns;
  const within = linesWithin(record);
  return within.some((line) => line.split(delimiter).length >= cells) ? within.length : 0;
}

function linesWithin(record: readonly string[]): readonly string[] {
  const broken = record.filter((cell) => cell.includes('\n') || cell.includes('\r'));
  return broken.flatMap((cell) => cell.split(/\r\n|\r|\n/).slice(1)).filter((line) => line.trim() !== '');
}

function takenIn(lines: number): CellFault {
  const these = lines === 1 ? 'a line that looks like a row of its own' : `${lines} lines that look like rows`;
  return { column: '', wrong: `its quotation marks take in ${these}`, expected: 'each “"” closed where its cell ends' };
}
