import { protocolVersion } from '../../shared/contract/protocol-version.ts';
import {
  headLineSchema,
  lineFrameSchema,
  tailLineSchema,
  type PlacedRow,
  type SyncLine,
} from '../../shared/contract/sync.ts';
import type { CategoriesChange } from '../../shared/domain/category/fold-categories.ts';
import type { DirectoryChange } from '../../shared/domain/office/fold-directory.ts';
import type { SyncAnswer } from '../offline/sync-answer.ts';
import { garbled, parseJson, problemOf, unreadable, type Answer, type Trouble } from './answer.ts';

/** Whose answer it has to be. */
export interface Expected {
  readonly account: string;
  readonly portal: string;
}

const piecesStart = new TextEncoder().encode('{"kind":"pieces"');
const text = new TextDecoder();

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };
type Collected = Mutable<Omit<SyncAnswer, 'pieces'>> & { readonly pieces: Uint8Array[]; ended: boolean };

/** Reads the lines of a sync answer; one that was cut (no tail) or is somebody else's is thrown away whole. */
export async function collectAnswer(lines: AsyncIterable<Uint8Array>, expected: Expected): Promise<Answer<SyncAnswer>> {
  const collected: Collected = { ...empty, pieces: [], ended: false };
  let first = true;
  for await (const line of lines) {
    if (line.length === 0) continue;
    const trouble = first ? takeHead(collected, line, expected) : takeLine(collected, line);
    if (trouble) return trouble;
    first = false;
  }
  if (!collected.ended) return { kind: 'unreachable', why: 'cut-off', detail: 'an answer without its end' };
  const { ended: _ended, ...answer } = collected;
  const lost = answer.rows.find(([, at]) => at >= answer.pieces.length);
  return lost ? garbled('a row without its piece') : { kind: 'ok', value: answer };
}

const empty: Omit<SyncAnswer, 'pieces'> = {
  serverTime: '',
  reset: null,
  standing: null,
  directory: null,
  categories: null,
  priceLists: null,
  reading: null,
  notices: [],
  withdrawn: [],
  rows: [],
  rowsLine: null,
  own: [],
  contained: [],
  cursor: { number: 0, mark: '' },
  next: null,
  more: false,
};

function takeHead(collected: Collected, line: Uint8Array, expected: Expected): Trouble | null {
  const said = text.decode(line);
  const head = headLineSchema.safeParse(parseJson(said));
  if (!head.success) return unreadable(said, 'an answer without its head');
  if (head.data.protocol !== protocolVersion) return problemOf('app-too-old', 'The portal server speaks otherwise');
  if (head.data.account !== expected.account) return problemOf('other-account', 'The answer is for somebody else');
  if (head.data.portal !== expected.portal) return garbled('an answer about another portal');
  collected.serverTime = head.data.serverTime;
  return null;
}

function takeLine(collected: Collected, line: Uint8Array): Trouble | null {
  if (collected.ended) return garbled('a line after the end');
  // Pieces are most of the bytes: they are neither decoded nor parsed here.
  if (startsWith(line, piecesStart)) {
    collected.pieces.push(line);
    return null;
  }
  const said = text.decode(line);
  const parsed = parseJson(said);
  if (!lineFrameSchema.safeParse(parsed).success) return unreadable(said, 'a line of no known kind');
  // The frame is checked; contents are checked where they are opened (contract/sync.ts).
  return takeParsed(collected, parsed as SyncLine, line);
}

function takeParsed(collected: Collected, parsed: SyncLine, line: Uint8Array): Trouble | null {
  switch (parsed.kind) {
    case 'head':
      return garbled('a second head');
    case 'reset':
      collected.reset = parsed.reason;
      return null;
    case 'standing':
      collected.standing = parsed.standing;
      return null;
    case 'directory':
      return takeDirectory(collected, parsed);
    case 'categories':
      return takeCategories(collected, parsed);
    case 'price-lists':
      collected.priceLists = { lists: parsed.lists };
      return parsed.lists === null || Array.isArray(parsed.lists) ? null : garbled('price lists');
    case 'reading':
      collected.reading = parsed.reading;
      return null;
    case 'notices':
      collected.notices = parsed.notices;
      return Array.isArray(parsed.notices) ? null : garbled('notices');
    case 'withdrawn':
      collected.withdrawn = parsed.cases;
      return Array.isArray(parsed.cases) ? null : garbled('withdrawals');
    case 'rows':
      collected.rows = parsed.rows;
      collected.rowsLine = line;
      return Array.isArray(parsed.rows) && parsed.rows.every(isPlaced) ? null : garbled('rows');
    case 'pieces':
      collected.pieces.push(line);
      return null;
    case 'own':
      collected.own = parsed.commands;
      return Array.isArray(parsed.commands) ? null : garbled('own commands');
    case 'contained':
      collected.contained = parsed.commands;
      return Array.isArray(parsed.commands) ? null : garbled('contained commands');
    case 'tail':
      return takeTail(collected, parsed);
  }
}

function takeDirectory(collected: Collected, line: DirectoryChange): Trouble | null {
  const { whole, companies, offices, members, gone } = line;
  collected.directory = { whole, companies, offices, members, gone };
  const lists: unknown[] = [companies, offices, members, gone?.companies, gone?.offices, gone?.members];
  return lists.every(Array.isArray) ? null : garbled('a directory');
}

function takeCategories(collected: Collected, change: CategoriesChange): Trouble | null {
  collected.categories = change;
  if (change.what === 'gone') return null;
  const { defined, offices } = change;
  const lists: unknown[] = [offices, ...(defined === null ? [] : [defined.categories])];
  return lists.every(Array.isArray) ? null : garbled('categories');
}

function takeTail(collected: Collected, parsed: SyncLine): Trouble | null {
  const tail = tailLineSchema.safeParse(parsed);
  if (!tail.success) return garbled('an end that cannot be read');
  collected.cursor = tail.data.cursor;
  collected.next = tail.data.next;
  collected.more = tail.data.more;
  collected.ended = true;
  return null;
}

function isPlaced(value: unknown): value is PlacedRow {
  if (!Array.isArray(value)) return false;
  const [row, at, place]: unknown[] = value;
  if (typeof row !== 'object' || row === null || !('id' in row) || typeof row.id !== 'string') return false;
  return Number.isInteger(at) && Number(at) >= 0 && Number.isInteger(place) && Number(place) >= 0;
}

function startsWith(line: Uint8Array, start: Uint8Array): boolean {
  for (let at = 0; at < start.length; at += 1) if (line[at] !== start[at]) return false;
  return true;
}
