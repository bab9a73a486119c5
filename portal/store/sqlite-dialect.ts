import { SqliteIntrospector, SqliteQueryCompiler, type Dialect, type DialectAdapter } from 'kysely';
import Sqlite from 'libsql';
import { DatabaseAway } from './database-away.ts';
import { sqliteConnection } from './sqlite-connection.ts';

/** Where a SQLite database lies, and what it is sealed with. */
export interface SqliteFile {
  readonly file: string;
  readonly encryptionKey?: string | undefined;
  /** How many milliseconds a statement waits for what another process has locked; 5000 unless said. */
  readonly busyTime?: number | undefined;
}

/** SQLite through libsql: one connection, whose statements and transactions take their turns (Kysely sees to it). */
export function sqliteDialect(file: SqliteFile): Dialect {
  const connection = sqliteConnection(() => openDatabase(file));
  return {
    createDriver: () => ({
      init: async () => undefined,
      acquireConnection: async () => connection,
      beginTransaction: async (_, { accessMode }) => connection.begin(accessMode === 'read only'),
      commitTransaction: async () => connection.commit(),
      rollbackTransaction: async () => connection.rollback(),
      releaseConnection: async () => undefined,
      destroy: async () => connection.close(),
    }),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => adapter,
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/** As Kysely's own for SQLite, but for tables, which are rolled back with a migration that breaks off. */
const adapter: DialectAdapter = {
  supportsCreateIfNotExists: true,
  supportsMultipleConnections: false,
  supportsTransactionalDdl: true,
  supportsReturning: true,
  supportsOutput: false,
  // The migrations are one write transaction: a second server waits for its end, and finds nothing left to do.
  acquireMigrationLock: async () => undefined,
  releaseMigrationLock: async () => undefined,
};

const settings = ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON'] as const;

function openDatabase({ file, encryptionKey, busyTime = 5000 }: SqliteFile): Sqlite.Database {
  const options = { timeout: busyTime, ...(encryptionKey ? { encryptionKey } : {}) };
  const database = openFile(file, options);
  try {
    for (const setting of settings) database.pragma(setting);
  } catch (cause) {
    database.close();
    throw cause;
  }
  return database;
}

/** libsql's own error says nothing by which it could be told from a fault. */
function openFile(file: string, options: Sqlite.Options): Sqlite.Database {
  try {
    return new Sqlite(file, options);
  } catch (cause) {
    throw new DatabaseAway('The SQLite file cannot be opened.', { cause });
  }
}
