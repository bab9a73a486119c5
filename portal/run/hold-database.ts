import { existsSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import Sqlite from 'libsql';

/** Another portal server works on the SQLite file. */
export class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse';

  constructor(file: string) {
    super(`Another portal server is using ${basename(file)}: stop it first.`);
  }
}

/** Nobody can be kept away from the SQLite file. */
export class LockUnusable extends Error {
  override readonly name = 'LockUnusable';

  constructor(place: string, cause: unknown) {
    super(`${place} has to be a file that this user may write: it keeps other portal servers away.`, { cause });
  }
}

/** A connection that nobody refers to is closed by the garbage collector, and its lock is gone. */
const locks = new Set<Sqlite.Database>();

/**
 * Keeps every other portal server away from a SQLite file until it is released or this process is dead, however it died:
 * by the system's lock on an empty database beside it. The file itself is not touched, so that copies can be made of it.
 * Throws `DatabaseInUse`, and `LockUnusable` where it can keep nobody away.
 */
export function holdDatabase(file: string): { readonly release: () => void } {
  const place = `${named(file)}-lock`;
  const lock = openLock(place);
  try {
    // Nothing is ever committed. The journal of what is not lies in memory, or it would stay behind. What is written
    // finds out whether it may be: in a file that may only be read, SQLite begins and locks nothing.
    lock.exec('pragma journal_mode = memory; begin exclusive; pragma user_version = 1');
  } catch (cause) {
    lock.close();
    if (cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_BUSY') throw new DatabaseInUse(file);
    throw new LockUnusable(place, cause);
  }
  locks.add(lock);
  return {
    release: () => {
      lock.close();
      locks.delete(lock);
    },
  };
}

function openLock(place: string): Sqlite.Database {
  try {
    return new Sqlite(place);
  } catch (cause) {
    throw new LockUnusable(place, cause);
  }
}

/** One file, one lock, whichever links lead to it. */
function named(file: string): string {
  return existsSync(file) ? realpathSync(file) : file;
}
