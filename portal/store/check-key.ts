import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import Sqlite from 'libsql';
import type { SqliteFile } from './sqlite-dialect.ts';

/** As SQLite makes them unless told otherwise, which we never do. */
const pageBytes = 4096;

/**
 * Throws where a SQLite file is sealed with another key, or none. A connection that has the wrong one folds, when it is
 * closed, what a killed server left in the write-ahead log into the file, and destroys it for the right key too (libsql
 * 0.5). So where there is such a log, a copy of it is asked, with the first page of the file, by which keys are told apart.
 */
export function checkKey({ file, encryptionKey }: SqliteFile): void {
  const log = `${file}-wal`;
  if (!existsSync(file) || !existsSync(log) || statSync(log).size === 0) return;
  const first = firstPage(file);
  if (!encryptionKey && isClear(first)) return;
  const copy = `${file}-key-check`;
  try {
    writeFileSync(copy, first, { mode: 0o600 });
    copyFileSync(log, `${copy}-wal`, constants.COPYFILE_FICLONE);
    ask(copy, encryptionKey);
  } finally {
    for (const part of ['', '-wal', '-shm']) rmSync(`${copy}${part}`, { force: true });
  }
}

function isClear(first: Buffer): boolean {
  return first.length === 0 || first.toString('latin1').startsWith('SQLite format 3');
}

function ask(copy: string, encryptionKey: string | undefined): void {
  const database = new Sqlite(copy, { timeout: 0, ...(encryptionKey ? { encryptionKey } : {}) });
  try {
    database.pragma('user_version');
  } catch (cause) {
    // Anything else is for the file itself to say: most of its pages are not in the copy.
    if (cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_NOTADB') throw cause;
  } finally {
    database.close();
  }
}

function firstPage(file: string): Buffer {
  const page = Buffer.alloc(pageBytes);
  const opened = openSync(file, 'r');
  try {
    return page.subarray(0, readSync(opened, page));
  } finally {
    closeSync(opened);
  }
}
