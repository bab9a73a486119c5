import type { Kysely } from 'kysely';
import type { KeyedPart, SmallPart, TailPart } from '../../shared/domain/case/parts/part.ts';
import type { Tie, TiedTo } from '../../shared/domain/case/parts/ties.ts';
import type { WithdrawalReason } from '../../shared/contract/sync.ts';

/** Cases as files of parts (docs/decisions/0030). They stand beside `case_view` until that is taken away. */
export type PartTables = {
  readonly case_part: CasePartTable;
  readonly case_entry: CaseEntryTable;
  readonly case_tie: CaseTieTable;
};

/** A text of a part, stored once, whoever reads it. */
export interface CasePartTable {
  readonly portal: string;
  readonly case_id: string;
  readonly part: SmallPart | KeyedPart;
  /** The thing's id; empty for a small part. */
  readonly key: string;
  /** The company whose cut it belongs to; empty where it is in every cut. A thing that changes it is gone from the one cut. */
  readonly owner: string;
  /** In the order of this number the things of a part came into the case. Never sent. */
  readonly place: number;
  readonly changed: number;
  /** 1 for a thing that is gone: its text is empty, its place is kept for who held it. */
  readonly gone: number;
  readonly text: string;
}

/** An entry of a tail, append-only. */
export interface CaseEntryTable {
  readonly portal: string;
  readonly case_id: string;
  readonly tail: TailPart;
  readonly place: number;
  readonly owner: string;
  readonly change: number;
  readonly text: string;
}

/** What ties somebody to a case, from when until when. */
export interface CaseTieTable {
  readonly portal: string;
  readonly tied_to: TiedTo;
  readonly tie: Tie;
  readonly case_id: string;
  readonly gained: number;
  readonly lost: number | null;
  readonly lost_reason: WithdrawalReason | null;
  /** The last change that a reader by this tie could see, gain or lose something by. */
  readonly changed: number;
  readonly changed_at: string;
  readonly number: string;
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

/** Makes the tables; the same on both engines. */
export async function makePartTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('case_part')
    .addColumn('portal', 'text', notNull)
    .addColumn('case_id', 'text', notNull)
    .addColumn('part', 'text', notNull)
    .addColumn('key', 'text', notNull)
    .addColumn('owner', 'text', notNull)
    .addColumn('place', 'bigint', notNull)
    .addColumn('changed', 'bigint', notNull)
    .addColumn('gone', 'integer', notNull)
    .addColumn('text', 'text', notNull)
    .addPrimaryKeyConstraint('case_part_key', ['portal', 'case_id', 'part', 'key', 'owner'])
    .execute();
  await db.schema
    .createTable('case_entry')
    .addColumn('portal', 'text', notNull)
    .addColumn('case_id', 'text', notNull)
    .addColumn('tail', 'text', notNull)
    .addColumn('place', 'bigint', notNull)
    .addColumn('owner', 'text', notNull)
    .addColumn('change', 'bigint', notNull)
    .addColumn('text', 'text', notNull)
    .addPrimaryKeyConstraint('case_entry_key', ['portal', 'case_id', 'tail', 'place'])
    .execute();
  await db.schema
    .createTable('case_tie')
    .addColumn('portal', 'text', notNull)
    .addColumn('tied_to', 'text', notNull)
    .addColumn('tie', 'text', notNull)
    .addColumn('case_id', 'text', notNull)
    .addColumn('gained', 'bigint', notNull)
    .addColumn('lost', 'bigint')
    .addColumn('lost_reason', 'text')
    .addColumn('changed', 'bigint', notNull)
    .addColumn('changed_at', 'text', notNull)
    .addColumn('number', 'text', notNull)
    .addPrimaryKeyConstraint('case_tie_key', ['portal', 'case_id', 'tied_to', 'tie'])
    .execute();
  await db.schema.createIndex('case_part_changed').on('case_part').columns(['portal', 'case_id', 'changed']).execute();
  await db.schema
    .createIndex('case_tie_changed')
    .on('case_tie')
    .columns(['portal', 'tied_to', 'changed', 'case_id'])
    .execute();
}

function notNull<Column extends { notNull(): Column }>(column: Column): Column {
  return column.notNull();
}
