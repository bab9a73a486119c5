import type { Kysely } from 'kysely';

/** Why a mail did not go out at the last try stands beside it, for the operator's desk. */
export async function keepFailures(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('mail').addColumn('failure', 'text').execute();
}
