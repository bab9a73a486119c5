import type { CaseContent } from '../../shared/domain/case/case.ts';
import type { PortalId } from '../../shared/domain/ids.ts';
import { chunkAt, DamagedCacheError, logAt, openRecord, type CacheTools } from './cache-records.ts';
import type { ChunkContents, Generation, Held } from './generation.ts';
import { readChunk, readLogRecord } from './record-lines.ts';

/** Opens the one chunk that holds a case (design.md §9); a chunk without it is damage. */
export async function readHeld(
  tools: CacheTools,
  portal: PortalId,
  generation: Generation,
  held: Held,
): Promise<CaseContent> {
  const content = (await chunkOf(tools, portal, generation, held))[held.at.place];
  if (content?.case.id !== held.row.id) throw new DamagedCacheError(portal, 'a place without its case');
  return content;
}

async function chunkOf(
  tools: CacheTools,
  portal: PortalId,
  { head }: Generation,
  { at }: Held,
): Promise<ChunkContents> {
  if (at.in === 'page') return readChunk(await openRecord(tools, chunkAt(portal, head.number, at.number, at.chunk)));
  const record = readLogRecord(await openRecord(tools, logAt(portal, head.number, at.number)));
  const line = record.chunks[at.chunk];
  return line ? readChunk(line) : [];
}
