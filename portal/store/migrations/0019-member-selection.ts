import type { Kysely } from 'kysely';

/** Whom an office has set responsible at once for what is allocated to it. */
export async function keepSelections(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('office_terms').addColumn('selection', 'text').execute();
}
