import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cutTornLogs, maskedChecksum, wholeLength } from '../../../../electron/main/accounts/cut-torn-log.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'torn-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('the checksum is the CRC-32C of RFC 3720, masked', () => {
  const unmasked = (((0xe3069283 >>> 15) | (0xe3069283 << 17)) + 0xa282ead8) >>> 0;
  expect(maskedChecksum(Buffer.from('123456789'))).toBe(unmasked);
});

test('of a log cut short anywhere the records before stay, and what is left of the next one goes', () => {
  const records = [10, 40_000, 1, 32_754, 0, 70_000].map((length, index) => Buffer.alloc(length, index + 65));
  const { bytes, ends } = logOf(records);
  expect(wholeLength(bytes)).toBe(bytes.length);
  const around = [0, ...ends, 32_768, 65_536].flatMap((end) => [-9, -7, -6, -1, 0, 1, 6, 7, 8].map((by) => end + by));
  for (const length of [...around, ...Array.from({ length: 140 }, (_, step) => step * 1009)]) {
    if (length < 0 || length > bytes.length) continue;
    const whole = ends.findLast((end) => end <= length) ?? 0;
    expect(wholeLength(bytes.subarray(0, length))).toBe(whole);
  }
});

test('a stretch of zeros, as a power cut leaves it, and a record with other bytes than were written are cut too', () => {
  const { bytes, ends } = logOf([Buffer.alloc(500, 65), Buffer.alloc(500, 66)]);
  expect(wholeLength(Buffer.concat([bytes, Buffer.alloc(4096)]))).toBe(bytes.length);
  const changed = Buffer.from(bytes);
  changed[bytes.length - 1] = 0;
  expect(wholeLength(changed)).toBe(ends[0]);
});

test('only logs are cut, and only where they are torn', () => {
  const { bytes } = logOf([Buffer.alloc(500, 65)]);
  const torn = bytes.subarray(0, -3);
  const files = { '000003.log': torn, 'MANIFEST-000001': bytes, LOG: torn, '000005.ldb': torn };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  expect(cutTornLogs(folder)).toEqual(['000003.log']);
  const lengths = Object.keys(files).map((name) => readFileSync(join(folder, name)).length);
  expect(lengths).toEqual([0, bytes.length, torn.length, torn.length]);
  expect(cutTornLogs(join(folder, 'none'))).toEqual([]);
});

/** A log as LevelDB writes it: blocks of 32 KiB, fragments with header; and where each record ends. */
function logOf(records: readonly Buffer[]): { readonly bytes: Buffer; readonly ends: readonly number[] } {
  const parts: Buffer[] = [];
  const ends: number[] = [];
  let at = 0;
  const add = (part: Buffer) => {
    parts.push(part);
    at += part.length;
  };
  for (const record of records) {
    let from = 0;
    do {
      if (32_768 - (at % 32_768) < 7) add(Buffer.alloc(32_768 - (at % 32_768)));
      const size = Math.min(record.length - from, 32_768 - (at % 32_768) - 7);
      const [first, last] = [from === 0, from + size === record.length];
      const kind = first && last ? 1 : first ? 2 : last ? 4 : 3;
      const body = Buffer.concat([Buffer.from([kind]), record.subarray(from, from + size)]);
      const head = Buffer.alloc(6);
      head.writeUInt32LE(maskedChecksum(body), 0);
      head.writeUInt16LE(size, 4);
      add(Buffer.concat([head, body]));
      from += size;
    } while (from < record.length);
    ends.push(at);
  }
  return { bytes: Buffer.concat(parts), ends };
}
