import type {
  AppendAnswer,
  DeskAnswer,
  JournalItem,
  JournalMark,
  JournalReading,
} from '../../../shared/contract/desk-api.ts';
import { diskTrouble, errorCode, replaceFile } from './durable-file.ts';
import { foldRecords, putCommand, putMarks } from './fold-records.ts';
import type { BeginBody, JournalContent, MarksBody } from './fold-records.ts';
import { createOneQueue } from './one-queue.ts';
import type { OneQueue } from './one-queue.ts';
import { encodeRecord, RECORD_TYPE } from './record.ts';
import type { PlainRecord } from './record.ts';
import { deriveKey } from './sealed.ts';
import {
  countSetAside,
  createSegmentWriter,
  readSegments,
  realDisk,
  removeSegments,
  segmentPath,
  setAside,
} from './segments.ts';
import type { JournalDisk, Reading, Segment, SegmentWriter } from './segments.ts';
import { subjectKey } from './subject-key.ts';

export interface JournalOptions {
  readonly folder: string;
  readonly dataKey: Uint8Array;
  /** The moment now, ISO 8601 in UTC. */
  readonly now: () => string;
  readonly disk?: JournalDisk;
}

export interface Journal {
  readonly read: () => JournalReading;
  readonly append: (command: unknown, seen: number) => Promise<AppendAnswer>;
  readonly mark: (marks: readonly JournalMark[]) => Promise<DeskAnswer>;
  readonly compact: () => Promise<DeskAnswer>;
  readonly close: () => Promise<void>;
}

/** The key does not open a single record: nothing was changed, the count is shown instead (sync.md 4). */
export class JournalLockedError extends Error {
  readonly commands: number;

  constructor(commands: number) {
    super(`the journal holds ${String(commands)} commands that this key does not open`);
    this.name = 'JournalLockedError';
    this.commands = commands;
  }
}

const KEPT_WHEN_DONE = 30 * 24 * 60 * 60 * 1000;
/** Compacting rewrites the whole journal, so it waits until most of it is history. */
const RECORDS_BEFORE_COMPACTION = 2000;

interface OpenState {
  readonly options: JournalOptions;
  readonly key: Uint8Array;
  readonly writer: SegmentWriter;
  readonly queue: OneQueue;
  content: JournalContent;
  segments: readonly Segment[];
  unknown: readonly Buffer[];
  setAside: number;
  recordsOnDisk: number;
  /** Sequences whose write failed: part of them may be on the disk all the same. */
  voided: { readonly from: number; readonly to: number } | null;
  /** The latest position of each case, counting the commands that are being written. */
  latest: Map<string, number>;
  closed: boolean;
}

/** How many commands lie in a journal whose key is not at hand: an upper bound of what is unsent. */
export async function countCommands(folder: string): Promise<number> {
  return (await readSegments(folder, new Uint8Array(32))).lockedCommands;
}

/** Opens the journal of one account: all that the user did and the portal server has not confirmed. */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const key = deriveKey(options.dataKey, 'journal');
  const reading = await readSegments(options.folder, key);
  if (reading.records.length === 0 && reading.locked > 0) throw new JournalLockedError(reading.lockedCommands);
  await removeSegments(options.folder, reading.superseded);
  const state = await openState(options, key, reading);
  return {
    read: () => readContent(state),
    append: (command, seen) => append(state, command, seen),
    mark: async (marks) => {
      const answer = await mark(state, marks);
      if (state.recordsOnDisk > RECORDS_BEFORE_COMPACTION + 4 * state.content.items.size) await compact(state);
      return answer;
    },
    compact: () => compact(state),
    close: () =>
      state.queue.alone(async () => {
        state.closed = true;
        await state.writer.close();
      }),
  };
}

async function openState(options: JournalOptions, key: Uint8Array, reading: Reading): Promise<OpenState> {
  const content = foldRecords(reading.records);
  const writer = createSegmentWriter(options.folder, options.disk ?? realDisk, reading.segments.at(-1));
  const state: OpenState = {
    options,
    key,
    writer,
    queue: createOneQueue((bytes) => persist(state, bytes)),
    content,
    segments: reading.segments,
    unknown: reading.unknown,
    setAside: await countSetAside(
      options.folder,
      reading.segments.map(({ number }) => number),
    ),
    recordsOnDisk: reading.records.length,
    voided: null,
    latest: latestPositions(content),
    closed: false,
  };
  return state;
}

async function persist(state: OpenState, writes: readonly Buffer[]): Promise<void> {
  if (state.closed) throw new Error('the journal is closed');
  const from = state.content.next - writes.length;
  const voiding = state.voided === null ? [] : [encode(state, RECORD_TYPE.voided, state.voided)];
  try {
    await state.writer.append(Buffer.concat([...voiding, ...writes]));
  } catch (error) {
    state.voided = { from: state.voided?.from ?? from, to: state.content.next - 1 };
    state.latest = latestPositions(state.content);
    throw error;
  }
  state.voided = null;
  state.recordsOnDisk += writes.length + voiding.length;
}

