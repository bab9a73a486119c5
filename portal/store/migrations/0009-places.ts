import type { Kysely } from 'kysely';

/** A portal may keep a place of its own for an office: JSON of OfficePlace. */
export async function keepPlaces(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('office_terms').addColumn('place', 'text').execute();
}
