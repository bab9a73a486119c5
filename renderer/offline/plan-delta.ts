import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import { contentOf, pieceOf, takePiece, type CasePiece } from '../../shared/domain/case/parts/held-case.ts';
import { narrowed } from '../../shared/domain/case/parts/narrow.ts';
import { toListRow } from '../../shared/domain/case/list-row.ts';
import { packRow, type RowLine } from '../../shared/domain/case/row-line.ts';
import { losesEntries } from '../../shared/domain/office/fold-directory.ts';
import { forgetView, logAt, putBase, putHeads, sealRecord, type CacheTools } from './cache-records.ts';
import type { DeltaCases, RewrittenCase } from './delta-cases.ts';
import { foldBase, takeRows, type Generation, type GenerationHead, type StoredRow } from './generation.ts';
import { categoriesAfter, putCategories } from './kept-categories.ts';
import { pricesAfter, putPrices } from './kept-prices.ts';
import { openedOnce, type OpenedOnce } from './opened-once.ts';
import { headsWith, type Plan, type PortalCache } from './plan-answer.ts';
import { notePurge, purge } from './purge.ts';
import { foldHeld } from './read-content.ts';
import { logRecordBytes, piecesLine, readPieces } from './record-lines.ts';
import type { SyncAnswer } from './sync-answer.ts';

/** What a delta goes into, what it is and what it makes of cases. */
export interface DeltaInto {
  readonly cache: PortalCache;
  readonly generation: Generation;
  readonly answer: SyncAnswer;
  readonly cases: DeltaCases;
}

/**
 * A page of a delta: one log record and the progress, with the last page the cursor. What is withdrawn, gone or not given
 * any more leaves every record at once; of what is left of a case then one whole piece is logged (sync.md 21, 29).
 */
export async function planDelta(
  tools: CacheTools,
  portal: PortalId,
  { cache, generation, answer, cases }: DeltaInto,
): Promise<Plan> {
  const { number } = generation.head;
  const records = openedOnce(tools, portal, number);
  const company = (answer.standing ?? generation.base.standing)?.company ?? '';
  const whole = await Promise.all(cases.rewritten.map((each) => wholeOf({ records, answer, company }, each)));
  const logged = toLog(answer, cases, whole);
  const gone = new Set([
    ...cases.withdrawn.map((each) => each.case),
    ...cases.rewritten.map(({ held }) => held.row.id),
  ]);
  const held = new Set([...gone].filter((id) => generation.cases.has(id)));
  const change = { ...answer, withdrawn: cases.withdrawn };
  const told = logged.rows.map(([row]) => row.id);
  const base = foldBase(generation.base, change, told);
  const directory = answer.directory !== null && losesEntries(generation.base.directory, base.directory ?? noDirectory);
  const purged = await purge({ tools, portal, records }, generation, { cases: held, directory });
  // Where entries leave, the base has all that is left of the directory, and the log nothing of it.
  const categories = categoriesAfter(generation, answer, {
    standing: base.standing,
    other: new Set([...gone, ...told]),
    rows: logged.rows,
  });
  const prices = pricesAfter(generation.prices, answer, base.standing);
  const bytes = logRecordBytes(directory ? { ...change, directory: null } : change, logged.rows, logged.pieces);
  const log = generation.head.nextLog;
  const head: GenerationHead = {
    ...generation.head,
    ...(answer.more
      ? { ahead: { after: answer.next ?? '', upTo: answer.cursor } }
      : { cursor: answer.cursor, ahead: null, asOf: answer.serverTime }),
    nextLog: bytes.length > 0 ? log + 1 : log,
  };
  const writes = [
    ...purged.writes,
    ...(await putCategories(tools, portal, { generation: number, before: generation.categories, after: categories })),
    ...(await putPrices(tools, portal, { generation: number, before: generation.prices, after: prices })),
    await putHeads(tools, portal, headsWith(cache, generation, head)),
  ];
  if (directory) writes.push(forgetView, await putBase(tools, portal, { head, base }));
  if (bytes.length > 0) writes.push(forgetView, await sealRecord(tools, logAt(portal, number, log), bytes));
  return {
    writes,
    learn: () => {
      notePurge(generation, purged);
      for (const id of held) generation.cases.delete(id);
      takeRows(generation, portal, logged.rows, { in: 'log', number: log });
      generation.base = base;
      generation.categories = categories;
      generation.prices = prices;
      generation.head = head;
      if (bytes.length > 0) generation.logs.set(log, bytes.length);
    },
  };
}

const noDirectory = { companies: [], offices: [], members: [] };

/** A case put together anew, with its row. */
interface WholeCase {
  readonly case: CaseId;
  readonly row: RowLine;
  readonly piece: CasePiece;
  /** Where the delta's own piece of it lies; null where it has none. */
  readonly at: StoredRow | null;
}

interface WholeFrom {
  readonly records: OpenedOnce;
  readonly answer: SyncAnswer;
  readonly company: string;
}

async function wholeOf(
  { records, answer, company }: WholeFrom,
  { held, before, after, row: told }: RewrittenCase,
): Promise<WholeCase> {
  const { row } = held;
  const left = narrowed(await foldHeld(records, held, before), { before, after, company });
  if (!told) {
    const narrowRow = packRow(toListRow(contentOf(left, after)));
    return { case: row.id, row: narrowRow, piece: pieceOf(row.id, left), at: null };
  }
  const [toldRow, line, place] = told;
  const piece = readPieces(answer.pieces[line] ?? noLine)[place];
  if (piece?.case !== row.id) throw new Error('an answer with a row that names another piece');
  return { case: row.id, row: toldRow, piece: pieceOf(row.id, takePiece(left, piece, after)), at: told };
}

const noLine = piecesLine([]);
/** Pieces a line of this app's own, as the portal server has it. */
const piecesALine = 64;

/** The rows and pieces of the log record: as received, but for cases that were put together anew or are not seen. */
function toLog(answer: SyncAnswer, { added, rewritten }: DeltaCases, whole: readonly WholeCase[]): Logged {
  const kept = new Set([...added, ...rewritten.flatMap(({ row }) => (row ? [row] : []))].map(([row]) => row.id));
  const inPlace = new Map(whole.filter(({ at }) => at !== null).map((each) => [each.case, each]));
  const dropped = answer.rows.filter(([row]) => !kept.has(row.id));
  const changed = new Set(
    [...dropped, ...[...inPlace.values()].flatMap(({ at }) => (at ? [at] : []))].map(([, line]) => line),
  );
  const lines = answer.pieces.map((line, index) => {
    if (!changed.has(index)) return line;
    return piecesLine(
      readPieces(line).map((piece) =>
        piece && kept.has(piece.case) ? (inPlace.get(piece.case)?.piece ?? piece) : null,
      ),
    );
  });
  const alone = whole.filter(({ at }) => at === null);
  for (let from = 0; from < alone.length; from += piecesALine)
    lines.push(piecesLine(alone.slice(from, from + piecesALine).map(({ piece }) => piece)));
  const first = answer.pieces.length;
  const rows: readonly StoredRow[] = [
    ...added,
    ...[...inPlace.values()].flatMap(({ at }) => (at ? [at] : [])),
    ...alone.map(({ row, piece }, index): StoredRow => {
      return [row, first + Math.floor(index / piecesALine), index % piecesALine, piece.ties];
    }),
  ];
  return { rows, pieces: lines };
}

interface Logged {
  readonly rows: readonly StoredRow[];
  readonly pieces: readonly Uint8Array[];
}
