import { constants, open, readdir, readFile, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { dropUnfinished, errorCode, makeFolder, replaceFile, syncFolder } from './durable-file.ts';
import type { PlainRecord } from './record.ts';
import { isBeginOfCompaction } from './fold-records.ts';
import { scanSegment } from './scan-segment.ts';
import type { Scan, Stretch } from './scan-segment.ts';

/** The edge of the file system, so that a full disk can be tried without one. */
export interface JournalDisk {
  readonly write: (file: FileHandle, bytes: Buffer, position: number) => Promise<void>;
  readonly sync: (file: FileHandle) => Promise<void>;
}

export const realDisk: JournalDisk = {
  write: async (file, bytes, position) => {
    let written = 0;
    while (written < bytes.length) {
      const step = await file.write(bytes, written, bytes.length - written, position + written);
      written += step.bytesWritten;
    }
  },
  sync: (file) => file.datasync(),
};

export interface Segment {
  readonly number: number;
  readonly length: number;
  readonly goodLength: number;
  readonly bad: readonly Stretch[];
}

export interface Reading {
  readonly records: readonly PlainRecord[];
  readonly unknown: readonly Buffer[];
  readonly locked: number;
  readonly lockedCommands: number;
  readonly segments: readonly Segment[];
  /** Segments that a finished compaction contains and that a crash left behind. */
  readonly superseded: readonly number[];
}

export function segmentPath(folder: string, number: number): string {
  return join(folder, `${String(number).padStart(8, '0')}.journal`);
}

export async function readSegments(folder: string, key: Uint8Array): Promise<Reading> {
  await makeFolder(folder);
  await dropUnfinished(folder);
  const numbers = await segmentNumbers(folder);
  const scans: { readonly number: number; readonly length: number; readonly scan: Scan }[] = [];
  // From the newest down: a compaction contains all that lies below it.
  for (const number of numbers.toReversed()) {
    const bytes = await readFile(segmentPath(folder, number));
    const scan = scanSegment(bytes, key);
    scans.unshift({ number, length: bytes.length, scan });
    if (isBeginOfCompaction(scan.records[0])) break;
  }
  return {
    records: scans.flatMap(({ scan }) => scan.records),
    unknown: scans.flatMap(({ scan }) => scan.unknown),
    locked: scans.reduce((sum, { scan }) => sum + scan.locked, 0),
    lockedCommands: scans.reduce((sum, { scan }) => sum + scan.lockedCommands, 0),
    segments: scans.map(({ number, length, scan }) => ({ number, length, goodLength: scan.goodLength, bad: scan.bad })),
    superseded: numbers.filter((number) => number < (scans[0]?.number ?? 0)),
  };
}

export async function removeSegments(folder: string, numbers: readonly number[]): Promise<void> {
  // Oldest first: a command without its marks would come back to life, marks without their command are nothing.
  for (const number of numbers.toSorted((a, b) => a - b)) {
    await rm(segmentPath(folder, number), { force: true });
    await syncFolder(folder);
  }
}

/** Bad stretches are set aside before the segment that holds them goes; the name makes a second time the same file. */
export async function setAside(folder: string, segment: Segment): Promise<void> {
  if (segment.bad.length === 0) return;
  const aside = quarantineFolder(folder);
  await makeFolder(aside);
  const bytes = await readFile(segmentPath(folder, segment.number));
  for (const { from, to } of segment.bad) {
    await replaceFile(join(aside, `${String(segment.number)}-${String(from)}.bad`), bytes.subarray(from, to));
  }
}

/** Counts what was set aside of segments that are gone; those still there are counted where they lie. */
export async function countSetAside(folder: string, present: readonly number[]): Promise<number> {
  try {
    const names = await readdir(quarantineFolder(folder));
    return names.filter((name) => name.endsWith('.bad') && !present.includes(Number.parseInt(name, 10))).length;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 0;
    throw error;
  }
}

/** The file that grows. Made when first written to; after a failure the next write opens the next number. */
export interface SegmentWriter {
  readonly append: (bytes: Buffer) => Promise<void>;
  /** Goes on in a segment that is complete and durable. */
  readonly goOnIn: (number: number, length: number) => Promise<void>;
  readonly number: () => number;
  readonly close: () => Promise<void>;
}

export function createSegmentWriter(folder: string, disk: JournalDisk, last: Segment | undefined): SegmentWriter {
  let number = last?.number ?? 1;
  let length = last?.goodLength ?? 0;
  let file: FileHandle | null = null;

  async function openFile(): Promise<FileHandle> {
    // Not in append mode: writes name their place, so that a failed one is overwritten, never followed.
    const writing = await open(segmentPath(folder, number), constants.O_RDWR | constants.O_CREAT, 0o600);
    // Cuts what a crash left of an incomplete last record.
    await writing.truncate(length);
    await syncFolder(folder);
    return writing;
  }

  async function giveUp(): Promise<void> {
    const failed = file;
    file = null;
    // Part of the failed write may be on the disk; best taken off, else the voided record in the next segment says so.
    await failed?.truncate(length).catch(() => undefined);
    await failed?.close().catch(() => undefined);
    if (length > 0) number += 1;
    length = 0;
  }

  return {
    append: async (bytes) => {
      try {
        file ??= await openFile();
        await disk.write(file, bytes, length);
        await disk.sync(file);
        length += bytes.length;
      } catch (error) {
        await giveUp();
        throw error;
      }
    },
    goOnIn: async (nextNumber, nextLength) => {
      await file?.close();
      file = null;
      number = nextNumber;
      length = nextLength;
    },
    number: () => number,
    close: async () => {
      await file?.close();
      file = null;
    },
  };
}

async function segmentNumbers(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder);
  return names
    .flatMap((name) => /^(\d{8})\.journal$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b);
}

function quarantineFolder(folder: string): string {
  return join(folder, 'quarantine');
}
