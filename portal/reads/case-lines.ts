import type { Kysely } from 'kysely';
import { isGiven } from '../../shared/domain/case/parts/given.ts';
import type { CaseRow, RowSettlement } from '../../shared/domain/case/list-row.ts';
import { unpackRow, type InvoiceLine, type RowLine } from '../../shared/domain/case/row-line.ts';
import type { Viewer } from '../../shared/domain/case/parts/ties.ts';
import type { BudgetId, CaseId, PortalId } from '../../shared/domain/ids.ts';
import { toMilliseconds } from '../../shared/domain/moment.ts';
import { othersTurn } from '../others-turn.ts';
import type { OwnedBudgetLines } from '../store/row-texts.ts';
import { readJson } from '../store/json.ts';
import type { CaseFileTable } from '../store/case-tables.ts';
import type { Tables } from '../store/tables.ts';
import { readPieces, type PieceSource, type PiecesAsked, type PieceTold } from './read-pieces.ts';

/** Pieces of a line at most: a case is opened by parsing one line (design.md §9). */
const lineLength = 64;

/** Cases that are read before everybody else has a turn: some milliseconds, also where their parts go whole. */
const sliceLength = 32;

/** What is told of cases, as lines, and which of the cases are not seen any more. */
export interface CasesTold {
  readonly lines: readonly string[];
  readonly gone: readonly CaseId[];
}

/** Reads what changed of cases for one reader: the rows line and the lines of pieces, text as it was stored, put together and never parsed. */
export async function tellCases(source: PieceSource, asked: PiecesAsked): Promise<CasesTold> {
  const rows: string[] = [];
  const pieces: string[] = [];
  const gone: CaseId[] = [];
  for (let from = 0; from < asked.cases.length; from += sliceLength) {
    if (from > 0) await othersTurn();
    const told = await readPieces(source, { ...asked, cases: asked.cases.slice(from, from + sliceLength) });
    const texts = await rowTextsOf(source.db, asked.portal, asked.viewer, told.pieces);
    for (const piece of told.pieces) {
      const row = texts.get(piece.case);
      if (row === undefined) throw new Error('A piece of a case that is not there.');
      rows.push(`[${row},${Math.floor(pieces.length / lineLength)},${pieces.length % lineLength}]`);
      pieces.push(piece.text);
    }
    gone.push(...told.gone);
  }
  const lines = [`{"kind":"rows","rows":[${rows.join(',')}]}`];
  for (let from = 0; from < pieces.length; from += lineLength)
    lines.push(`{"kind":"pieces","pieces":[${pieces.slice(from, from + lineLength).join(',')}]}`);
  return { lines, gone };
}

/** A case of which a row is wanted: what its reader is given of it, and when that was last changed. */
export type RowAsked = Pick<PieceTold, 'case' | 'given' | 'changedAt'>;

/** What lists know of these cases, as their reader sees them. */
export async function readRows(
  db: Kysely<Tables>,
  portal: PortalId,
  viewer: Viewer,
  told: readonly RowAsked[],
): Promise<ReadonlyMap<CaseId, CaseRow>> {
  const rows = await rowTextsOf(db, portal, viewer, told);
  return new Map([...rows].map(([id, text]) => [id, unpackRow(readJson<RowLine>(text), portal)]));
}

async function rowTextsOf(
  db: Kysely<Tables>,
  portal: PortalId,
  viewer: Viewer,
  told: readonly RowAsked[],
): Promise<ReadonlyMap<CaseId, string>> {
  if (told.length === 0) return new Map();
  const files = await db
    .selectFrom('case_file')
    .select([
      'id',
      'row_text',
      'row_header',
      'row_budgets',
      'row_invoices',
      'row_checks',
      'row_settlements',
      'role_declined',
      'messages',
    ])
    .where('portal', '=', portal)
    .where(
      'id',
      'in',
      told.map((piece) => piece.case),
    )
    .execute();
  const byId = new Map(files.map((file) => [file.id, file]));
  return new Map(
    told.flatMap((piece) => {
      const file = byId.get(piece.case);
      return file ? [[piece.case, rowText(file, viewer, piece)]] : [];
    }),
  );
}

type RowColumns = Pick<
  CaseFileTable,
  | 'row_text'
  | 'row_header'
  | 'row_budgets'
  | 'row_invoices'
  | 'row_checks'
  | 'row_settlements'
  | 'role_declined'
  | 'messages'
>;

/** A row as its reader sees it: what lies as text, and what is counted or given to some. */
function rowText(file: RowColumns, { company }: Viewer, { given, changedAt }: RowAsked): string {
  const text = given.has('chat') ? file.row_text : file.row_header;
  const budgets = given.has('budgets')
    ? readJson<OwnedBudgetLines>(file.row_budgets).filter(([owner]) => isGiven(given.get('budgets'), owner, company))
    : [];
  const invoices = given.has('invoices')
    ? readJson<readonly InvoiceLine[]>(file.row_invoices).filter(([, owner]) =>
        isGiven(given.get('invoices'), owner, company),
      )
    : [];
  // Whose limit was drawn from is for who sees all budgets.
  const toCheck = given.get('budgets') === 'all' ? readJson<readonly BudgetId[]>(file.row_checks) : [];
  const settlements = given.has('settlements') ? readJson<readonly RowSettlement[]>(file.row_settlements) : [];
  const more = {
    ...(given.has('role-past') && file.role_declined === 1 ? { roleDeclined: true } : {}),
    ...(budgets.length > 0 ? { budgets: budgets.map(([, line]) => line) } : {}),
    ...(invoices.length > 0 ? { invoices } : {}),
    ...(toCheck.length > 0 ? { toCheck } : {}),
    ...(settlements.length > 0 ? { settlements } : {}),
    ...(given.has('chat') && file.messages > 0 ? { messages: file.messages } : {}),
    changed: toMilliseconds(changedAt),
  };
  return `${text.slice(0, -1)},${JSON.stringify(more).slice(1)}`;
}
