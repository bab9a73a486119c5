import type { PlacedRow } from '../../shared/contract/sync.ts';
import { groupBy } from './group-by.ts';
import { rowsLine, textBytes } from './record-lines.ts';

/** The rows of two chunks lie together: few enough to be written again, enough to be read quickly. */
const chunksAPart = 2;

/** Which part of a page's rows a case's row lies in. */
export function partOf(chunk: number): number {
  return Math.floor(chunk / chunksAPart);
}

/** A part of a page's rows, as a rows line of its own. */
export interface RowPart {
  readonly part: number;
  readonly line: Uint8Array;
}

const opening = '{"kind":"rows","rows":[';

/** Cuts a rows line into its parts by text: rows are parsed once, by whoever received them, and never written again. */
export function rowParts(line: string, rows: readonly PlacedRow[]): readonly RowPart[] {
  const firsts = rows.filter(([, chunk], index) => index === 0 || partOf(chunk) !== partOf(rows[index - 1]?.[1] ?? 0));
  const starts: number[] = [];
  for (const [row] of firsts) starts.push(line.indexOf(`[{"id":${JSON.stringify(row.id)},`, starts.at(-1) ?? 0));
  const ends = [...starts.slice(1).map((start) => start - 1), line.trimEnd().length - 2];
  const asExpected =
    line.startsWith(opening) &&
    line.trimEnd().endsWith(']}') &&
    !starts.includes(-1) &&
    starts.slice(1).every((start) => line[start - 1] === ',') &&
    new Set(firsts.map(([, chunk]) => partOf(chunk))).size === firsts.length;
  if (!asExpected) return writtenAgain(rows);
  return firsts.map(([, chunk], index) => ({
    part: partOf(chunk),
    line: textBytes(`${opening}${line.slice(starts[index], ends[index])}]}`),
  }));
}

/** The slow way, for a line that another portal server wrote in another order. */
function writtenAgain(rows: readonly PlacedRow[]): readonly RowPart[] {
  const parts = groupBy(rows, ([, chunk]) => partOf(chunk));
  return [...parts].map(([part, mine]) => ({ part, line: rowsLine(mine) }));
}
