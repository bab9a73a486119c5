import type { WithdrawalReason } from '../../shared/contract/sync.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import type { LogEntry } from '../../shared/domain/case/log-entry.ts';
import { isGiven } from '../../shared/domain/case/parts/given.ts';
import type { PartName, TailPart } from '../../shared/domain/case/parts/part.ts';
import { changesBetween, textsOf, type Briefed, type PartChanges } from '../../shared/domain/case/parts/split.ts';
import { mostGivenBy, tiesOf, type Tied } from '../../shared/domain/case/parts/ties.ts';
import type { ChatEntry } from '../../shared/domain/chat/chat-entry.ts';
import {
  placeIn,
  type CaseEntryTable,
  type CasePartTable,
  type CaseTieTable,
  type PartTables,
} from '../store/part-tables.ts';
import type { Change } from './in-change.ts';

/** What a decision made of a case, beside what it was; null for a new case. */
export interface PartsSave {
  readonly before: Briefed | null;
  readonly after: Briefed;
  readonly chat: readonly ChatEntry[];
  readonly log: readonly LogEntry[];
  /** Why a tie is lost, where the case itself does not tell. */
  readonly because?: WithdrawalReason;
}

/** Where a text belongs to: what a tie gives decides whether its readers are touched. */
interface Place {
  readonly part: PartName;
  readonly owner: string;
}

/** Writes what changed of a case: as much as changed, whatever else there is in it. */
export async function saveParts(change: Change, save: PartsSave): Promise<void> {
  const { before, after } = save;
  const changes = before ? changesBetween(before, after) : { changed: textsOf(after.case, after.brief), gone: [] };
  const texts = changedRows(change, after.case, changes);
  const gone = goneRows(change, after.case, changes);
  const entries = entryRows(change, save);
  await putParts(change, [...texts, ...gone]);
  for (const rows of slices(entries))
    await change.db.withTables<PartTables>().insertInto('case_entry').values(rows).execute();
  const touched: Place[] = [...texts, ...gone, ...entries.map(({ tail, owner }) => ({ part: tail, owner }))];
  await saveTies(change, save, touched);
}

function changedRows(change: Change, { id }: Case, { changed }: PartChanges): readonly CasePartTable[] {
  return changed.map(({ part, key, owner, text }, index) => ({
    portal: change.portal,
    case_id: id,
    part,
    key,
    owner: owner ?? '',
    place: placeIn(change.number, index),
    changed: change.number,
    gone: 0,
    text,
  }));
}

function goneRows(change: Change, { id }: Case, { gone }: PartChanges): readonly CasePartTable[] {
  const row = { portal: change.portal, case_id: id, place: 0, changed: change.number, gone: 1, text: '' };
  return gone.map(({ part, key, owner }) => ({ ...row, part, key, owner: owner ?? '' }));
}

async function putParts(change: Change, all: readonly CasePartTable[]): Promise<void> {
  const db = change.db.withTables<PartTables>();
  for (const rows of slices(all)) {
    await db
      .insertInto('case_part')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['portal', 'case_id', 'part', 'key', 'owner']).doUpdateSet((set) => ({
          // What comes back comes at the end, as it does in the case.
          place: set
            .case()
            .when('case_part.gone', '=', 1)
            .then(set.ref('excluded.place'))
            .else(set.ref('case_part.place'))
            .end(),
          changed: set.ref('excluded.changed'),
          gone: set.ref('excluded.gone'),
          text: set.ref('excluded.text'),
        })),
      )
      .execute();
  }
}

function entryRows(change: Change, { after, chat, log }: PartsSave): readonly CaseEntryTable[] {
  const row = (tail: TailPart, owner: string, entry: ChatEntry | LogEntry, index: number): CaseEntryTable => ({
    portal: change.portal,
    case_id: after.case.id,
    tail,
    place: placeIn(change.number, index),
    owner,
    change: change.number,
    text: JSON.stringify(entry),
  });
  return [
    ...chat.map((entry, index) => row('chat', '', entry, index)),
    ...log.map((entry, index) => row('log', entry.company ?? '', entry, index)),
  ];
}

async function saveTies(
  change: Change,
  { before, after, because }: PartsSave,
  touched: readonly Place[],
): Promise<void> {
  const now = tiesOf(after.case);
  const was = new Set(before ? tiesOf(before.case).map(nameOf) : []);
  const is = new Set(now.map(nameOf));
  const base = { portal: change.portal, case_id: after.case.id, number: after.case.number };
  const at = { changed: change.number, changed_at: change.at };
  const rows = now
    .filter((tied) => !was.has(nameOf(tied)) || touched.some((place) => touches(tied, place)))
    .map((tied) => tieRow(tied, { ...base, ...at, gained: change.number, lost: null, lost_reason: null }));
  const lost = (before ? tiesOf(before.case) : [])
    .filter((tied) => !is.has(nameOf(tied)))
    .map((tied) => {
      const lost_reason = because ?? reasonOf(tied, before?.case ?? null, after.case);
      return tieRow(tied, { ...base, ...at, gained: change.number, lost: change.number, lost_reason });
    });
  await putTies(change, [...rows, ...lost]);
}

async function putTies(change: Change, all: readonly CaseTieTable[]): Promise<void> {
  const db = change.db.withTables<PartTables>();
  for (const rows of slices(all)) {
    await db
      .insertInto('case_tie')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['portal', 'case_id', 'tied_to', 'tie']).doUpdateSet((set) => ({
          // A tie that was lost is gained anew; one that holds was gained when it was.
          gained: set
            .case()
            .when('case_tie.lost', 'is', null)
            .then(set.ref('case_tie.gained'))
            .else(set.ref('excluded.gained'))
            .end(),
          lost: set.ref('excluded.lost'),
          lost_reason: set.ref('excluded.lost_reason'),
          changed: set.ref('excluded.changed'),
          changed_at: set.ref('excluded.changed_at'),
        })),
      )
      .execute();
  }
}

function tieRow({ to, tie }: Tied, rest: Omit<CaseTieTable, 'tied_to' | 'tie'>): CaseTieTable {
  return { tied_to: to, tie, ...rest };
}

function nameOf({ to, tie }: Tied): string {
  return `${to} ${tie}`;
}

/** Whether what a tie gives at most holds a text: whose company a person is with is not asked, that may only touch more. */
function touches({ to, tie }: Tied, { part, owner }: Place): boolean {
  const company = to.startsWith('company:') ? to.slice('company:'.length) : owner;
  return isGiven(mostGivenBy(tie).get(part), owner === '' ? null : owner, company);
}

/** Why a tie was lost, in the codes that a tombstone may hold (sync.md 32). */
function reasonOf({ tie }: Tied, before: Case | null, now: Case): WithdrawalReason {
  if (now.state === 'deleted') return 'deleted';
  if (tie !== 'handler' && tie !== 'role-office') return 'task-moved';
  if (!now.role) return 'role-removed';
  return now.role.revision === before?.role?.revision ? 'other' : 'role-moved';
}

/** Every statement stays below the 32,766 values that SQLite takes. */
function slices<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const length = 1000;
  return Array.from({ length: Math.ceil(rows.length / length) }, (_, at) => rows.slice(at * length, (at + 1) * length));
}
