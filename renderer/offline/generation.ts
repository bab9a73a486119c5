import type { CaseContent } from '../../shared/domain/case/case.ts';
import type { CaseRow } from '../../shared/domain/case/list-row.ts';
import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import type { Directory } from '../../shared/domain/office/directory.ts';
import type { Cursor, Notice, PlacedRow, ResetReason, Withdrawal } from '../../shared/contract/sync.ts';

/** Where a case's content lies: a page or log record, the chunk in it, the place in the chunk. */
export interface Place {
  readonly in: 'page' | 'log';
  readonly number: number;
  readonly chunk: number;
  readonly place: number;
}

/** A case that is held. `older` places hold earlier content until compaction; a withdrawal purges them all. */
export interface Held {
  readonly row: CaseRow;
  readonly at: Place;
  readonly older: readonly Place[];
}

/** What is kept of a generation beside its cases, written with each compaction; the log's records go on top. */
export interface GenerationBase {
  readonly standing: Standing | null;
  readonly directory: Directory | null;
  readonly reading: Readonly<Record<CaseId, number>>;
  readonly withdrawn: readonly Withdrawal[];
  readonly notices: readonly Notice[];
}

/** Where a generation stands; small, because each delta writes it. */
export interface GenerationHead {
  readonly number: number;
  /** Before the first page has come there is none. */
  readonly cursor: Cursor | null;
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
  /** A right was lost since: richer content of any case may lie on the disk until the case comes again. */
  readonly seesLess: boolean;
}

/** One whole copy of what a portal lets the account see (sync.md 19). In memory: rows and places, never content. */
export interface Generation {
  head: GenerationHead;
  base: GenerationBase;
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
      number,
      cursor: null,
      asOf: null,
      nextPage: 0,
      nextLog: 0,
      after: '',
      because,
      askDone: true,
      seesLess: false,
    },
    base: emptyBase,
    cases: new Map(),
    pages: new Map(),
    logs: new Map(),
  };
}

/** Nothing known yet. */
export const emptyBase: GenerationBase = { standing: null, directory: null, reading: {}, withdrawn: [], notices: [] };

/** Tombstones and notices are told, not archived. */
const kept = 200;

/** What a delta or a log record changes beside cases. */
export interface BaseChange {
  readonly standing: Standing | null;
  readonly directory: Directory | null;
  readonly reading: Readonly<Record<CaseId, number>> | null;
  readonly withdrawn: readonly Withdrawal[];
  readonly notices: readonly Notice[];
  readonly rows: readonly PlacedRow[];
}

/** Newest first; a case that came back has no tombstone. */
export function foldBase(base: GenerationBase, change: BaseChange): GenerationBase {
  const back = new Set(change.rows.map(([row]) => row.id));
  const left = new Set(change.withdrawn.map((each) => each.case));
  const known = new Set(base.notices.map((each) => each.id));
  const withdrawn = [...change.withdrawn.toReversed(), ...base.withdrawn.filter((each) => !left.has(each.case))];
  return {
    standing: change.standing ?? base.standing,
    directory: change.directory ?? base.directory,
    reading: change.reading ? { ...base.reading, ...change.reading } : base.reading,
    withdrawn: withdrawn.filter((each) => !back.has(each.case)).slice(0, kept),
    notices: [...change.notices.filter((each) => !known.has(each.id)).toReversed(), ...base.notices].slice(0, kept),
  };
}

/** Takes the rows of a page or log record into the index; what was held of a case before becomes an older place. */
export function takeRows(
  generation: Generation,
  rows: readonly PlacedRow[],
  where: Pick<Place, 'in' | 'number'>,
): void {
  for (const [row, chunk, place] of rows) {
    const before = generation.cases.get(row.id);
    const older = before ? [...before.older, before.at] : none;
    generation.cases.set(row.id, { row, at: { ...where, chunk, place }, older });
  }
}

const none: readonly Place[] = [];

/** The contents of a chunk line; null where a withdrawn case was. */
export type ChunkContents = readonly (CaseContent | null)[];

/** What a record is encrypted for: account, portal, generation, table and number (sync.md 23). */
export function boundTo(account: string, portal: PortalId, ...place: readonly (string | number)[]): string {
  return JSON.stringify([account, portal, ...place]);
}
