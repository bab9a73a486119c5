import type { Tie } from '../../shared/domain/case/parts/ties.ts';
import type { PlacedRow } from '../../shared/contract/sync.ts';
import type { StoredRow } from './generation.ts';
import { groupBy } from './group-by.ts';
import { bytesText, readPieces } from './record-lines.ts';

/**
 * The rows of an answer with what ties the reader to each case. Pieces are most of the bytes: their ties are found in
 * their text, where the portal server writes them first, and only a line that is written otherwise is parsed.
 */
export function rowsWithTies(rows: readonly PlacedRow[], lines: readonly Uint8Array[]): readonly StoredRow[] {
  const tiesOf = new Map<string, readonly Tie[]>();
  for (const [at, mine] of groupBy(rows, ([, line]) => line)) {
    const line = lines[at];
    const inOrder = mine.toSorted(([, , one], [, , other]) => one - other);
    const found = line ? tiesInLine(line, inOrder) : [];
    for (const [index, [row]] of inOrder.entries()) tiesOf.set(row.id, found[index] ?? []);
  }
  return rows.map(([row, line, place]): StoredRow => [row, line, place, tiesOf.get(row.id) ?? []]);
}

function tiesInLine(line: Uint8Array, rows: readonly PlacedRow[]): readonly (readonly Tie[])[] {
  const text = bytesText(line);
  const ties: (readonly Tie[])[] = [];
  let from = 0;
  for (const [row] of rows) {
    const start = `{"case":${JSON.stringify(row.id)},"ties":[`;
    const found = text.indexOf(start, from);
    const end = found === -1 ? -1 : text.indexOf(']', found + start.length);
    if (end === -1) return tiesOfParsed(line, rows);
    ties.push(JSON.parse(text.slice(found + start.length - 1, end + 1)) as readonly Tie[]); // as the contract has it
    from = end;
  }
  return ties;
}

function tiesOfParsed(line: Uint8Array, rows: readonly PlacedRow[]): readonly (readonly Tie[])[] {
  const pieces = readPieces(line);
  return rows.map(([, , place]) => pieces[place]?.ties ?? []);
}
