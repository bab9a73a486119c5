import { unpackRow, type RowLine } from '../../shared/domain/case/row-line.ts';
import type { CaseRow } from '../../shared/domain/case/list-row.ts';
import type { Tie } from '../../shared/domain/case/parts/ties.ts';
import type { OfficeCategories } from '../../shared/domain/category/category.ts';
import type { CaseId, CommandId, PortalId } from '../../shared/domain/ids.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import type { PriceListHead } from '../../shared/domain/price-list/price-list.ts';
import type { Directory } from '../../shared/domain/office/directory.ts';
import { foldDirectory, type DirectoryChange } from '../../shared/domain/office/fold-directory.ts';
import type { Cursor, Notice, ResetReason, Withdrawal } from '../../shared/contract/sync.ts';

/** Where a piece of a case lies: a page or log record, the line of pieces in it, the place in the line. */
export interface Place {
  readonly in: 'page' | 'log';
  readonly number: number;
  readonly line: number;
  readonly place: number;
}

/** A case that is held. What it is, is its pieces in the order of their places: the first is whole, later ones add to it. */
export interface Held {
  readonly row: CaseRow;
  /** What ties the reader to it as the last piece says: known without opening one, because a new standing asks all. */
  readonly ties: readonly Tie[];
  readonly places: readonly Place[];
  /** What lies there is in a whole piece too by now; a withdrawal purges it as well. */
  readonly older: readonly Place[];
}

/** What is kept of a generation beside its cases, written with each compaction; the log's records go on top. */
export interface GenerationBase {
  readonly standing: Standing | null;
  readonly directory: Directory | null;
  readonly reading: Readonly<Record<CaseId, number>>;
  readonly withdrawn: readonly Withdrawal[];
  readonly notices: readonly Notice[];
  /** Own commands whose effect the pieces hold; those that wait no more are forgotten with a compaction. */
  readonly own: readonly CommandId[];
}

/** Where a generation stands; small, because each delta writes it. */
export interface GenerationHead {
  /** 1: whole contents, as apps of before wrote them: only read, until the pages of version 2 are there. */
  readonly version: 1 | 2;
  readonly number: number;
  /** Before the first page has come there is none. */
  readonly cursor: Cursor | null;
  /** In the middle of a long delta: where its next page begins, and what the whole leads to. The cursor moves with the last. */
  readonly ahead: DeltaAhead | null;
  /** Server time of the last whole answer. */
  readonly asOf: string | null;
  readonly nextPage: number;
  readonly nextLog: number;
  /** The key to fetch pages from; null once all pages are there. */
  readonly after: string | null;
  /** Why it was begun; null for the first sync of all. */
  readonly because: ResetReason | null;
  /** The portal server was not asked yet what it still has of commands that were done before (sync.md 18). */
  readonly askDone: boolean;
}

/** The rest of a long delta. */
export interface DeltaAhead {
  readonly after: string;
  readonly upTo: Cursor;
}

/** Price lists that somebody is given, and of which of them the items are kept already. */
export interface KeptPrices {
  readonly lists: readonly PriceListHead[];
  /** Marks of those whose items lie on the disk. */
  readonly fetched: readonly number[];
}

/** One whole copy of what a portal lets the account see (sync.md 19). In memory: rows, ties and places, never content. */
export interface Generation {
  head: GenerationHead;
  base: GenerationBase;
  /** Categories of offices, in a record of their own: it leaves at once with the last case or right that gives them. */
  categories: OfficeCategories | null;
  /** Price lists, which leave in the same way; their items are opened where they are asked for. */
  prices: KeptPrices | null;
  readonly cases: Map<CaseId, Held>;
  /** Rows of each page as stored, so that compaction finds those that are mostly history. */
  readonly pages: Map<number, number>;
  /** Bytes of each log record. */
  readonly logs: Map<number, number>;
}

/** A generation before its first page. */
export function emptyGeneration(number: number, because: ResetReason | null): Generation {
  return {
    head: {
      version: 2,
      number,
      cursor: null,
      ahead: null,
      asOf: null,
      nextPage: 0,
      nextLog: 0,
      after: '',
      because,
      askDone: true,
    },
    base: emptyBase,
    categories: null,
    prices: null,
    cases: new Map(),
    pages: new Map(),
    logs: new Map(),
  };
}

/** Nothing known yet. */
export const emptyBase: GenerationBase = {
  standing: null,
  directory: null,
  reading: {},
  withdrawn: [],
  notices: [],
  own: [],
};

/** Tombstones and notices are told, not archived. */
const kept = 200;

/** What a delta or a log record changes beside cases. */
export interface BaseChange {
  readonly standing: Standing | null;
  readonly directory: DirectoryChange | null;
  readonly reading: Readonly<Record<CaseId, number>> | null;
  readonly withdrawn: readonly Withdrawal[];
  readonly notices: readonly Notice[];
  readonly own: readonly CommandId[];
}

/** Newest first; a case that came back (it is among `told`) has no tombstone. */
export function foldBase(base: GenerationBase, change: BaseChange, told: Iterable<CaseId>): GenerationBase {
  const back = new Set(told);
  const left = new Set(change.withdrawn.map((each) => each.case));
  const known = new Set(base.notices.map((each) => each.id));
  const withdrawn = [...change.withdrawn.toReversed(), ...base.withdrawn.filter((each) => !left.has(each.case))];
  return {
    standing: change.standing ?? base.standing,
    directory: change.directory ? foldDirectory(base.directory, change.directory) : base.directory,
    reading: change.reading ? { ...base.reading, ...change.reading } : base.reading,
    withdrawn: withdrawn.filter((each) => !back.has(each.case)).slice(0, kept),
    notices: [...change.notices.filter((each) => !known.has(each.id)).toReversed(), ...base.notices].slice(0, kept),
    own: change.own.length > 0 ? [...new Set([...base.own, ...change.own])] : base.own,
  };
}

/** A row as it lies: where its piece is, and what ties the reader to the case. */
export type StoredRow = readonly [row: RowLine, line: number, place: number, ties: readonly Tie[]];

/** Takes rows into the index. A page's piece is whole, and what was held of the case before is older; a delta's adds to it. */
export function takeRows(
  generation: Generation,
  portal: PortalId,
  rows: readonly StoredRow[],
  where: Pick<Place, 'in' | 'number'>,
): void {
  for (const [row, line, place, ties] of rows) {
    const before = generation.cases.get(row.id);
    const at: Place = { ...where, line, place };
    const grows = where.in === 'log' && before;
    generation.cases.set(row.id, {
      row: unpackRow(row, portal),
      ties: shared(ties),
      places: grows ? [...before.places, at] : [at],
      older: before ? (grows ? before.older : [...before.older, ...before.places]) : none,
    });
  }
}

const none: readonly Place[] = [];
const sharedTies = new Map<string, readonly Tie[]>();

/** Thousands of cases have the same few ties. */
function shared(ties: readonly Tie[]): readonly Tie[] {
  const key = ties.join();
  const known = sharedTies.get(key);
  if (known) return known;
  sharedTies.set(key, ties);
  return ties;
}

/** Whether a place is of older content or not: all that lies on the disk of a case. */
export function placesOf({ places, older }: Held): readonly Place[] {
  return older.length === 0 ? places : [...older, ...places];
}

/** What a record is encrypted for: account, portal, generation, table and number (sync.md 23). */
export function boundTo(account: string, portal: PortalId, ...place: readonly (string | number)[]): string {
  return JSON.stringify([account, portal, ...place]);
}
