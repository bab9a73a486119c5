import { basename } from 'node:path';
import Sqlite from 'libsql';

/** Another portal server works on the SQLite file. */
export class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse';

  constructor(file: string) {
    super(`Another portal server is using ${basename(file)}: stop it first.`);
  }
}

/** A connection that nobody refers to is closed by the garbage collector, and its lock is gone. */
const locks = new Set<Sqlite.Database>();

/**
 * Keeps every other portal server away from a SQLite file until it is released or this process is dead, however it died:
 * by the system's lock on an empty database beside it. The file itself is not touched, so that copies can be made of it.
 * Throws `DatabaseInUse`.
 */
export function holdDatabase(file: string): { readonly release: () => void } {
  const lock = new Sqlite(`${file}-lock`);
  try {
    // Nothing is ever committed. The journal of what is not lies in memory, or it would stay behind.
    lock.exec('pragma journal_mode = memory; begin exclusive');
  } catch (cause) {
    lock.close();
    throw cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_BUSY' ? new DatabaseInUse(file) : cause;
  }
  locks.add(lock);
  return {
    release: () => {
      lock.close();
      locks.delete(lock);
    },
  };
}
