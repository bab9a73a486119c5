import type { CasePiece } from '../../shared/domain/case/parts/held-case.ts';
import type { SyncLine } from '../../shared/contract/sync.ts';
import type { BaseChange, StoredRow } from './generation.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const newline = 0x0a;

/** How a line of pieces begins, as the portal server and this app write it. */
const piecesStart = encoder.encode('{"kind":"pieces"');

/** A log record opened, but for its pieces. */
export interface LogRecord extends BaseChange {
  readonly rows: readonly StoredRow[];
}

/** The pieces of a line; null where a case was taken out. */
export type Pieces = readonly (CasePiece | null)[];

/** What one log record holds: the lines of a delta that outlive it, its rows with their ties, the pieces. */
export function logRecordBytes(
  change: BaseChange,
  rows: readonly StoredRow[],
  pieces: readonly Uint8Array[],
): Uint8Array {
  const lines = baseLines(change).map(jsonBytes);
  return joinLines(rows.length > 0 ? [...lines, rowsLine(rows), ...pieces] : lines);
}

function baseLines(change: BaseChange): readonly SyncLine[] {
  const { standing, directory, reading, notices, withdrawn, own } = change;
  const lines: readonly (SyncLine | null)[] = [
    standing && { kind: 'standing', standing },
    // The kind first: by it a line is found and taken out again.
    directory && { kind: 'directory', ...directory },
    reading && { kind: 'reading', reading },
    notices.length > 0 ? { kind: 'notices', notices } : null,
    withdrawn.length > 0 ? { kind: 'withdrawn', cases: withdrawn } : null,
    own.length > 0 ? { kind: 'own', commands: own } : null,
  ];
  return lines.filter((line) => line !== null);
}

/** Nothing changed. */
export const noChange: BaseChange = {
  standing: null,
  directory: null,
  reading: null,
  notices: [],
  withdrawn: [],
  own: [],
};

/** Reads a log record; throws on what this app did not write, which makes the cache a damaged one. */
export function readLogRecord(bytes: Uint8Array): LogRecord {
  let record: LogRecord = { ...noChange, rows: [] };
  for (const line of splitLines(bytes)) if (!isPieces(line)) record = withLine(record, parse(line));
  return record;
}

function withLine(record: LogRecord, line: StoredLine): LogRecord {
  switch (line.kind) {
    case 'standing':
      return { ...record, standing: line.standing };
    case 'directory':
      return { ...record, directory: line };
    case 'reading':
      return { ...record, reading: line.reading };
    case 'notices':
      return { ...record, notices: line.notices };
    case 'withdrawn':
      return { ...record, withdrawn: line.cases };
    case 'own':
      return { ...record, own: line.commands };
    case 'rows':
      return { ...record, rows: line.rows };
    default:
      throw new Error(`a log record with a line ${line.kind}`);
  }
}

/** The lines of pieces of a record, unread. */
export function piecesLines(bytes: Uint8Array): readonly Uint8Array[] {
  return splitLines(bytes).filter(isPieces);
}

/** A record without the lines of one kind. */
export function withoutLines(bytes: Uint8Array, kind: SyncLine['kind']): Uint8Array {
  const start = encoder.encode(`{"kind":"${kind}"`);
  return joinLines(splitLines(bytes).filter((line) => !begins(line, start)));
}

/** The rows of a page record. */
export function readRows(line: Uint8Array): readonly StoredRow[] {
  const parsed = parse(line);
  if (parsed.kind !== 'rows') throw new Error('a page record without rows');
  return parsed.rows;
}

/** The pieces of a line. */
export function readPieces(line: Uint8Array): Pieces {
  const parsed = parse(line);
  if (parsed.kind !== 'pieces') throw new Error('a record without pieces');
  return parsed.pieces;
}

/** A rows line of this app's own. */
export function rowsLine(rows: readonly StoredRow[]): Uint8Array {
  return jsonBytes({ kind: 'rows', rows });
}

/** A line of pieces of this app's own; places stay what they were, so that the rows that name them stay true. */
export function piecesLine(pieces: Pieces): Uint8Array {
  return jsonBytes({ kind: 'pieces', pieces });
}

/** JSON as bytes, for the small records. */
export function jsonBytes(value: unknown): Uint8Array {
  return encoder.encode(JSON.stringify(value));
}

export function textBytes(text: string): Uint8Array {
  return encoder.encode(text);
}

export function bytesText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** The JSON of a small record that this app wrote. */
export function fromJsonBytes(bytes: Uint8Array): unknown {
  return JSON.parse(decoder.decode(bytes));
}

/** A line as it lies: rows have their ties beside them, pieces may be taken out. */
type StoredLine =
  | Exclude<SyncLine, { readonly kind: 'rows' | 'pieces' }>
  | { readonly kind: 'rows'; readonly rows: readonly StoredRow[] }
  | { readonly kind: 'pieces'; readonly pieces: Pieces };

function parse(line: Uint8Array): StoredLine {
  // The bytes were authenticated: they are what the portal server sent or this app wrote.
  return JSON.parse(decoder.decode(line)) as StoredLine;
}

function isPieces(line: Uint8Array): boolean {
  return begins(line, piecesStart);
}

function begins(line: Uint8Array, start: Uint8Array): boolean {
  return start.every((byte, at) => line[at] === byte);
}

/** The lines of a record. */
export function splitLines(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < bytes.length;) {
    const found = bytes.indexOf(newline, from);
    const end = found === -1 ? bytes.length : found;
    if (end > from) lines.push(bytes.subarray(from, end));
    from = end + 1;
  }
  return lines;
}

/** Lines as a record. */
export function joinLines(lines: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(lines.reduce((sum, line) => sum + line.length + 1, 0));
  let at = 0;
  for (const line of lines) {
    whole.set(line, at);
    at += line.length;
    whole[at] = newline;
    at += 1;
  }
  return whole;
}
