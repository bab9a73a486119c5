import type { Kysely } from 'kysely';

/** When somebody was invited to a portal last. */
export async function keepInvitations(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('membership').addColumn('invited_at', 'text').execute();
}
