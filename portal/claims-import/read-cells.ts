import { fromMilliseconds, toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import { unfitText } from './check-text.ts';
import type { CodeWords } from './column-mapping.ts';
import { exampleNumber, isNothing, readNumber, type NumberSigns } from './read-number.ts';
import type { TableRow } from './read-table.ts';
import { endsWithYear, momentIn, readTime, type DateOrder } from './read-time.ts';
import { shown, type CellFault } from './row-message.ts';

/** Reads the cells of one row and gathers what is wrong with them, so that one message can name it all. */
export interface CellReader {
  /** The cell's text; null where the mapping has no such column or the cell is not reported. */
  readonly text: (column: string | undefined) => string | null;
  readonly needed: (column: string) => string;
  readonly number: (column: string | undefined, range: Range) => number | null;
  /** Minor units; money may be written `1e+05`, and may be below zero. */
  readonly money: (column: string | undefined) => number | null;
  /** A calendar day, `2026-03-01`. */
  readonly day: (column: string | undefined) => string | null;
  /** A moment; a calendar day is its start in the portal's time zone, and so is a time without an offset meant. */
  readonly moment: (column: string | undefined) => Moment | null;
  /** A day, or a moment, that has come. */
  readonly pastDay: (column: string | undefined) => string | null;
  readonly pastMoment: (column: string | undefined) => Moment | null;
  readonly word: (column: string, words: CodeWords | undefined) => string | null;
  readonly wrong: (fault: CellFault) => null;
  readonly faults: readonly CellFault[];
  /** Says of a cell that it is odd; what it says is kept. */
  readonly note: (fault: CellFault) => void;
  readonly notes: readonly CellFault[];
}

/** What a number has to lie in, and how that is said. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly said: string;
}

/** More than any claim in any currency, and well within exact integers of minor units. */
const mostMoney = 1_000_000_000_000;
const firstDay = '1900-01-01';

/** What a row is read with. */
export interface CellRules extends NumberSigns {
  /** The columns that matter. */
  readonly columns: Iterable<string>;
  readonly notReported: readonly string[];
  readonly dateOrder: DateOrder;
  readonly timeZone: string;
  /** How many decimals the portal's currency has. */
  readonly moneyDigits: number;
  readonly now: Moment;
}

/** The reader of a row. */
export function readCells({ cells }: TableRow, rules: CellRules): CellReader {
  const faults: CellFault[] = [];
  const notes: CellFault[] = [];
  const wrong = (fault: CellFault): null => {
    faults.push(fault);
    return null;
  };
  const note = (fault: CellFault): void => void notes.push(fault);
  const text = (column: string | undefined): string | null => {
    const cell = column === undefined ? '' : (cells.get(column) ?? '');
    return cell === '' || rules.notReported.includes(cell) ? null : cell;
  };
  const number = (column: string | undefined, range: Range): number | null => {
    const cell = text(column);
    if (cell === null || column === undefined || isNothing(cell)) return null;
    const value = readNumber(cell, rules);
    if (value !== null && value >= range.from && value <= range.to) return value;
    const said = range.said + numberHint(cell, rules);
    return wrong({ column, wrong: `${shown(cell)} is no such number`, expected: said });
  };
  const time = (column: string | undefined) => {
    const cell = text(column);
    if (cell === null || column === undefined) return null;
    const found = readTime(cell, rules.dateOrder);
    if (found) return { column, cell, found };
    return wrong({ column, wrong: `${shown(cell)} is no date`, expected: exampleDate(cell, rules.dateOrder) });
  };
  const moment = (column: string | undefined): Moment | null => {
    const read = time(column);
    if (!read) return null;
    const expected = `a time that the clocks of ${rules.timeZone} show: they were put forward then`;
    const found = momentIn(read.found, rules.timeZone);
    return found ?? wrong({ column: read.column, wrong: `${shown(read.cell)} is no time`, expected });
  };
  const day = (column: string | undefined): string | null => time(column)?.found.day ?? null;
  const come = (column: string | undefined, value: string | null): string | null => {
    if (value === null || column === undefined) return null;
    const unfit = unfitDay(value, cells.get(column) ?? '', rules.now);
    return unfit ? wrong({ column, ...unfit }) : value;
  };
  for (const column of rules.columns) {
    const unfit = unfitText(text(column) ?? '');
    if (unfit) wrong({ column, ...unfit });
  }
  return {
    text,
    number,
    day,
    moment,
    pastDay: (column) => come(column, day(column)),
    pastMoment: (column) => come(column, moment(column)),
    wrong,
    faults,
    note,
    notes,
    needed: (column) => text(column) ?? wrong({ column, wrong: 'it is empty', expected: 'a value' }) ?? '',
    money: (column) => {
      const said = `an amount of money like ${exampleNumber(rules)} or 1e+05`;
      const amount = number(column, { from: -mostMoney, to: mostMoney, said });
      if (amount !== null && amount < 0 && column !== undefined) {
        const cell = cells.get(column) ?? '';
        note({ column, wrong: `${shown(cell)} is below zero, and was kept`, expected: 'an amount from 0 on' });
      }
      return amount === null ? null : Math.round(amount * 10 ** rules.moneyDigits);
    },
    word: (column, words) => {
      const cell = text(column);
      if (cell === null || words === undefined) return cell;
      return wordOf(cell, words) ?? wrong({ column, wrong: `${shown(cell)} is no known code`, expected: codes(words) });
    },
  };
}

const dateExamples = {
  'year-month-day': 'a date like 2026-03-01',
  'day-month-year': 'a date like 01/03/2026 (day, month, year) or 2026-03-01',
  'month-day-year': 'a date like 03/01/2026 (month, day, year) or 2026-03-01',
} as const satisfies Record<DateOrder, string>;

function exampleDate(cell: string, order: DateOrder): string {
  const unsaid = order === 'year-month-day' && endsWithYear(cell);
  return unsaid ? `${dateExamples[order]}, or “dateOrder” in the mapping, which says the order` : dateExamples[order];
}

/** A number in another writing is told how the mapping can say so. */
function numberHint(cell: string, { thousandsSign }: NumberSigns): string {
  const grouped = thousandsSign === '' && /^[-+(]?\d[\d.,'’\s]*[.,'’\s]\d+\)?$/.test(cell);
  return grouped ? ', or “decimalSign” and “thousandsSign” in the mapping, which say how numbers are written' : '';
}

/** What has happened lies in the past; somewhere it is tomorrow already. */
function unfitDay(value: string, cell: string, now: Moment): Omit<CellFault, 'column'> | null {
  if (value < firstDay) return { wrong: `${shown(cell)} is too long ago`, expected: 'a date from 1900 on' };
  if (value.slice(0, 10) <= dayAfter(now)) return null;
  return { wrong: `${shown(cell)} has not come yet`, expected: 'a date up to today' };
}

/** The day after that of a moment. */
export function dayAfter(moment: Moment): string {
  return fromMilliseconds(toMilliseconds(moment) + 86_400_000).slice(0, 10);
}

function wordOf(cell: string, { codes: known, above }: CodeWords): string | null {
  if (Object.hasOwn(known, cell)) return known[cell] ?? null;
  return above && /^\d+$/.test(cell) && Number(cell) >= above.from ? above.word : null;
}

function codes({ codes: known, above }: CodeWords): string {
  const named = Object.keys(known).join(', ');
  return above ? `one of ${named}, or ${above.from} and above` : `one of ${named}`;
}
