import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Engine } from '../engine.ts';

/** What makes accounts hard to attack, from outside and by a copy of the database. */
export function makeAccountsSafe(engine: Engine): (db: Kysely<unknown>) => Promise<void> {
  return async (db) => {
    await countFailuresAnew(db);
    // SQLite leaves what was overwritten in the file.
    if (engine === 'sqlite') await sql`pragma secure_delete = on`.execute(db);
    await hashSessionTokens(db);
    await makeSealedRecovery(db);
  };
}

/** The old counts were of a day at most: nobody misses them. */
async function countFailuresAnew(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('sign_in_limit').ifExists().execute();
  await db.schema
    .createTable('sign_in_limit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('account', 'text')
    .addColumn('gone_at', 'bigint', (column) => column.notNull())
    .addColumn('known_until', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('sign_in_limit_of_account').on('sign_in_limit').columns(['account']).execute();
}

/** Of the old tokens, 32 letters each, a SHA-256 in 43 stays: nobody has to sign in again. */
async function hashSessionTokens(db: Kysely<unknown>): Promise<void> {
  const sessions = db.withTables<{ auth_session: { id: string; token: string } }>();
  const clear = await sessions
    .selectFrom('auth_session')
    .select(['id', 'token'])
    .where(sql<number>`length(token)`, '<>', 43)
    .execute();
  for (const { id, token } of clear) {
    const hash = createHash('sha256').update(token).digest('base64url');
    await sessions.updateTable('auth_session').set({ token: hash }).where('id', '=', id).execute();
  }
}

/** Filled at the next start from the table `recovery`, which is then empty: a migration does not have the key. */
async function makeSealedRecovery(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sealed_recovery')
    .ifNotExists()
    .addColumn('person', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('sealed_recovery_key', ['person', 'key'])
    .execute();
}
