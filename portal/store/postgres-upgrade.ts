import { Kysely, sql, type Transaction } from 'kysely';
import { upgradePatience } from './patience.ts';
import { postgresDialect } from './postgres-dialect.ts';
import type { Tables } from './tables.ts';

/** The key by which Kysely's own lock is known: servers that take that one wait for this one as well. */
const upgradeLock = '3853314791062309107';

/**
 * Runs an upgrade of the tables, one portal server after the other, without the limits of daily work. Lock and upgrade
 * are one transaction: what is locked for a session stays locked behind a pooler, which lends the session to others.
 */
export async function inUpgrade(
  url: string,
  upgrade: (transaction: Transaction<Tables>) => Promise<void>,
): Promise<void> {
  const db = new Kysely<Tables>({ dialect: postgresDialect(url, upgradePatience) });
  try {
    await db.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(${sql.raw(upgradeLock)})`.execute(transaction);
      await upgrade(transaction);
    });
  } finally {
    await db.destroy();
  }
}
