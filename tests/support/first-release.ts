import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrationsFor } from '../../portal/store/migrations.ts';
import type { StoreAddress } from '../../portal/store/open-store.ts';
import { usualPatience } from '../../portal/store/patience.ts';
import { postgresDialect } from '../../portal/store/postgres-dialect.ts';
import { sqliteDialect } from '../../portal/store/sqlite-dialect.ts';

/** The tables that 0.1.0 made, filled as the caller says, and closed again: what an upgrade finds. */
export async function asFirstReleased(
  address: StoreAddress,
  fill: (db: Kysely<Record<string, Record<string, unknown>>>) => Promise<void>,
): Promise<void> {
  const url = 'url' in address;
  const db = new Kysely<Record<string, Record<string, unknown>>>({
    dialect: url ? postgresDialect(address.url, usualPatience) : sqliteDialect(address),
  });
  const all = Object.entries(migrationsFor(url ? 'postgres' : 'sqlite'));
  const first = Object.fromEntries(all.filter(([name]) => name < '0004'));
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => first } }).migrateToLatest();
  if (error) throw error;
  await fill(db);
  await db.destroy();
}
