import type { CaseId } from '../../shared/domain/ids.ts';
import { fromJsonBytes, textBytes } from './record-lines.ts';

/*
 * A withdrawal takes one case out of records that hold many (sync.md 29). Parsing and writing all of them again costs
 * ten times as much as finding the one, so it is found, checked, and cut out of the bytes. Where they are not written the
 * way the portal server writes them, null is answered and the caller parses.
 */

/** The rows without a case's row: `[{"id":"…",…},line,place,ties]` and the comma that parts it from the next. */
export function withoutRow(bytes: Uint8Array, id: CaseId): Uint8Array | null {
  const found = findElement(bytes, `[{"id":${JSON.stringify(id)},`);
  if (!found || !isRowOf(found.element, id)) return null;
  const { start, end } = found;
  if (bytes[end] === comma) return spliced(bytes, start, end + 1);
  return spliced(bytes, bytes[start - 1] === comma ? start - 1 : start, end);
}

/** The pieces with null where a case's piece was: the places of the others stay. */
export function withoutPiece(bytes: Uint8Array, id: CaseId): Uint8Array | null {
  const found = findElement(bytes, `{"case":${JSON.stringify(id)},"ties":`);
  if (!found || !isPieceOf(found.element, id)) return null;
  return spliced(bytes, found.start, found.end, nothing);
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly element: unknown;
}

/**
 * Text that people typed has its quotes escaped, so what looks like the start of an element is one. An id beyond ASCII is
 * not found: the bytes are searched as if each were a letter, so that a place in the text is a place in the bytes.
 */
function findElement(bytes: Uint8Array, begins: string): Found | null {
  const start = aLetterAByte.decode(bytes).indexOf(begins);
  const end = start === -1 ? -1 : endOfValue(bytes, start);
  if (end === -1) return null;
  return { start, end, element: fromJsonBytes(bytes.subarray(start, end)) };
}

function spliced(bytes: Uint8Array, start: number, end: number, between: Uint8Array = none): Uint8Array {
  const whole = new Uint8Array(bytes.length - (end - start) + between.length);
  whole.set(bytes.subarray(0, start));
  whole.set(between, start);
  whole.set(bytes.subarray(end), start + between.length);
  return whole;
}

const aLetterAByte = new TextDecoder('windows-1252');
const none = new Uint8Array(0);
const nothing = textBytes('null');
const [comma, quote, backslash, open, close, openList, closeList] = textBytes(',"\\{}[]');

/** Behind the object or list that begins at `start`; -1 where the bytes end before it. */
function endOfValue(bytes: Uint8Array, start: number): number {
  let depth = 0;
  let inText = false;
  for (let at = start; at < bytes.length; at += 1) {
    const code = bytes[at];
    if (inText) {
      if (code === backslash) at += 1;
      else if (code === quote) inText = false;
    } else if (code === quote) inText = true;
    else if (code === open || code === openList) depth += 1;
    else if (code === close || code === closeList) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

function isRowOf(element: unknown, id: CaseId): boolean {
  if (!Array.isArray(element) || element.length !== 4) return false;
  // A list of budgets begins the same way; only a row has its line and place behind it.
  const [row, line]: unknown[] = element;
  if (typeof line !== 'number') return false;
  return typeof row === 'object' && row !== null && 'id' in row && row.id === id;
}

function isPieceOf(element: unknown, id: CaseId): boolean {
  return typeof element === 'object' && element !== null && 'case' in element && element.case === id;
}
