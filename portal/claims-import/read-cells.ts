import { isMoment, type Moment } from '../../shared/domain/moment.ts';
import type { CodeWords } from './column-mapping.ts';
import type { TableRow } from './read-table.ts';
import type { CellFault } from './row-message.ts';

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

/** The reader of a row. */
export function readCells({ cells }: TableRow, notReported: readonly string[]): CellReader {
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
  return {
    text,
    number,
    day,
    wrong,
    faults,
    needed: (column) => text(column) ?? wrong({ column, wrong: 'it is empty', expected: 'a value' }) ?? '',
    money: (column) => {
      const amount = number(column, { from: 0, to: mostMoney, said: 'an amount of money like 1250.50 or 1e+05' });
      return amount === null ? null : Math.round(amount * 100);
    },
    moment: (column) => {
      const cell = text(column);
      if (cell === null || isMoment(cell)) return cell;
      const found = day(column);
      return found === null ? null : `${found}T00:00:00.000Z`;
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

function wordOf(cell: string, { codes: known, above }: CodeWords): string | null {
  const word = known[cell];
  if (word !== undefined) return word;
  return above && /^\d+$/.test(cell) && Number(cell) >= above.from ? above.word : null;
}

function codes({ codes: known, above }: CodeWords): string {
  const named = Object.keys(known).join(', ');
  return above ? `one of ${named}, or ${above.from} and above` : `one of ${named}`;
}

/** A cell as it is quoted: a message must not become as long as the cell. */
export function shown(cell: string): string {
  return `“${cell.length > 40 ? `${cell.slice(0, 40)}…` : cell}”`;
}
