import { crc32 } from 'node:zlib';
import { seal, SEAL_BYTES, unseal } from './sealed.ts';

/*
 * A record (sync.md 2), numbers big endian:
 *   0 magic 4 | 4 version 1 | 5 type 1 | 6 zero 2 | 8 sequence 8 | 16 body length 4 | 20 body CRC 4 | 24 header CRC 4 | body
 * The header has a checksum of its own: a flipped length is then told from a record that was cut short, and only the
 * latter may be cut off.
 */
const MAGIC = Buffer.from('PDjr');
const VERSION = 1;
const BOUND_BYTES = 20;
const CHECKED_BYTES = 24;
const MAX_SEQUENCE = BigInt(Number.MAX_SAFE_INTEGER);

export const HEADER_BYTES = 28;
/** Commands are small; a longer length is damage. */
const MAX_BODY_BYTES = 8 * 1024 * 1024;
export const RECORD_MAGIC = MAGIC;

export const RECORD_TYPE = { begin: 1, command: 2, marks: 3, voided: 4 } as const;

export interface RecordHeader {
  readonly version: number;
  readonly type: number;
  readonly sequence: number;
  readonly length: number;
  readonly bodyChecksum: number;
}

export interface PlainRecord {
  readonly type: number;
  readonly sequence: number;
  readonly body: unknown;
}

export function encodeRecord(key: Uint8Array, record: PlainRecord): Buffer {
  const text = Buffer.from(JSON.stringify(record.body));
  const length = text.length + SEAL_BYTES;
  if (length > MAX_BODY_BYTES) throw new RangeError('the record is too long');
  const header = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(header, 0);
  header.writeUInt8(VERSION, 4);
  header.writeUInt8(record.type, 5);
  header.writeBigUInt64BE(BigInt(record.sequence), 8);
  header.writeUInt32BE(length, 16);
  const body = seal(key, text, header.subarray(0, BOUND_BYTES));
  header.writeUInt32BE(crc32(body), 20);
  header.writeUInt32BE(crc32(header.subarray(0, CHECKED_BYTES)), 24);
  return Buffer.concat([header, body]);
}

/** The header at this place, or null when there is none or it is damaged. */
export function readHeader(bytes: Buffer, offset: number): RecordHeader | null {
  if (offset + HEADER_BYTES > bytes.length || MAGIC.compare(bytes, offset, offset + MAGIC.length) !== 0) return null;
  if (crc32(bytes.subarray(offset, offset + CHECKED_BYTES)) !== bytes.readUInt32BE(offset + CHECKED_BYTES)) return null;
  const sequence = bytes.readBigUInt64BE(offset + 8);
  const length = bytes.readUInt32BE(offset + 16);
  if (sequence > MAX_SEQUENCE || length > MAX_BODY_BYTES) return null;
  return {
    version: bytes.readUInt8(offset + 4),
    type: bytes.readUInt8(offset + 5),
    sequence: Number(sequence),
    length,
    bodyChecksum: bytes.readUInt32BE(offset + 20),
  };
}

/** What the body says, or undefined when this key did not write it (JSON itself has no undefined). */
export function openBody(key: Uint8Array, raw: Buffer): unknown {
  const text = unseal(key, raw.subarray(HEADER_BYTES), raw.subarray(0, BOUND_BYTES));
  if (text === null) return undefined;
  try {
    return JSON.parse(text.toString('utf8'));
  } catch {
    return undefined;
  }
}

export function isKnown(header: RecordHeader): boolean {
  return header.version === VERSION && header.type >= RECORD_TYPE.begin && header.type <= RECORD_TYPE.voided;
}
