import type { FileRef } from '../../shared/domain/document/document.ts';
import type { CaseId, CommandId } from '../../shared/domain/ids.ts';
import type { Carried, Carrying } from './carrying.ts';
import type { Change } from './in-change.ts';

/**
 * A file is attachable once, by who uploaded it, in the portal and case named at upload, with an equal hash (sync.md
 * 30). Somebody else's file is missing to this person; the app uploads again, it is no refusal (sync.md 5).
 */
export async function findAttachable(
  { change, standing }: Carrying,
  subject: CaseId,
  file: FileRef,
): Promise<'attachable' | Carried> {
  const stored = await change.db
    .selectFrom('stored_file')
    .select(['attached_by', 'size', 'sha256'])
    .where('portal', '=', change.portal)
    .where('id', '=', file.file)
    .where('case_id', '=', subject)
    .where('uploader', '=', standing.person)
    .executeTakeFirst();
  if (!stored) return { kind: 'file-missing', file };
  if (stored.attached_by !== null) {
    return { kind: 'refused', refusal: { code: 'nothing-to-change', grantor: 'nobody' } };
  }
  const equal = stored.sha256 === file.sha256 && stored.size === file.size;
  return equal ? 'attachable' : { kind: 'file-missing', file };
}

/** From now on the file belongs to the case: it can neither be attached again nor replaced. */
export async function attachFile(change: Change, by: CommandId, file: FileRef): Promise<void> {
  const attached = await change.db
    .updateTable('stored_file')
    .set({ attached_by: by })
    .where('portal', '=', change.portal)
    .where('id', '=', file.file)
    .executeTakeFirst();
  if (attached.numUpdatedRows !== 1n) throw new Error('A file was swept while a command attached it.');
}
