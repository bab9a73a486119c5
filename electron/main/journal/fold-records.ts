import { journalStates, type JournalItem, type JournalState } from '../../../shared/contract/desk-api.ts';
import { RECORD_TYPE } from './record.ts';
import type { PlainRecord } from './record.ts';

/** What the journal says, in memory: every command that has not been compacted away, in journal order. */
export interface JournalContent {
  readonly items: Map<number, JournalItem>;
  /** The highest position a command ever had here. */
  highest: number;
  /** The next sequence; never used twice, so that a record that was given up can be told from a later one. */
  next: number;
}

export interface MarksBody {
  readonly at: string;
  readonly marks: readonly { readonly position: number; readonly state: JournalState; readonly detail?: unknown }[];
}

export interface BeginBody {
  /** Every lower segment is contained in this one: it was written by a compaction. */
  readonly supersedes: boolean;
  readonly highest: number;
  readonly next: number;
}

const STATES: ReadonlySet<string> = new Set(journalStates);

function emptyContent(): JournalContent {
  return { items: new Map(), highest: 0, next: 1 };
}

/** Plays records in the order they lie on the disk. Bodies are checked: another version of the app may have written them. */
export function foldRecords(records: readonly PlainRecord[]): JournalContent {
  const content = emptyContent();
  const voided = records.flatMap((record) => (record.type === RECORD_TYPE.voided ? [voidedRange(record.body)] : []));
  for (const record of records) {
    content.next = Math.max(content.next, record.sequence + 1);
    if (voided.some((range) => record.sequence >= range.from && record.sequence <= range.to)) continue;
    foldRecord(content, record);
  }
  return content;
}

function foldRecord(content: JournalContent, record: PlainRecord): void {
  if (record.type === RECORD_TYPE.command) putCommand(content, record.sequence, record.body);
  if (record.type === RECORD_TYPE.marks) putMarks(content, parseMarks(record.body));
  if (record.type === RECORD_TYPE.begin) {
    content.highest = Math.max(content.highest, numberAt(record.body, 'highest'));
    content.next = Math.max(content.next, numberAt(record.body, 'next'));
  }
}

export function putCommand(content: JournalContent, position: number, command: unknown): void {
  content.highest = Math.max(content.highest, position);
  // A record found twice (a copied stretch) must not put a finished command back to waiting.
  if (!content.items.has(position)) content.items.set(position, { position, state: 'waiting', command });
}

export function putMarks(content: JournalContent, body: MarksBody): void {
  for (const mark of body.marks) {
    const item = content.items.get(mark.position);
    if (item === undefined) continue;
    const detail = mark.detail === undefined ? {} : { detail: mark.detail };
    const markedAt = body.at;
    content.items.set(mark.position, {
      position: item.position,
      state: mark.state,
      command: item.command,
      ...detail,
      markedAt,
    });
  }
}

export function isBeginOfCompaction(record: PlainRecord | undefined): boolean {
  return record?.type === RECORD_TYPE.begin && at(record.body, 'supersedes') === true;
}

function parseMarks(body: unknown): MarksBody {
  const moment = at(body, 'at');
  const marks = at(body, 'marks');
  return { at: typeof moment === 'string' ? moment : '', marks: Array.isArray(marks) ? marks.filter(isMark) : [] };
}

function isMark(value: unknown): value is MarksBody['marks'][number] {
  const state = at(value, 'state');
  return typeof at(value, 'position') === 'number' && typeof state === 'string' && STATES.has(state);
}

function voidedRange(body: unknown): { readonly from: number; readonly to: number } {
  // A range that cannot be read voids nothing: a command too many is asked about, one too few is lost.
  return { from: numberAt(body, 'from') || Number.POSITIVE_INFINITY, to: numberAt(body, 'to') };
}

function numberAt(value: unknown, key: string): number {
  const found = at(value, key);
  return Number.isSafeInteger(found) && typeof found === 'number' && found > 0 ? found : 0;
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}
