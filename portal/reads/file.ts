import { smallLetters } from '../../shared/contract/parts.ts';
import type { FileId, PortalId } from '../../shared/domain/ids.ts';
import type { Caller } from '../portal-deps.ts';
import { readerOf, type ReadDeps } from './reader.ts';
import { readSeen } from './seen-case.ts';
import { inSnapshot } from './snapshot.ts';

/** A file to be read. */
export interface FileContent {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * A file for who sees its document in the own view of the case; null for everybody else, as if there were none. Both
 * take the same way: the time tells nothing either.
 */
export function readFile(
  deps: ReadDeps,
  caller: Caller,
  asked: { readonly portal: PortalId; readonly file: FileId },
): Promise<FileContent | null> {
  const { portal } = asked;
  return inSnapshot(deps.store, async (db) => {
    const reader = await readerOf(deps, db, { portal, caller });
    if (!reader) return null;
    const places = await db
      .selectFrom('stored_file')
      .select(['id', 'case_id'])
      .where('portal', '=', portal)
      // 0.1.0 kept an id in capitals as it came.
      .where('id', 'in', [asked.file, smallLetters(asked.file)])
      .execute();
    const place = places.find(({ id }) => id === asked.file) ?? places[0];
    const file = place?.id ?? '';
    const [seen] = await readSeen(reader, portal, { viewer: reader.viewer, cases: [place?.case_id ?? ''] });
    if (!seen?.case.documents.some((each) => each.file === file)) return null;
    const row = await db
      .selectFrom('stored_file')
      .select(['name', 'media_type', 'sha256', 'content'])
      .where('portal', '=', portal)
      .where('id', '=', file)
      .executeTakeFirstOrThrow();
    // libsql hands a blob over as an ArrayBuffer, pg as a Buffer.
    return { name: row.name, mediaType: row.media_type, sha256: row.sha256, bytes: new Uint8Array(row.content) };
  });
}