function append(state: OpenState, command: unknown, seen: number): Promise<AppendAnswer> {
  let position = 0;
  return state.queue.write<AppendAnswer>({
    prepare: () => {
      const subject = subjectKey(command);
      if (subject !== null && (state.latest.get(subject) ?? 0) > seen)
        return { answer: { ok: false, reason: 'seen-older' } };
      position = state.content.next;
      const bytes = encode(state, RECORD_TYPE.command, command);
      if (subject !== null) state.latest.set(subject, position);
      return { bytes };
    },
    done: () => {
      putCommand(state.content, position, command);
      return { ok: true, position };
    },
    failed: (error) => ({ ok: false, reason: diskTrouble(error), detail: errorCode(error) }),
  });
}

function mark(state: OpenState, marks: readonly JournalMark[]): Promise<DeskAnswer> {
  let body: MarksBody = { at: '', marks: [] };
  return state.queue.write<DeskAnswer>({
    prepare: () => {
      body = { at: state.options.now(), marks: marks.filter(({ position }) => state.content.items.has(position)) };
      // A mark on a command that a compaction took away has nothing left to say.
      if (body.marks.length === 0) return { answer: { ok: true } };
      return { bytes: encode(state, RECORD_TYPE.marks, body) };
    },
    done: () => {
      putMarks(state.content, body);
      return { ok: true };
    },
    failed: (error) => ({ ok: false, reason: diskTrouble(error), detail: errorCode(error) }),
  });
}

function encode(state: OpenState, type: number, body: unknown): Buffer {
  const bytes = encodeRecord(state.key, { type, sequence: state.content.next, body });
  state.content.next += 1;
  return bytes;
}

/** A new segment with all that is still wanted, synced, named, then the older ones go (sync.md 3). */
function compact(state: OpenState): Promise<DeskAnswer> {
  return state.queue.alone(async () => {
    if (state.closed) return { ok: false, reason: 'locked' };
    const { folder } = state.options;
    const number = state.writer.number() + 1;
    const older = numbersToWriter(state);
    const kept = [...state.content.items.values()].filter((item) => isKept(item, state.options.now()));
    const bytes = Buffer.concat([...encodeKept(state, kept), ...state.unknown]);
    try {
      for (const segment of state.segments) await setAside(folder, segment);
      await replaceFile(segmentPath(folder, number), bytes);
    } catch (error) {
      // The new segment may have its name already, and what it does not hold would be passed over below it: go on above.
      await state.writer.goOnIn(number + 1, 0);
      return { ok: false, reason: diskTrouble(error), detail: errorCode(error) };
    }
    await state.writer.goOnIn(number, bytes.length);
    await takeCompacted(state, kept, { number, length: bytes.length, goodLength: bytes.length, bad: [] });
    // What cannot be removed now is passed over and removed at the next opening.
    await removeSegments(folder, older).catch(() => undefined);
    return { ok: true };
  });
}

function encodeKept(state: OpenState, kept: readonly JournalItem[]): readonly Buffer[] {
  const begin: BeginBody = { supersedes: true, highest: state.content.highest, next: state.content.next };
  const records: PlainRecord[] = [{ type: RECORD_TYPE.begin, sequence: state.content.next, body: begin }];
  state.content.next += 1;
  for (const item of kept) {
    records.push({ type: RECORD_TYPE.command, sequence: item.position, body: item.command });
    if (item.markedAt === undefined) continue;
    const { position, state: marked, detail } = item;
    const body: MarksBody = { at: item.markedAt, marks: [{ position, state: marked, detail }] };
    records.push({ type: RECORD_TYPE.marks, sequence: state.content.next, body });
    state.content.next += 1;
  }
  return records.map((record) => encodeRecord(state.key, record));
}

function numbersToWriter(state: OpenState): readonly number[] {
  const first = state.segments[0]?.number ?? 1;
  return Array.from({ length: Math.max(0, state.writer.number() - first + 1) }, (_, index) => first + index);
}

async function takeCompacted(state: OpenState, kept: readonly JournalItem[], segment: Segment): Promise<void> {
  const positions = new Set(kept.map(({ position }) => position));
  for (const position of state.content.items.keys()) {
    if (!positions.has(position)) state.content.items.delete(position);
  }
  state.segments = [segment];
  state.recordsOnDisk = kept.length * 2 + 1;
  state.voided = null;
  state.setAside = await countSetAside(state.options.folder, [segment.number]);
}

function readContent(state: OpenState): JournalReading {
  const now = state.options.now();
  return {
    items: [...state.content.items.values()]
      .filter((item) => isKept(item, now))
      .toSorted((a, b) => a.position - b.position),
    highest: state.content.highest,
    quarantined: state.segments.reduce((sum, segment) => sum + segment.bad.length, state.setAside),
    unknownRecords: state.unknown.length,
  };
}

/** Finished items go; what was carried out stays 30 days, in case the portal server is set back (sync.md 18). */
function isKept(item: JournalItem, now: string): boolean {
  if (item.state === 'discarded' || item.state === 'read') return false;
  return item.state !== 'done' || Date.parse(now) - Date.parse(item.markedAt ?? now) < KEPT_WHEN_DONE;
}

function latestPositions(content: JournalContent): Map<string, number> {
  const latest = new Map<string, number>();
  for (const { position, command } of content.items.values()) {
    const subject = subjectKey(command);
    if (subject !== null) latest.set(subject, Math.max(latest.get(subject) ?? 0, position));
  }
  return latest;
}
