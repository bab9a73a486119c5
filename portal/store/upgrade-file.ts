import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { migrate, migrationsMade } from './migrate.ts';
import type { Tables } from './tables.ts';
import { afterBrokenUpgrade, copyBeforeUpgrade, whyBroken } from './upgrade-copy.ts';

/** Makes or upgrades the tables of a SQLite file; what holds something is copied first, and is as it was if that fails. */
export async function upgradeFile(
  db: Kysely<Tables>,
  file: string,
  migrations: Record<string, Migration>,
): Promise<void> {
  const made = (await isMigrated(db)) ? await migrationsMade(db) : [];
  const toMake = Object.keys(migrations).filter((name) => !made.includes(name));
  const last = toMake.at(-1);
  const newer = made.some((name) => !(name in migrations));
  if (made.length === 0 || last === undefined || newer) return migrate(db, migrations);
  const needed = await copyBeforeUpgrade(db, file, last);
  try {
    // In the usual two megabytes pages would be written and read again many times before they are complete.
    await sql`pragma cache_size = -262144`.execute(db);
    await migrate(db, migrations);
    await sql`pragma cache_size = -2000`.execute(db);
  } catch (cause) {
    // What is not tidied up here the next start replaces.
    await afterBrokenUpgrade(db, file).catch(() => undefined);
    throw whyBroken(file, needed, cause);
  }
}

async function isMigrated(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`select 1 from sqlite_master where name = 'kysely_migration'`.execute(db);
  return rows.length > 0;
}
