import type { Kysely } from 'kysely';
import type { LogEntry } from '../../shared/domain/case/log-entry.ts';
import type { PartText, TailPart } from '../../shared/domain/case/parts/part.ts';
import type { PartChanges } from '../../shared/domain/case/parts/split.ts';
import type { ChatEntry } from '../../shared/domain/chat/chat-entry.ts';
import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import type { CaseEntryTable, CasePartTable } from './case-tables.ts';
import type { Tables } from './tables.ts';

/** The change that writes rows: its number and when it was received. */
export interface RowChange {
  readonly portal: PortalId;
  readonly number: number;
  readonly at: Moment;
}

/** Where rows are written. */
export interface RowTarget {
  readonly db: Kysely<Tables>;
}

/** More things than one change ever brings into a case. */
const mostInOneChange = 1_000_000;

/** The place of the nth thing that a change brings into a case: places are in the order of changes. */
export function placeIn(change: number, nth: number): number {
  return change * mostInOneChange + nth;
}

/** Where the places of later changes begin. */
export function firstPlaceAfter(change: number): number {
  return placeIn(change + 1, 0);
}

/** The texts of a new case as a change of nothing. */
export function newTexts(changed: readonly PartText[]): PartChanges {
  return { changed, gone: [] };
}

/** Rows of changed texts and of what is gone. */
export function partRows(change: RowChange, id: CaseId, { changed, gone }: PartChanges): readonly CasePartTable[] {
  const base = { portal: change.portal, case_id: id, changed: change.number, changed_at: change.at };
  return [
    ...changed.map(({ part, key, owner, text }, index) => ({
      ...base,
      part,
      key,
      owner: owner ?? '',
      place: placeIn(change.number, index),
      gone: 0,
      text,
    })),
    ...gone.map(({ part, key, owner }) => ({ ...base, part, key, owner: owner ?? '', place: 0, gone: 1, text: '' })),
  ];
}

/** Rows of entries, each with the company whose cut it belongs to. */
export function entryRows(
  change: RowChange,
  id: CaseId,
  { chat, log }: { readonly chat: readonly ChatEntry[]; readonly log: readonly LogEntry[] },
): readonly CaseEntryTable[] {
  const row = (tail: TailPart, owner: string, entry: ChatEntry | LogEntry, index: number): CaseEntryTable => ({
    portal: change.portal,
    case_id: id,
    tail,
    place: placeIn(change.number, index),
    owner,
    change: change.number,
    at: change.at,
    text: JSON.stringify(entry),
  });
  return [
    ...chat.map((entry, index) => row('chat', '', entry, index)),
    ...log.map((entry, index) => row('log', entry.company ?? '', entry, index)),
  ];
}

/** Writes texts of a case that is there already. */
export async function putParts({ db }: RowTarget, all: readonly CasePartTable[]): Promise<void> {
  await insertRows(all, (rows) =>
    db
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
          changed_at: set.ref('excluded.changed_at'),
          gone: set.ref('excluded.gone'),
          text: set.ref('excluded.text'),
        })),
      )
      .execute(),
  );
}

/** Writes texts of new cases. */
export async function insertParts({ db }: RowTarget, all: readonly CasePartTable[]): Promise<void> {
  await insertRows(all, (rows) => db.insertInto('case_part').values(rows).execute());
}

/** Writes rows slice by slice: every statement stays below the 32,766 values that SQLite takes. */
export async function insertRows<Row>(
  all: readonly Row[],
  insert: (rows: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  const length = 1000;
  for (let from = 0; from < all.length; from += length) await insert(all.slice(from, from + length));
}
