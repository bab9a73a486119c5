import type { CaseContent } from '../../shared/domain/case/case.ts';
import type { CaseRow } from '../../shared/domain/case/list-row.ts';
import type { PortalId } from '../../shared/domain/ids.ts';
import type { Directory } from '../../shared/domain/office/directory.ts';
import { DamagedCacheError, logAt, openRecord, piecesAt, type CacheTools } from './cache-records.ts';
import { foldBase, type BaseChange, type Generation, type Held, type Place } from './generation.ts';
import { bytesText, noChange, splitLines } from './record-lines.ts';

/*
 * A cache as apps before version 2 wrote it: whole rows, and chunks of whole contents. It is read, so that an update
 * closes no case, until the pages of version 2 are complete; nothing is written to it.
 */

type FirstRow = readonly [row: CaseRow, chunk: number, place: number];

type FirstLine =
  | { readonly kind: 'standing'; readonly standing: NonNullable<BaseChange['standing']> }
  | { readonly kind: 'directory'; readonly directory: Directory }
  | { readonly kind: 'reading'; readonly reading: NonNullable<BaseChange['reading']> }
  | { readonly kind: 'notices'; readonly notices: BaseChange['notices'] }
  | { readonly kind: 'withdrawn'; readonly cases: BaseChange['withdrawn'] }
  | { readonly kind: 'rows'; readonly rows: readonly FirstRow[] };

/** Takes the rows of a page record of version 1 into the index. */
export function takeFirstPage(generation: Generation, bytes: Uint8Array, page: number): void {
  for (const line of splitLines(bytes)) {
    const parsed = parse(line);
    if (parsed.kind !== 'rows') throw new Error('a page record without rows');
    takeFirstRows(generation, parsed.rows, { in: 'page', number: page });
    generation.pages.set(page, (generation.pages.get(page) ?? 0) + parsed.rows.length);
  }
}

/** Takes a log record of version 1 into the index: withdrawals before rows. */
export function takeFirstLog(generation: Generation, bytes: Uint8Array, log: number): void {
  const lines = splitLines(bytes).filter((line) => !isChunk(line));
  let change: BaseChange = noChange;
  let rows: readonly FirstRow[] = [];
  for (const line of lines.map(parse)) {
    if (line.kind === 'rows') rows = line.rows;
    else change = { ...change, ...changeOf(line) };
  }
  for (const each of change.withdrawn) generation.cases.delete(each.case);
  takeFirstRows(generation, rows, { in: 'log', number: log });
  generation.base = foldBase(
    generation.base,
    change,
    rows.map(([row]) => row.id),
  );
  generation.logs.set(log, bytes.length);
}

/** Opens the one chunk that holds a case; a chunk without it is damage. */
export async function readFirstContent(
  tools: CacheTools,
  portal: PortalId,
  { head }: Generation,
  { row, places: [at] }: Held,
): Promise<CaseContent> {
  const line = at && (await chunkAt(tools, portal, head.number, at));
  const { contents = [] } = line ? (JSON.parse(bytesText(line)) as FirstChunk) : {};
  const content = at && contents[at.place];
  if (content?.case.id !== row.id) throw new DamagedCacheError(portal, 'a place without its case');
  return content;
}

interface FirstChunk {
  readonly contents?: readonly (CaseContent | null)[];
}

async function chunkAt(
  tools: CacheTools,
  portal: PortalId,
  generation: number,
  at: Place,
): Promise<Uint8Array | undefined> {
  if (at.in === 'page') return openRecord(tools, piecesAt(portal, generation, at.number, at.line));
  const record = await openRecord(tools, logAt(portal, generation, at.number));
  return splitLines(record).filter(isChunk)[at.line];
}

function takeFirstRows(generation: Generation, rows: readonly FirstRow[], where: Pick<Place, 'in' | 'number'>): void {
  for (const [row, line, place] of rows)
    generation.cases.set(row.id, { row, ties: [], places: [{ ...where, line, place }], older: [] });
}

function changeOf(line: Exclude<FirstLine, { readonly kind: 'rows' }>): Partial<BaseChange> {
  switch (line.kind) {
    case 'standing':
      return { standing: line.standing };
    case 'directory':
      return { directory: { ...line.directory, whole: true, gone: { companies: [], offices: [], members: [] } } };
    case 'reading':
      return { reading: line.reading };
    case 'notices':
      return { notices: line.notices };
    case 'withdrawn':
      return { withdrawn: line.cases };
  }
}

function parse(line: Uint8Array): FirstLine {
  // The bytes were authenticated: an app of before wrote them.
  return JSON.parse(bytesText(line)) as FirstLine;
}

const chunkStart = new TextEncoder().encode('{"kind":"chunk"');

function isChunk(line: Uint8Array): boolean {
  return chunkStart.every((byte, at) => line[at] === byte);
}
