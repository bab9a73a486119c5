import { crc32 } from 'node:zlib';
import { HEADER_BYTES, isKnown, openBody, readHeader, RECORD_MAGIC, RECORD_TYPE } from './record.ts';
import type { PlainRecord } from './record.ts';

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Scan {
  readonly records: readonly PlainRecord[];
  /** Whole records of a type or version this app does not know, kept byte for byte. */
  readonly unknown: readonly Buffer[];
  readonly bad: readonly Stretch[];
  /** Where an incomplete last record begins; the length when there is none. */
  readonly goodLength: number;
  /** Well-formed records that this key does not open, and how many of them are commands. */
  readonly locked: number;
  readonly lockedCommands: number;
}

interface Progress {
  readonly records: PlainRecord[];
  readonly unknown: Buffer[];
  readonly bad: Stretch[];
  locked: number;
  lockedCommands: number;
}

type Whole =
  | { readonly kind: 'record'; readonly end: number; readonly record: PlainRecord }
  | { readonly kind: 'unknown'; readonly end: number }
  | { readonly kind: 'locked'; readonly end: number; readonly type: number };

type Damage = { readonly kind: 'torn'; readonly read: number } | { readonly kind: 'bad'; readonly read: number };

/** Reads every whole record of a segment and goes on at the next magic after damage (sync.md 2). */
export function scanSegment(bytes: Buffer, key: Uint8Array): Scan {
  const progress: Progress = { records: [], unknown: [], bad: [], locked: 0, lockedCommands: 0 };
  // A hostile file of overlapping records would be summed up again and again; a damaged one never comes near this.
  let patience = bytes.length * 4 + 1024 * 1024;
  let offset = 0;
  let badFrom: number | null = null;
  let tornFrom: number | null = null;
  while (offset < bytes.length && patience > 0) {
    const found = readAt(bytes, offset, key);
    if (found.kind === 'bad' || found.kind === 'torn') {
      // Behind damage, the last few bytes are more likely the end of that record than the start of another.
      const isOwn = badFrom === null || offset + HEADER_BYTES <= bytes.length;
      badFrom ??= offset;
      if (found.kind === 'torn' && isOwn) tornFrom ??= offset;
      patience -= found.read;
      offset = nextMagic(bytes, offset + 1);
      continue;
    }
    if (badFrom !== null) progress.bad.push({ from: badFrom, to: offset });
    badFrom = null;
    tornFrom = null;
    take(progress, found, bytes, offset);
    offset = found.end;
  }
  const end = patience > 0 ? (tornFrom ?? bytes.length) : bytes.length;
  if (badFrom !== null && badFrom < end) progress.bad.push({ from: badFrom, to: end });
  return { ...progress, goodLength: end };
}

function readAt(bytes: Buffer, offset: number, key: Uint8Array): Whole | Damage {
  const header = readHeader(bytes, offset);
  if (header === null) return { kind: looksCutShort(bytes, offset) ? 'torn' : 'bad', read: 0 };
  const end = offset + HEADER_BYTES + header.length;
  if (end > bytes.length) return { kind: 'torn', read: 0 };
  const raw = bytes.subarray(offset, end);
  if (crc32(raw.subarray(HEADER_BYTES)) !== header.bodyChecksum) return { kind: 'bad', read: header.length };
  if (!isKnown(header)) return { kind: 'unknown', end };
  const body = openBody(key, raw);
  if (body === undefined) return { kind: 'locked', end, type: header.type };
  return { kind: 'record', end, record: { type: header.type, sequence: header.sequence, body } };
}

function take(progress: Progress, found: Whole, bytes: Buffer, offset: number): void {
  if (found.kind === 'record') progress.records.push(found.record);
  if (found.kind === 'unknown') progress.unknown.push(bytes.subarray(offset, found.end));
  if (found.kind === 'locked') {
    progress.locked += 1;
    if (found.type === RECORD_TYPE.command) progress.lockedCommands += 1;
    progress.bad.push({ from: offset, to: found.end });
  }
}

/** The start of a header at the very end, or the zeros some file systems leave after a power cut. */
function looksCutShort(bytes: Buffer, offset: number): boolean {
  const rest = bytes.subarray(offset);
  if (rest.length < HEADER_BYTES && rest.subarray(0, RECORD_MAGIC.length).equals(RECORD_MAGIC.subarray(0, rest.length)))
    return true;
  return rest.every((byte) => byte === 0);
}

function nextMagic(bytes: Buffer, from: number): number {
  const at = bytes.indexOf(RECORD_MAGIC, from);
  if (at >= 0) return at;
  // The last bytes may hold the start of a magic whose rest was never written.
  for (let kept = Math.min(RECORD_MAGIC.length - 1, bytes.length - from); kept > 0; kept -= 1) {
    if (bytes.subarray(bytes.length - kept).equals(RECORD_MAGIC.subarray(0, kept))) return bytes.length - kept;
  }
  return bytes.length;
}
