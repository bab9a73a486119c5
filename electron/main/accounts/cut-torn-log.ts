import { readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

/**
 * LevelDB, below IndexedDB, passes over a record that a kill cut short at the end of a log, and then writes on behind it.
 * The start after that one finds a damaged record in the middle, and Chromium deletes the whole database: whoever is
 * offline then has no case left. Before Chromium opens the folder, what is not whole is cut off the end.
 *
 * Answers the names of the logs that were cut. The folder must not be open; one that is not there has nothing to cut.
 */
export function cutTornLogs(folder: string): readonly string[] {
  return logsIn(folder).filter((name) => {
    const path = join(folder, name);
    const bytes = readFileSync(path);
    const whole = wholeLength(bytes);
    if (whole === bytes.length) return false;
    truncateSync(path, whole);
    return true;
  });
}

function logsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /^(\d+\.log|MANIFEST-\d+)$/.test(name));
  } catch {
    return [];
  }
}

const BLOCK = 32_768;
const HEADER = 7;

/** The four kinds of a fragment; a record is one `full`, or `first`, any number of `middle`, `last`. */
const FULL = 1;
const LAST = 4;

/** The bytes up to the end of the last record that is whole. */
export function wholeLength(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let whole = 0;
  let at = 0;
  for (;;) {
    // The rest of a block that has no room for a header is filled up.
    const left = BLOCK - (at % BLOCK);
    if (left < HEADER) at += left;
    if (at + HEADER > bytes.length) return whole;
    const kind = view.getUint8(at + 6);
    const end = at + HEADER + view.getUint16(at + 4, true);
    if (kind < FULL || kind > LAST || end > bytes.length) return whole;
    if (view.getUint32(at, true) !== maskedChecksum(bytes.subarray(at + 6, end))) return whole;
    if (kind === FULL || kind === LAST) whole = end;
    at = end;
  }
}

/** CRC-32C as LevelDB stores it. */
export function maskedChecksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (table[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  sum = ~sum;
  return (((sum >>> 15) | (sum << 17)) + 0xa282ead8) >>> 0;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0x82f63b78 : sum >>> 1;
  return sum;
});
