import type { FileId, PortalId } from '../../shared/domain/ids.ts';
import type { Caller } from '../portal-deps.ts';
import type { ReadDeps } from './reader.ts';
import { withSeenCase } from './seen-case.ts';

/** A file to be read. */
export interface FileContent {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A file for who sees its document in the own view of the case; null for everybody else, as if there were none. */
export async function readFile(
  deps: ReadDeps,
  caller: Caller,
  asked: { readonly portal: PortalId; readonly file: FileId },
): Promise<FileContent | null> {
  const place = await deps.store.db
    .selectFrom('stored_file')
    .select('case_id')
    .where('portal', '=', asked.portal)
    .where('id', '=', asked.file)
    .executeTakeFirst();
  if (!place) return null;
  return withSeenCase(deps, caller, { portal: asked.portal, case: place.case_id }, async ({ db }, { case: seen }) => {
    if (!seen.documents.some(({ file }) => file === asked.file)) return null;
    const row = await db
      .selectFrom('stored_file')
      .select(['name', 'media_type', 'sha256', 'content'])
      .where('portal', '=', asked.portal)
      .where('id', '=', asked.file)
      .executeTakeFirst();
    // libsql hands a blob over as an ArrayBuffer, pg as a Buffer.
    return row
      ? { name: row.name, mediaType: row.media_type, sha256: row.sha256, bytes: new Uint8Array(row.content) }
      : null;
  });
}
