import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type Sqlite from 'libsql';

/** The one connection to a SQLite database. */
export interface SqliteConnection extends DatabaseConnection {
  /** Throws SQLITE_BUSY where another process keeps the write lock for too long. */
  readonly begin: (readOnly: boolean) => void;
  readonly commit: () => void;
  /** Never throws: what cannot be rolled back is closed, which does the same. */
  readonly rollback: () => void;
  readonly close: () => void;
}

interface Opened {
  readonly database: Sqlite.Database;
  readonly kept: Map<string, Sqlite.Statement>;
}

/** The statements of the usual work; lists of changing length make ever new ones, which are not worth keeping. */
const keptStatements = 300;

/**
 * libsql 0.5 does not reset a prepared statement that was answered SQLITE_BUSY, and the next write on that connection
 * is told as done and never committed. So no prepared statement waits for the write lock: transactions begin and end
 * by `exec`, which is not affected, writing ones with the lock at once, and a write by itself gets one of its own. What
 * is left (a read while the file is recovered, say) costs the connection: it is closed, and opened when next used.
 */
export function sqliteConnection(open: () => Sqlite.Database): SqliteConnection {
  let opened: Opened | null = { database: open(), kept: new Map() };
  let inTransaction = false;
  /** What has ended the transaction in the database while its user goes on: the rest of it must not be committed. */
  let lostBy: unknown = null;

  function current(): Opened {
    return (opened ??= { database: open(), kept: new Map() });
  }

  function begin(readOnly: boolean): void {
    current().database.exec(readOnly ? 'begin' : 'begin immediate');
    inTransaction = true;
  }

  function commit(): void {
    if (lostBy !== null) throw lostBy;
    current().database.exec('commit');
    inTransaction = false;
  }

  function rollback(): void {
    inTransaction = false;
    lostBy = null;
    if (opened && !hasRolledBack(opened)) drop();
  }

  /** Rolls back first: libsql ends a connection only with its last statement, which may be long after. */
  function drop(): void {
    if (!opened) return;
    hasRolledBack(opened);
    opened.database.close();
    opened = null;
  }

  function run<Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> {
    if (lostBy !== null) throw lostBy;
    try {
      return resultOf<Row>(prepared(current(), sql), parameters);
    } catch (cause) {
      if (isBusy(cause)) drop();
      if (inTransaction && !opened?.database.inTransaction) lostBy = cause;
      throw cause;
    }
  }

  function runAlone<Row>(query: CompiledQuery): QueryResult<Row> {
    begin(false);
    try {
      const result = run<Row>(query);
      commit();
      return result;
    } catch (cause) {
      rollback();
      throw cause;
    }
  }

  async function executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return inTransaction || needsNoLock(query) ? run(query) : runAlone(query);
  }

  return {
    begin,
    commit,
    rollback,
    executeQuery,
    // Read to its end at once: a stream that is broken off would leave its read open, and later writes would fail.
    async *streamQuery<Row>(query: CompiledQuery) {
      yield await executeQuery<Row>(query);
    },
    close: drop,
  };
}

function hasRolledBack({ database }: Opened): boolean {
  try {
    if (database.inTransaction) database.exec('rollback');
    return true;
  } catch {
    return false;
  }
}

/** Kysely prepares each statement anew, which takes as long as running it: the same text is prepared once. */
function prepared({ database, kept }: Opened, text: string): Sqlite.Statement {
  const known = kept.get(text);
  if (known) return known;
  const made = database.prepare(text);
  if (kept.size >= keptStatements) kept.clear();
  kept.set(text, made);
  return made;
}

function resultOf<Row>(statement: Sqlite.Statement, parameters: readonly unknown[]): QueryResult<Row> {
  // Whoever wrote the query has said what its rows are; libsql knows them as unknown.
  if (statement.reader) return { rows: statement.all(parameters) as Row[] };
  const { changes, lastInsertRowid } = statement.run(parameters);
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
}

/** What only reads, or (pragma, vacuum) is not to be had inside a transaction. */
function needsNoLock({ query, sql }: CompiledQuery): boolean {
  return query.kind === 'SelectQueryNode' || /^\s*(select|pragma|vacuum)\b/i.test(sql);
}

function isBusy(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_BUSY');
}
