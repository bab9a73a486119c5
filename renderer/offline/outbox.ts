import { commandBook } from '../../shared/domain/command-book.ts';
import type { Refusal } from '../../shared/domain/rights/refusal.ts';
import type { Command } from '../../shared/contract/commands.ts';
import { readItemOutcomes, type ItemOutcome } from '../../shared/contract/outcomes.ts';
import { readIssued } from '../../shared/contract/protocol-one.ts';
import type { AppendAnswer, DeskApi, JournalItem, JournalMark, JournalState } from '../../shared/contract/desk-api.ts';

/** One command of the journal, parsed again: an older app may have written it (design.md §3). */
export interface OutboxEntry {
  readonly position: number;
  readonly state: JournalState;
  /** As it was issued, and as it is posted: the portal server knows it again by that. */
  readonly raw: unknown;
  /** As it is understood now; null where it no longer parses: kept raw, shown, exportable (sync.md 16). */
  readonly command: Command | null;
  readonly detail: MarkDetail;
}

/** What marks say beside the state; every part may be missing. */
export interface MarkDetail {
  readonly refusal?: Refusal;
  /** What became of each item as the portal server answered, and which refused ones were tried anew by another command. */
  readonly items?: readonly ItemOutcome[];
  readonly anew?: readonly string[];
  /** Why it is parked or tried again, in words, and how often it was tried. */
  readonly trouble?: string;
  readonly tries?: number;
  /** The user took it back after it was sent: the portal server is asked to cancel it (sync.md 12). */
  readonly cancel?: boolean;
}

/** The journal in memory, in step with the one on the disk. */
export interface Outbox {
  readonly load: () => Promise<void>;
  /** Everything known, in journal order. */
  readonly entries: () => readonly OutboxEntry[];
  readonly at: (position: number) => OutboxEntry | undefined;
  /** Highest position this window knows. */
  readonly seen: () => number;
  /** Damaged stretches that were set aside. */
  readonly quarantined: () => number;
  /** Records that only a newer version of the app can read. */
  readonly unknownRecords: () => number;
  readonly append: (command: Command) => Promise<AppendAnswer>;
  /** Durable first, then known here. Answers false where the disk did not take it. */
  readonly mark: (marks: readonly JournalMark[]) => Promise<boolean>;
  /** Known here at once, durable after: for what is asked again anyway after a crash (sync.md 20). */
  readonly note: (marks: readonly JournalMark[]) => Promise<boolean>;
}

export function createOutbox(journal: DeskApi['journal']): Outbox {
  const items = new Map<number, OutboxEntry>();
  let highest = 0;
  let quarantined = 0;
  let unknownRecords = 0;

  const take = (marks: readonly JournalMark[]): void => {
    for (const { position, state, detail } of marks) {
      const entry = items.get(position);
      if (entry) items.set(position, { ...entry, state, detail: readDetail(detail) });
    }
  };

  return {
    load: async () => {
      const reading = await journal.read();
      items.clear();
      for (const item of reading.items.toSorted((one, other) => one.position - other.position))
        items.set(item.position, readItem(item));
      highest = reading.highest;
      quarantined = reading.quarantined;
      unknownRecords = reading.unknownRecords;
      hideRepeated(items);
    },
    entries: () => [...items.values()],
    at: (position) => items.get(position),
    seen: () => highest,
    quarantined: () => quarantined,
    unknownRecords: () => unknownRecords,
    append: async (command) => {
      const answer = await journal.append(command, highest);
      if (!answer.ok) return answer;
      const { position } = answer;
      items.set(position, { position, state: 'waiting', raw: command, command, detail: {} });
      highest = Math.max(highest, position);
      return answer;
    },
    mark: async (marks) => {
      if (marks.length === 0) return true;
      const answer = await journal.mark(marks);
      if (answer.ok) take(marks);
      return answer.ok;
    },
    note: async (marks) => {
      take(marks);
      return marks.length === 0 || (await journal.mark(marks)).ok;
    },
  };
}

/** Still to come to the portal, or there and not contained: what is replayed. */
export function isPending({ state, detail }: OutboxEntry): boolean {
  const pending = state === 'waiting' || state === 'sent' || state === 'carried-out' || state === 'attention';
  return pending && detail.cancel !== true;
}

/** Shown in the outbox. */
export function isInOutbox({ state }: OutboxEntry): boolean {
  return ['waiting', 'sent', 'carried-out', 'blocked', 'attention'].includes(state);
}

/** What a command is about, as text. */
export function subjectOf(command: Command): string {
  return `${command.portal}/${command.subject.kind}/${command.subject.id}`;
}

/** Waits for no earlier command on its subject (sync.md 10). */
export function isIndependent(command: Command): boolean {
  return commandBook[command.name].independent;
}

function readItem({ position, state, command, detail }: JournalItem): OutboxEntry {
  const read = readIssued(command);
  const understood = read.success ? read.data.command : null;
  return { position, state, raw: command, command: understood, detail: readDetail(detail) };
}

/** A command that was offered again lies in the journal twice with one id; only the later one lives. */
function hideRepeated(items: Map<number, OutboxEntry>): void {
  const latest = new Map<string, number>();
  for (const { position, command } of items.values()) {
    if (!command) continue;
    const earlier = latest.get(command.id);
    if (earlier !== undefined) items.delete(earlier);
    latest.set(command.id, position);
  }
}

/** Details lie in the journal as JSON of this app or another version of it. */
function readDetail(detail: unknown): MarkDetail {
  if (typeof detail !== 'object' || detail === null) return {};
  const refusal = 'refusal' in detail && isRefusal(detail.refusal) ? { refusal: detail.refusal } : {};
  const trouble = 'trouble' in detail && typeof detail.trouble === 'string' ? { trouble: detail.trouble } : {};
  const tries = 'tries' in detail && typeof detail.tries === 'number' ? { tries: detail.tries } : {};
  const cancel = 'cancel' in detail && detail.cancel === true ? { cancel: true } : {};
  const items = 'items' in detail ? readItemOutcomes(detail.items) : null;
  const anew = 'anew' in detail && Array.isArray(detail.anew) ? { anew: detail.anew.filter(isText) } : {};
  return { ...refusal, ...(items ? { items } : {}), ...anew, ...trouble, ...tries, ...cancel };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A later portal server may know codes that this app does not: they are shown as they are. */
export function isRefusal(value: unknown): value is Refusal {
  if (typeof value !== 'object' || value === null) return false;
  return 'code' in value && typeof value.code === 'string' && 'grantor' in value && typeof value.grantor === 'string';
}
