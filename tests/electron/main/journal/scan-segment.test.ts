import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeRecord, HEADER_BYTES } from '../../../../electron/main/journal/record.ts';
import { scanSegment } from '../../../../electron/main/journal/scan-segment.ts';
import { deriveKey } from '../../../../electron/main/journal/sealed.ts';
import { aFolder } from '../../support/a-folder.ts';
import { aCommand, aDataKey } from '../../support/a-command.ts';
import { appendMany, idsOf, open } from '../../support/a-journal.ts';

const key = deriveKey(aDataKey, 'journal');

interface Written {
  readonly bytes: Buffer;
  readonly ends: readonly number[];
}

function aSegment(count: number): Written {
  const records = Array.from({ length: count }, (_, index) =>
    encodeRecord(key, { type: 2, sequence: index + 1, body: aCommand(index + 1) }),
  );
  let end = 0;
  return { bytes: Buffer.concat(records), ends: records.map((record) => (end += record.length)) };
}

/** The number of the record that this byte is part of. */
function recordAt(ends: readonly number[], offset: number): number {
  return ends.findIndex((end) => offset < end) + 1;
}

function sequences(bytes: Buffer): readonly number[] {
  return scanSegment(bytes, key).records.map(({ sequence }) => sequence);
}

test('sync 2: cut anywhere, every whole record before the cut is read and only the incomplete one is cut off', () => {
  const { bytes, ends } = aSegment(8);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: bytes.length }), (length) => {
      const scan = scanSegment(bytes.subarray(0, length), key);
      const whole = ends.filter((end) => end <= length);
      expect(scan.records.map(({ sequence }) => sequence)).toEqual(whole.map((_, index) => index + 1));
      expect(scan.goodLength).toBe(whole.at(-1) ?? 0);
      expect(scan.bad).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('sync 2: a record with another header than it was written with does not open, whatever its checksums say', () => {
  const { bytes, ends } = aSegment(2);
  const changes: readonly ((header: Buffer) => unknown)[] = [
    (header) => header.writeUInt8(3, 5),
    (header) => header.writeBigUInt64BE(9n, 8),
  ];
  for (const change of changes) {
    const forged = Buffer.from(bytes);
    change(forged);
    forged.writeUInt32BE(crc32(forged.subarray(0, 24)), 24);
    const scan = scanSegment(forged, key);
    expect(scan.records.map(({ sequence }) => sequence)).toEqual([2]);
    expect(scan).toMatchObject({ locked: 1, bad: [{ from: 0, to: ends[0] }] });
  }
});

test('sync 2: no two records share a nonce, not even two that say the same', () => {
  const nonces = Array.from({ length: 100 }, () =>
    encodeRecord(key, { type: 2, sequence: 1, body: 'the same' }).toString('hex', HEADER_BYTES, HEADER_BYTES + 12),
  );
  expect(new Set(nonces).size).toBe(100);
});

test('sync 2: one flipped bit anywhere loses at most the record it hit, which is set aside and not cut off', () => {
  const { bytes, ends } = aSegment(8);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 0, max: 7 }), (offset, bit) => {
      const damaged = Buffer.from(bytes);
      damaged[offset] = (damaged[offset] ?? 0) ^ (1 << bit);
      const scan = scanSegment(damaged, key);
      const hit = recordAt(ends, offset);
      const others = ends.map((_, index) => index + 1).filter((number) => number !== hit);
      // A flipped version or type under a stale checksum is damage as well, never an unknown record.
      expect(scan.records.map(({ sequence }) => sequence)).toEqual(others);
      expect(scan.bad).toEqual([{ from: ends[hit - 2] ?? 0, to: ends[hit - 1] }]);
      expect(scan.goodLength).toBe(bytes.length);
      expect(scan.unknown).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('sync 2: a damaged last record is set aside whole, even where it ends like the start of another', () => {
  const { bytes, ends } = aSegment(2);
  let last = encodeRecord(key, { type: 2, sequence: 3, body: aCommand(3) });
  while (last.at(-1) !== 'P'.charCodeAt(0)) last = encodeRecord(key, { type: 2, sequence: 3, body: aCommand(3) });
  last[HEADER_BYTES] = (last[HEADER_BYTES] ?? 0) ^ 1;
  const damaged = Buffer.concat([bytes, last]);
  const scan = scanSegment(damaged, key);
  expect(scan.bad).toEqual([{ from: ends[1], to: damaged.length }]);
  expect(scan.goodLength).toBe(damaged.length);
});

test('sync 2: bytes put in, taken out or zeroed anywhere leave every other record readable', () => {
  const { bytes, ends } = aSegment(8);
  const place = fc.integer({ min: 0, max: bytes.length - 1 });
  fc.assert(
    fc.property(
      place,
      fc.uint8Array({ maxLength: 60 }),
      fc.integer({ min: 0, max: 60 }),
      (offset, inserted, removed) => {
        const to = Math.min(bytes.length, offset + removed);
        const damaged = Buffer.concat([bytes.subarray(0, offset), inserted, bytes.subarray(to)]);
        const first = recordAt(ends, offset);
        const last = removed === 0 ? first : recordAt(ends, to - 1);
        const untouched = ends.map((_, index) => index + 1).filter((number) => number < first || number > last);
        expect(sequences(damaged)).toEqual(expect.arrayContaining([...untouched]));
      },
    ),
    { numRuns: 500 },
  );
});

test('zeros at the end, as a file system leaves them after a power cut, are an incomplete record', () => {
  const { bytes } = aSegment(3);
  const scan = scanSegment(Buffer.concat([bytes, Buffer.alloc(4096)]), key);
  expect(scan.goodLength).toBe(bytes.length);
  expect(scan.bad).toEqual([]);
});

test('sync 2: records of an unknown type or version are kept byte for byte, counted, and outlive a compaction', async () => {
  const folder = aFolder();
  const journal = await open(folder);
  await appendMany(journal, 2);
  await journal.close();
  const path = join(folder, '00000001.journal');
  const later = encodeRecord(key, { type: 77, sequence: 3, body: { from: 'a later app' } });
  const newer = Buffer.from(encodeRecord(key, { type: 2, sequence: 4, body: {} }));
  newer.writeUInt8(9, 4);
  newer.writeUInt32BE(crc32(newer.subarray(0, HEADER_BYTES - 4)), HEADER_BYTES - 4);
  writeFileSync(path, Buffer.concat([readFileSync(path), later, newer]));
  const again = await open(folder);
  expect(again.read()).toMatchObject({ unknownRecords: 2, quarantined: 0 });
  expect(await again.compact()).toEqual({ ok: true });
  await again.close();
  const bytes = readFileSync(join(folder, '00000002.journal'));
  expect(bytes.includes(later) && bytes.includes(newer)).toBe(true);
  expect((await open(folder)).read().unknownRecords).toBe(2);
});

test('sync 2: bad stretches are counted, and set aside in full before a compaction removes their segment', async () => {
  const folder = aFolder();
  const journal = await open(folder);
  await appendMany(journal, 3);
  await journal.close();
  const path = join(folder, '00000001.journal');
  const bytes = readFileSync(path);
  bytes[HEADER_BYTES + 5] = (bytes[HEADER_BYTES + 5] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  const again = await open(folder);
  expect(idsOf(again)).toEqual(['command-2', 'command-3']);
  expect(again.read().quarantined).toBe(1);
  await again.compact();
  expect(again.read().quarantined).toBe(1);
  await again.close();
  expect((await open(folder)).read().quarantined).toBe(1);
  const aside = readFileSync(join(folder, 'quarantine', '1-0.bad'));
  expect(aside.equals(bytes.subarray(0, aside.length))).toBe(true);
});

test('what is written after damage is read again', async () => {
  const folder = aFolder();
  mkdirSync(folder, { recursive: true });
  const { bytes } = aSegment(4);
  writeFileSync(join(folder, '00000001.journal'), bytes.subarray(0, bytes.length - 9));
  const journal = await open(folder);
  expect(await journal.append(aCommand(5, 'c5'), 4)).toMatchObject({ ok: true });
  await journal.close();
  expect(idsOf(await open(folder))).toEqual(['command-1', 'command-2', 'command-3', 'command-5']);
});

test('two thousand hostile journals neither crash nor hang the opening', async () => {
  const folder = aFolder();
  const { bytes } = aSegment(6);
  const header = bytes.subarray(0, HEADER_BYTES);
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((raw) => Buffer.from(raw)),
    fc.constant(Buffer.from('PDjr')),
    fc.constant(header),
    fc.nat(bytes.length).map((from) => bytes.subarray(from, from + 150)),
    fc.integer({ min: 1, max: 6 }).map((n) => encodeRecord(key, { type: n, sequence: n * 1e15, body: null })),
    fc.json().map((text) => encodeRecord(key, { type: 3, sequence: 5, body: JSON.parse(text) })),
    fc.json().map((text) => encodeRecord(key, { type: 1, sequence: 6, body: JSON.parse(text) })),
    fc.json().map((text) => encodeRecord(key, { type: 4, sequence: 7, body: JSON.parse(text) })),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      writeFileSync(join(folder, '00000001.journal'), Buffer.concat(pieces));
      const answer = await open(folder).catch((error: unknown) => error);
      // What else it may throw is a fault.
      expect(answer instanceof Error ? answer.name : 'JournalLockedError').toBe('JournalLockedError');
    }),
    { numRuns: 2000 },
  );
});

test('records laid over each other to be summed up again and again do not hang the opening', () => {
  const count = 60_000;
  const bytes = Buffer.alloc(count * HEADER_BYTES, 1);
  for (let index = 0; index < count; index += 1) {
    const header = Buffer.from(encodeRecord(key, { type: 2, sequence: 1, body: 0 }).subarray(0, HEADER_BYTES));
    header.writeUInt32BE((count - index - 1) * HEADER_BYTES, 16);
    header.writeUInt32BE(crc32(header.subarray(0, HEADER_BYTES - 4)), HEADER_BYTES - 4);
    header.copy(bytes, index * HEADER_BYTES);
  }
  expect(scanSegment(bytes, key)).toMatchObject({ records: [], bad: [{ from: 0, to: bytes.length }] });
});
