import { minorUnitDigits } from '../../shared/domain/money.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import { mostPriceItems, mostUnitPrice, type PriceItem } from '../../shared/domain/price-list/price-list.ts';
import { mostQuantity } from '../../shared/domain/work-plan/quantity.ts';
import { lostDigits } from '../claims-import/check-text.ts';
import { readCells, type CellReader } from '../claims-import/read-cells.ts';
import { exampleNumber, readExactly } from '../claims-import/read-number.ts';
import { readTable, type TableRow } from '../claims-import/read-table.ts';
import { fileFault, rowMessage, shown, type CellFault, type RowMessage } from '../claims-import/row-message.ts';
import { findDelimiter } from './find-delimiter.ts';
import { namedPriceColumns, type PriceColumns } from './price-columns.ts';

/** What a price list's file says: its items, or a message for each row that is wrong; with one, nothing is taken. */
export interface ReadPrices {
  readonly items: readonly PriceItem[];
  readonly messages: readonly RowMessage[];
  /** Rows in the file, the headings left out. */
  readonly rows: number;
}

/** What prices are read in. */
export interface PricesSurroundings {
  readonly currency: string;
  readonly timeZone: string;
  readonly now: Moment;
}

/** Reads a price list's file; pure, so that a dry run and the real one cannot differ. */
export function readPrices(text: string, mapping: PriceColumns, around: PricesSurroundings): ReadPrices {
  const named = namedPriceColumns(mapping);
  const { skipLines, quotes } = mapping;
  const delimiter = mapping.delimiter ?? findDelimiter(text, skipLines, named);
  const table = readTable(text, { named, delimiter, skipLines, quotes, constants: {} });
  if (table.messages.length === 0 && table.rows.length === 0)
    return { items: [], messages: [fileFault('', 'it has no rows', 'one row an item')], rows: 0 };
  if (table.count > mostPriceItems) {
    const fault = fileFault('', `it has ${table.count} rows`, `${mostPriceItems} at most`);
    return { items: [], messages: [fault], rows: table.count };
  }
  const rowOf = new Map<string, number>();
  const read = table.rows.map((row) => readRow(row, { mapping, around, columns: [...named.keys()], rowOf }));
  const bad = read.flatMap(({ row, faults }) => (faults.length > 0 ? [rowMessage(row, faults)] : []));
  const messages = [...table.messages, ...bad].toSorted((one, other) => one.row - other.row);
  return { items: messages.length > 0 ? [] : read.map(({ item }) => item), messages, rows: table.count };
}

interface UnderWay {
  readonly mapping: PriceColumns;
  readonly around: PricesSurroundings;
  readonly columns: readonly string[];
  /** The row in which a code stands first. */
  readonly rowOf: Map<string, number>;
}

interface ReadRow {
  readonly row: number;
  readonly item: PriceItem;
  readonly faults: readonly CellFault[];
}

function readRow(row: TableRow, { mapping, around, columns: named, rowOf }: UnderWay): ReadRow {
  const { columns, decimalSign, thousandsSign } = mapping;
  const digits = minorUnitDigits(around.currency);
  const cells = readCells(row, {
    columns: named,
    decimalSign,
    thousandsSign,
    notReported: [],
    dateOrder: 'year-month-day',
    timeZone: around.timeZone,
    moneyDigits: digits,
    now: around.now,
  });
  const hours = columns.hours === undefined ? null : exact(cells, columns.hours, mapping, hoursAsked);
  const item: PriceItem = {
    code: codeIn(cells, columns.code, row.row, rowOf),
    text: short(cells, columns.text, cells.needed(columns.text), 300),
    unit: short(cells, columns.unit, cells.needed(columns.unit), 20),
    trade: short(cells, columns.trade ?? '', cells.text(columns.trade) ?? '', 60),
    unitPrice: exact(cells, columns.unitPrice, mapping, { ...priceAsked(around.currency, digits), needed: true }) ?? 0,
    ...(hours === null ? {} : { hours }),
  };
  return { row: row.row, item, faults: cells.faults };
}

function codeIn(cells: CellReader, column: string, row: number, rowOf: Map<string, number>): string {
  const code = short(cells, column, cells.needed(column), 40);
  const lost = lostDigits(code);
  if (lost) cells.wrong({ column, ...lost });
  const first = rowOf.get(code);
  if (first === undefined) rowOf.set(code, row);
  else if (code !== '') {
    cells.wrong({ column, wrong: `${shown(code)} stands in row ${first} too`, expected: 'each code once' });
  }
  return code;
}

function short(cells: CellReader, column: string, text: string, most: number): string {
  if (text.length > most)
    cells.wrong({ column, wrong: `${shown(text)} is too long`, expected: `${most} characters at most` });
  return text;
}

/** What an exact number has to be. */
interface Asked {
  readonly decimals: number;
  readonly most: number;
  readonly said: string;
  readonly fine: string;
  readonly needed?: boolean;
}

const hoursAsked: Asked = { decimals: 4, most: mostQuantity, said: 'hours', fine: 'four decimals at most' };

function priceAsked(currency: string, decimals: number): Asked {
  const fine =
    decimals === 0 ? `no decimals, as ${currency} has none` : `${decimals} decimals at most, as ${currency} has`;
  return { decimals, most: mostUnitPrice, said: `a price in ${currency}`, fine };
}

function exact(cells: CellReader, column: string, mapping: PriceColumns, asked: Asked): number | null {
  const cell = asked.needed === true ? cells.needed(column) : cells.text(column);
  if (cell === null || cell === '') return null;
  const value = readExactly(cell, mapping, asked.decimals);
  if (value === 'too-fine')
    return cells.wrong({ column, wrong: `${shown(cell)} has too many decimals`, expected: asked.fine });
  if (value !== null && value >= 0 && value <= asked.most) return value;
  const expected = `${asked.said}, like ${exampleNumber(mapping)}, as “decimalSign” and “thousandsSign” of the mapping say`;
  return cells.wrong({ column, wrong: `${shown(cell)} is no such number`, expected });
}
