import type { Kysely } from 'kysely';

/** Files that no command has attached yet are counted at each upload and swept: few among many, found by an index. */
export async function indexWaitingFiles(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('stored_file_waiting')
    .ifNotExists()
    .on('stored_file')
    .columns(['uploader', 'at'])
    .where('attached_by' as never, 'is', null)
    .execute();
}
