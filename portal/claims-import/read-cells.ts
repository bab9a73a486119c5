import { fromMilliseconds, isMoment, toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import type { CodeWords } from './column-mapping.ts';
import type { TableRow } from './read-table.ts';
import { shown, type CellFault } from './row-message.ts';

/** Reads the cells of one row and gathers what is wrong with them, so that one message can name it all. */
export interface CellReader {
  /** The cell's text; null where the mapping has no such column or the cell is not reported. */
  readonly text: (column: string | undefined) => string | null;
  readonly needed: (column: string) => string;
  readonly number: (column: string | undefined, range: Range) => number | null;
  /** Minor units; money may be written `1e+05`. */
  readonly money: (column: string | undefined) => number | null;
  /** A calendar day, `2026-03-01`. */
  readonly day: (column: string | undefined) => string | null;
  /** A moment; a calendar day is its start. */
  readonly moment: (column: string | undefined) => Moment | null;
  /** A day, or a moment, that has come. */
  readonly pastDay: (column: string | undefined) => string | null;
  readonly pastMoment: (column: string | undefined) => Moment | null;
  readonly word: (column: string, words: CodeWords | undefined) => string | null;
  readonly wrong: (fault: CellFault) => null;
  readonly faults: readonly CellFault[];
}

/** What a number has to lie in, and how that is said. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly said: string;
}

/** More than any claim, and well within exact integers of minor units. */
const mostMoney = 1_000_000_000;
const plainNumber = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?$/i;

/** No cell of a claim is longer. */
const longestCell = 2000;
/** Control characters that no text has, halves of characters, and what stands where a character was lost. */
const noText = /[^\P{Cc}\t\r\n]|\p{Cs}|\ufffd/u;
const firstDay = '1900-01-01';

/** What a row is read with. */
export interface CellRules {
  /** The columns that matter. */
  readonly columns: readonly string[];
  readonly notReported: readonly string[];
  readonly now: Moment;
}

/** The reader of a row. */
export function readCells({ cells }: TableRow, { columns, notReported, now }: CellRules): CellReader {
  const faults: CellFault[] = [];
  const wrong = (fault: CellFault): null => {
    faults.push(fault);
    return null;
  };
  const text = (column: string | undefined): string | null => {
    const cell = column === undefined ? '' : (cells.get(column) ?? '');
    return cell === '' || notReported.includes(cell) ? null : cell;
  };
  const number = (column: string | undefined, range: Range): number | null => {
    const cell = text(column);
    if (cell === null || column === undefined) return null;
    const value = plainNumber.test(cell) ? Number(cell) : NaN;
    if (value >= range.from && value <= range.to) return value;
    return wrong({ column, wrong: `${shown(cell)} is no such number`, expected: range.said });
  };
  const day = (column: string | undefined): string | null => {
    const cell = text(column);
    if (cell === null || column === undefined) return null;
    const found = dayOf(cell);
    return found ?? wrong({ column, wrong: `${shown(cell)} is no date`, expected: 'a date like 2026-03-01' });
  };
  const moment = (column: string | undefined): Moment | null => {
    const cell = text(column);
    if (cell === null || isMoment(cell)) return cell;
    const found = day(column);
    return found === null ? null : `${found}T00:00:00.000Z`;
  };
  const come = (column: string | undefined, value: string | null): string | null => {
    if (value === null || column === undefined) return null;
    const unfit = unfitDay(value, now);
    return unfit ? wrong({ column, ...unfit }) : value;
  };
  for (const column of columns) {
    const unfit = unfitText(cells.get(column) ?? '');
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
    needed: (column) => text(column) ?? wrong({ column, wrong: 'it is empty', expected: 'a value' }) ?? '',
    money: (column) => {
      const amount = number(column, { from: 0, to: mostMoney, said: 'an amount of money like 1250.50 or 1e+05' });
      return amount === null ? null : Math.round(amount * 100);
    },
    word: (column, words) => {
      const cell = text(column);
      if (cell === null || words === undefined) return cell;
      return wordOf(cell, words) ?? wrong({ column, wrong: `${shown(cell)} is no known code`, expected: codes(words) });
    },
  };
}

/** The calendar day of `2026-03-01` or of a moment of that day; checked, also before 1970. */
function dayOf(cell: string): string | null {
  const [, day] = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?Z?)?$/.exec(cell) ?? [];
  return day !== undefined && isMoment(`${day}T00:00:00.000Z`) ? day : null;
}

function unfitText(cell: string): Omit<CellFault, 'column'> | null {
  if (cell.length > longestCell) {
    return { wrong: `${shown(cell)} is too long`, expected: `${longestCell} characters at most` };
  }
  if (!noText.test(cell)) return null;
  return { wrong: `${shown(cell)} has characters that are lost or no text`, expected: 'the file in UTF-8' };
}

/** What has happened lies in the past; somewhere it is tomorrow already. */
function unfitDay(value: string, now: Moment): Omit<CellFault, 'column'> | null {
  if (value < firstDay) return { wrong: `${shown(value)} is too long ago`, expected: 'a date from 1900 on' };
  if (value.slice(0, 10) <= dayAfter(now)) return null;
  return { wrong: `${shown(value)} has not come yet`, expected: 'a date up to today' };
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
