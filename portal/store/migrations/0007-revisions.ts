import type { Kysely } from 'kysely';

/** What last changed a member's mark, the rest that is kept of a member, and an office's terms: JSON of Revision. */
export async function addRevisions(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('membership').addColumn('mark_revision', 'text').execute();
  await db.schema.alterTable('membership').addColumn('terms_revision', 'text').execute();
  await db.schema.alterTable('office_terms').addColumn('revision', 'text').execute();
}
