import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import type { Write } from './cache-database.ts';
import { chunkAt, logAt, openRecord, removePage, rowsAt, sealRecord } from './cache-records.ts';
import type { CacheTools, RecordAt } from './cache-records.ts';
import { withoutContent, withoutRow } from './cut-out.ts';
import type { Generation, Place } from './generation.ts';
import { groupBy } from './group-by.ts';
import { bytesText, chunkLine, readChunk, readRows, rowsLine, textBytes } from './record-lines.ts';
import { partOf } from './row-parts.ts';

/** What has to be written so that no record holds these cases any more, and what the index then has to know. */
export interface Purge {
  readonly writes: readonly Write[];
  /** Rows left in each page that was written again; 0 = the page is gone. */
  readonly pages: ReadonlyMap<number, number>;
}

interface Gone {
  readonly id: CaseId;
  readonly at: Place;
}

/** Takes cases out of every record that holds them, now or from before (sync.md 29); the other cases stay in place. */
export async function purge(
  tools: CacheTools,
  portal: PortalId,
  generation: Generation,
  cases: ReadonlySet<CaseId>,
): Promise<Purge> {
  const gone = [...cases].flatMap((id): readonly Gone[] => {
    const held = generation.cases.get(id);
    return held ? [held.at, ...held.older].map((at) => ({ id, at })) : [];
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
  const writes = await Promise.all([
    ...[...inPages].map(([page, each]) =>
      (pages.get(page) ?? 0) > 0 ? purgePage(tools, [portal, number, page], each) : removePage(portal, number, page),
    ),
    ...[...inLogs].map(([log, each]) => rewritten(tools, logAt(portal, number, log), each, [cutRow, cutContent])),
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

type PageKey = readonly [portal: PortalId, generation: number, page: number];

async function purgePage(tools: CacheTools, key: PageKey, gone: readonly Gone[]): Promise<readonly Write[]> {
  const parts = groupBy(gone, ({ at }) => partOf(at.chunk));
  const chunks = groupBy(gone, ({ at }) => at.chunk);
  const writes = await Promise.all([
    ...[...parts].map(([part, each]) => rewritten(tools, rowsAt(...key, part), each, [cutRow])),
    ...[...chunks].map(([chunk, each]) => rewritten(tools, chunkAt(...key, chunk), each, [cutContent])),
  ]);
  return writes.flat();
}

type Cut = (bytes: Uint8Array, gone: Gone) => Uint8Array;

async function rewritten(
  tools: CacheTools,
  at: RecordAt,
  gone: readonly Gone[],
  cuts: readonly Cut[],
): Promise<readonly Write[]> {
  let bytes = await openRecord(tools, at);
  for (const each of gone) for (const cut of cuts) bytes = cut(bytes, each);
  return [await sealRecord(tools, at, bytes)];
}

const cutRow: Cut = (bytes, { id }) =>
  withoutRow(bytes, id) ??
  eachLine(bytes, '{"kind":"rows"', (line) => rowsLine(readRows(line).filter(([row]) => row.id !== id)));

const cutContent: Cut = (bytes, { id }) =>
  withoutContent(bytes, id) ??
  eachLine(bytes, '{"kind":"chunk"', (line) =>
    chunkLine(readChunk(line).map((content) => (content?.case.id === id ? null : content))),
  );

/** The slow way, where the bytes are not written as the portal server writes them. */
function eachLine(bytes: Uint8Array, kind: string, change: (line: Uint8Array) => Uint8Array): Uint8Array {
  const lines = bytesText(bytes)
    .split('\n')
    .map((line) => (line.startsWith(kind) ? bytesText(change(textBytes(line))) : line));
  return textBytes(lines.join('\n'));
}
