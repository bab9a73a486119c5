import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import type { Tables } from './tables.ts';

/** Makes or upgrades the tables, all migrations in one transaction: one that breaks off leaves nothing of any. */
export async function migrate(db: Kysely<Tables>, migrations: Record<string, Migration>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (!error) return;
  const unknown = await unknownMigrations(db, migrations);
  if (unknown.length > 0) throw new NewerDatabase(unknown, { cause: error });
  throw new Error('The tables could not be made.', { cause: error });
}

/** The database was upgraded by a newer portal server; nothing was changed. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';

  constructor(migrations: readonly string[], options: ErrorOptions) {
    super(`The database is of a newer portal server (${migrations.join(', ')}): start that version.`, options);
  }
}

async function unknownMigrations(db: Kysely<Tables>, known: Record<string, Migration>): Promise<readonly string[]> {
  try {
    return (await migrationsMade(db)).filter((name) => !(name in known));
  } catch {
    return [];
  }
}

/** The names of the migrations that were made in a database; throws where none ever was. */
export async function migrationsMade(db: Kysely<Tables>): Promise<readonly string[]> {
  const made = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return made.rows.map(({ name }) => name);
}
