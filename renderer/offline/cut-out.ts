import type { CaseId } from '../../shared/domain/ids.ts';

/*
 * A withdrawal takes one case out of records that hold many (sync.md 29). Parsing and writing all of them again costs
 * ten times as much as finding the one in the text, so it is found, checked, and cut out. Where the text is not written
 * the way the portal server writes it, null is answered and the caller parses.
 */

/** The rows text without a case's row: `[{"id":"…",…},chunk,place]` and the comma that parts it from the next. */
export function withoutRow(text: string, id: CaseId): string | null {
  const found = findElement(text, `[{"id":${JSON.stringify(id)},`);
  if (!found || !isRowOf(found.element, id)) return null;
  const { start, end } = found;
  if (text[end] === ',') return text.slice(0, start) + text.slice(end + 1);
  return text.slice(0, text[start - 1] === ',' ? start - 1 : start) + text.slice(end);
}

/** The chunk text with null where a case's content was: the places of the others stay. */
export function withoutContent(text: string, id: CaseId): string | null {
  const found = findElement(text, `{"case":{"id":${JSON.stringify(id)},`);
  if (!found || !isContentOf(found.element, id)) return null;
  return `${text.slice(0, found.start)}null${text.slice(found.end)}`;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly element: unknown;
}

/** Text that people typed has its quotes escaped, so what looks like the start of an element is one. */
function findElement(text: string, begins: string): Found | null {
  const start = text.indexOf(begins);
  const end = start === -1 ? -1 : endOfValue(text, start);
  if (end === -1) return null;
  return { start, end, element: JSON.parse(text.slice(start, end)) };
}

const [quote, backslash, open, close, openList, closeList] = [...'"\\{}[]'].map((each) => each.charCodeAt(0));

/** Behind the object or list that begins at `start`; -1 where the text ends before it. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  let inText = false;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
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
  if (!Array.isArray(element) || element.length !== 3) return false;
  // A list of tasks begins the same way; only a row has its chunk and place behind it.
  const [row, chunk]: unknown[] = element;
  if (typeof chunk !== 'number') return false;
  return typeof row === 'object' && row !== null && 'id' in row && row.id === id;
}

function isContentOf(element: unknown, id: CaseId): boolean {
  if (typeof element !== 'object' || element === null || !('case' in element)) return false;
  const { case: view } = element;
  return typeof view === 'object' && view !== null && 'id' in view && view.id === id;
}
