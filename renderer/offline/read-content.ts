import type { CaseContent } from '../../shared/domain/case/case.ts';
import type { PortalId } from '../../shared/domain/ids.ts';
import { DamagedCacheError, readChunkAt, readLog, type CacheTools } from './cache-records.ts';
import type { ChunkContents, Generation, Held } from './generation.ts';
import { readChunk } from './record-lines.ts';

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
  if (at.in === 'page') {
    return readChunkAt(tools, portal, { generation: head.number, page: at.number, chunk: at.chunk });
  }
  const record = await readLog(tools, portal, { generation: head.number, log: at.number });
  const line = record.chunks[at.chunk];
  return line ? readChunk(line) : [];
}
