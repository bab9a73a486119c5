import { SqliteDialect, type Dialect, type SqliteDatabase, type SqliteStatement } from 'kysely';
import Sqlite from 'libsql';

/** Where a SQLite database lies, and what it is sealed with. */
export interface SqliteFile {
  readonly file: string;
  readonly encryptionKey?: string | undefined;
}

const settings = ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON'] as const;

/** SQLite through libsql. */
export function sqliteDialect({ file, encryptionKey }: SqliteFile): Dialect {
  const options = { timeout: 5000, ...(encryptionKey ? { encryptionKey } : {}) };
  const database = new Sqlite(file, options);
  try {
    for (const setting of settings) database.pragma(setting);
  } catch (cause) {
    database.close();
    throw cause;
  }
  return new SqliteDialect({ database: withKeptStatements(database) });
}

/** The statements of the usual work; lists of changing length make ever new ones, which are not worth keeping. */
const keptStatements = 300;

/** Kysely prepares each statement anew, which takes as long as running it: the same text is prepared once. */
function withKeptStatements(database: Sqlite.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(text) {
      const known = kept.get(text);
      if (known) return known;
      // libsql's types know only positional lists; it takes what Kysely hands over.
      const made = database.prepare(text) as SqliteStatement;
      if (kept.size >= keptStatements) kept.clear();
      kept.set(text, made);
      return made;
    },
  };
}
