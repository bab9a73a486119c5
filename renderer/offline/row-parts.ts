import type { StoredRow } from './generation.ts';
import { groupBy } from './group-by.ts';
import { rowsLine, textBytes } from './record-lines.ts';

/** The rows of two lines of pieces lie together: few enough to be written again, enough to be read quickly. */
const linesAPart = 2;

/** Which part of a page's rows a case's row lies in. */
export function partOf(line: number): number {
  return Math.floor(line / linesAPart);
}

/** A part of a page's rows, as a rows line of its own. */
export interface RowPart {
  readonly part: number;
  readonly line: Uint8Array;
}

const opening = '{"kind":"rows","rows":[';

/**
 * Cuts a rows line into its parts by text, each row with its ties behind it: rows are parsed once, by whoever received
 * them, and not written again.
 */
export function rowParts(line: string, rows: readonly StoredRow[]): readonly RowPart[] {
  const texts = rowTexts(line.trimEnd(), rows);
  if (!texts) return writtenAgain(rows);
  const parts = groupBy([...rows.keys()], (index) => partOf(rows[index]?.[1] ?? 0));
  return [...parts].map(([part, mine]) => ({
    part,
    line: textBytes(`${opening}${mine.map((index) => texts[index]).join(',')}]}`),
  }));
}

/** The text of each row with its ties; null for a line that another portal server wrote in another order. */
function rowTexts(line: string, rows: readonly StoredRow[]): readonly string[] | null {
  if (!line.startsWith(opening) || !line.endsWith(']}')) return null;
  const starts: number[] = [];
  for (const [row] of rows) {
    const start = line.indexOf(`[{"id":${JSON.stringify(row.id)},`, starts.at(-1) ?? 0);
    if (start === -1) return null;
    starts.push(start);
  }
  const texts: string[] = [];
  for (const [index, [, at, place, ties]] of rows.entries()) {
    const end = index + 1 < starts.length ? (starts[index + 1] ?? 0) - 1 : line.length - 2;
    const text = line.slice(starts[index], end);
    const tail = `,${String(at)},${String(place)}]`;
    if (!text.endsWith(tail)) return null;
    texts.push(`${text.slice(0, -1)},${JSON.stringify(ties)}]`);
  }
  return texts;
}

/** The slow way. */
function writtenAgain(rows: readonly StoredRow[]): readonly RowPart[] {
  const parts = groupBy(rows, ([, line]) => partOf(line));
  return [...parts].map(([part, mine]) => ({ part, line: rowsLine(mine) }));
}
