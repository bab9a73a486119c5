import type { PlacedRow, SyncLine } from '../../shared/contract/sync.ts';
import type { BaseChange, ChunkContents } from './generation.ts';
import type { SyncAnswer } from './sync-answer.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const newline = 0x0a;
const chunkStart = encoder.encode('{"kind":"chunk"');

/** A log record opened: what it changes, and its chunk lines as received. */
export interface LogRecord extends BaseChange {
  readonly chunks: readonly Uint8Array[];
}

/** The lines of a delta that outlive it, joined: what one log record holds. */
export function logRecordBytes(answer: SyncAnswer): Uint8Array {
  const lines: Uint8Array[] = [];
  const add = (line: SyncLine): unknown => lines.push(encoder.encode(JSON.stringify(line)));
  if (answer.standing) add({ kind: 'standing', standing: answer.standing });
  if (answer.directory) add({ kind: 'directory', directory: answer.directory });
  if (answer.reading) add({ kind: 'reading', reading: answer.reading });
  if (answer.notices.length > 0) add({ kind: 'notices', notices: answer.notices });
  if (answer.withdrawn.length > 0) add({ kind: 'withdrawn', cases: answer.withdrawn });
  if (answer.rowsLine && answer.rows.length > 0) lines.push(answer.rowsLine, ...answer.chunks);
  return join(lines);
}

/** Reads a log record; throws on what this app did not write, which makes the cache a damaged one. */
export function readLogRecord(bytes: Uint8Array): LogRecord {
  let record: LogRecord = {
    standing: null,
    directory: null,
    reading: null,
    notices: [],
    withdrawn: [],
    rows: [],
    chunks: [],
  };
  const chunks: Uint8Array[] = [];
  for (const line of splitLines(bytes)) {
    const parsed = isChunk(line) ? null : parse(line);
    if (parsed === null || parsed.kind === 'chunk') chunks.push(line);
    else record = withLine(record, parsed);
  }
  return { ...record, chunks };
}

function withLine(record: LogRecord, line: SyncLine): LogRecord {
  switch (line.kind) {
    case 'standing':
      return { ...record, standing: line.standing };
    case 'directory':
      return { ...record, directory: line.directory };
    case 'reading':
      return { ...record, reading: line.reading };
    case 'notices':
      return { ...record, notices: line.notices };
    case 'withdrawn':
      return { ...record, withdrawn: line.cases };
    case 'rows':
      return { ...record, rows: line.rows };
    default:
      throw new Error(`a log record with a line ${line.kind}`);
  }
}

/** The rows of a page record. */
export function readRows(line: Uint8Array): readonly PlacedRow[] {
  const parsed = parse(line);
  if (parsed.kind !== 'rows') throw new Error('a page record without rows');
  return parsed.rows;
}

/** The contents of a chunk line. */
export function readChunk(line: Uint8Array): ChunkContents {
  const parsed = parse(line);
  if (parsed.kind !== 'chunk') throw new Error('a chunk record without contents');
  return parsed.contents;
}

/** A rows line of this app's own. */
export function rowsLine(rows: readonly PlacedRow[]): Uint8Array {
  return encoder.encode(JSON.stringify({ kind: 'rows', rows }));
}

/** A chunk line of this app's own; places stay what they were, so that the rows that name them stay true. */
export function chunkLine(contents: ChunkContents): Uint8Array {
  return encoder.encode(JSON.stringify({ kind: 'chunk', contents }));
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

function parse(line: Uint8Array): SyncLine {
  // The bytes were authenticated: they are what the portal server sent or this app wrote.
  return JSON.parse(decoder.decode(line)) as SyncLine;
}

function isChunk(line: Uint8Array): boolean {
  return chunkStart.every((byte, at) => line[at] === byte);
}

function splitLines(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < bytes.length;) {
    const found = bytes.indexOf(newline, from);
    const end = found === -1 ? bytes.length : found;
    if (end > from) lines.push(bytes.subarray(from, end));
    from = end + 1;
  }
  return lines;
}

function join(lines: readonly Uint8Array[]): Uint8Array {
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
