import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import type { Write } from './cache-database.ts';
import { logAt, piecesAt, removePage, rowsAt, sealRecord } from './cache-records.ts';
import type { CacheTools, RecordAt } from './cache-records.ts';
import { withoutPiece, withoutRow } from './cut-out.ts';
import { placesOf, type Generation, type Place } from './generation.ts';
import { groupBy } from './group-by.ts';
import type { OpenedOnce } from './opened-once.ts';
import { joinLines, piecesLine, readPieces, readRows, rowsLine, splitLines, withoutLines } from './record-lines.ts';
import { partOf } from './row-parts.ts';

/** What has to be written so that no record holds these cases any more, and what the index then has to know. */
export interface Purge {
  readonly writes: readonly Write[];
  /** Rows left in each page that was written again; 0 = the page is gone. */
  readonly pages: ReadonlyMap<number, number>;
}

/** What is purged of a generation. */
export interface Purged {
  readonly cases: ReadonlySet<CaseId>;
  /** Older log records tell of directory entries that left: the base has what is left. */
  readonly directory: boolean;
}

interface Gone {
  readonly id: CaseId;
  readonly at: Place;
}

/** Whose records are written again. */
export interface PurgeTools {
  readonly tools: CacheTools;
  readonly portal: PortalId;
  readonly records: OpenedOnce;
}

/** Takes cases out of every record that holds them, now or from before (sync.md 29); the other cases stay in place. */
export async function purge(of: PurgeTools, generation: Generation, { cases, directory }: Purged): Promise<Purge> {
  const gone = [...cases].flatMap((id): readonly Gone[] => {
    const held = generation.cases.get(id);
    return held ? placesOf(held).map((at) => ({ id, at })) : [];
  });
  const { number } = generation.head;
  const inPages = groupBy(
    gone.filter(({ at }) => at.in === 'page'),
    ({ at }) => at.number,
  );
  const inLogs = groupBy(
    gone.filter(({ at }) => at.in === 'log'),
    ({ at }) => at.number,
  );
  const pages = new Map([...inPages].map(([page, each]) => [page, (generation.pages.get(page) ?? 0) - each.length]));
  const logs = directory ? generation.logs.keys() : inLogs.keys();
  const writes = await Promise.all([
    ...[...inPages].map(([page, each]) =>
      (pages.get(page) ?? 0) > 0 ? purgePage(of, [number, page], each) : removePage(of.portal, number, page),
    ),
    ...[...logs].map((log) => {
      const ids = idsOf(inLogs.get(log) ?? []);
      const cut = (bytes: Uint8Array): Uint8Array => withoutRows(withoutPieces(bytes, ids), ids);
      return rewritten(of, logAt(of.portal, number, log), (bytes) =>
        cut(directory ? withoutLines(bytes, 'directory') : bytes),
      );
    }),
  ]);
  return { writes: writes.flat(), pages };
}

/** Tells the index what a purge left, once it is committed. */
export function notePurge(generation: Generation, { pages }: Purge): void {
  for (const [page, rows] of pages) {
    if (rows === 0) generation.pages.delete(page);
    else generation.pages.set(page, rows);
  }
}

async function purgePage(
  of: PurgeTools,
  key: readonly [generation: number, page: number],
  gone: readonly Gone[],
): Promise<readonly Write[]> {
  const parts = groupBy(gone, ({ at }) => partOf(at.line));
  const lines = groupBy(gone, ({ at }) => at.line);
  const writes = await Promise.all([
    ...[...parts].map(([part, each]) =>
      rewritten(of, rowsAt(of.portal, ...key, part), (bytes) => withoutRows(bytes, idsOf(each))),
    ),
    ...[...lines].map(([line, each]) =>
      rewritten(of, piecesAt(of.portal, ...key, line), (bytes) => withoutPieces(bytes, idsOf(each))),
    ),
  ]);
  return writes.flat();
}

async function rewritten(
  { tools, records }: PurgeTools,
  at: RecordAt,
  change: (bytes: Uint8Array) => Uint8Array,
): Promise<readonly Write[]> {
  return [await sealRecord(tools, at, change(await records.bytes(at)))];
}

function idsOf(gone: readonly Gone[]): ReadonlySet<CaseId> {
  return new Set(gone.map(({ id }) => id));
}

/** Few are cut out of the bytes; from so many on, parsing all once costs less than finding each. */
const few = 4;

type CutOne = (bytes: Uint8Array, id: CaseId) => Uint8Array | null;

/** Cuts each out; null where one is not written as the portal server writes it, or there are many. */
function cutEach(bytes: Uint8Array, ids: ReadonlySet<CaseId>, cutOne: CutOne): Uint8Array | null {
  if (ids.size > few) return null;
  let left: Uint8Array | null = bytes;
  for (const id of ids) left = left && cutOne(left, id);
  return left;
}

function withoutRows(bytes: Uint8Array, ids: ReadonlySet<CaseId>): Uint8Array {
  return (
    cutEach(bytes, ids, withoutRow) ??
    eachLine(bytes, '{"kind":"rows"', (line) => rowsLine(readRows(line).filter(([row]) => !ids.has(row.id))))
  );
}

function withoutPieces(bytes: Uint8Array, ids: ReadonlySet<CaseId>): Uint8Array {
  return (
    cutEach(bytes, ids, withoutPiece) ??
    eachLine(bytes, '{"kind":"pieces"', (line) => {
      const pieces = readPieces(line);
      const holds = pieces.some((piece) => piece && ids.has(piece.case));
      return holds ? piecesLine(pieces.map((piece) => (piece && ids.has(piece.case) ? null : piece))) : line;
    })
  );
}

const encoder = new TextEncoder();

/** The slow way. A line that was received alone has no line break behind it, and gets one. */
function eachLine(bytes: Uint8Array, kind: string, change: (line: Uint8Array) => Uint8Array): Uint8Array {
  const start = encoder.encode(kind);
  const isOfKind = (line: Uint8Array): boolean => start.every((byte, at) => line[at] === byte);
  return joinLines(splitLines(bytes).map((line) => (isOfKind(line) ? change(line) : line)));
}
