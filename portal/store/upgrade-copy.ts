import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** There is no room for the copy that is made before an upgrade, or for the upgrade; the database is as it was. */
export class NoRoomToUpgrade extends Error {
  override readonly name = 'NoRoomToUpgrade';

  /** `needed` and `free` in bytes; `free` null where it is not known. */
  constructor(
    file: string,
    { needed, free }: { readonly needed: number; readonly free: number | null },
    options?: ErrorOptions,
  ) {
    const found = free === null ? '' : `, and ${megabytes(free)} are free`;
    super(
      `There is no room to upgrade ${basename(file)}: beside it about ${megabytes(needed)} are needed, for a copy of it and ` +
        `the new tables${found}. Nothing was changed; make room and start again.`,
      options,
    );
  }
}

/**
 * Copies a SQLite database beside itself, sealed with the same key, before migrations are made. What another upgrade left
 * there, which was not finished, is replaced. Under its name there is never half a copy. Answers how many bytes
 * copy and upgrade need. Throws `NoRoomToUpgrade`, and has left nothing behind then.
 */
export async function copyBeforeUpgrade(db: Kysely<Tables>, file: string, upgrade: string): Promise<number> {
  removeUpgradeCopies(file);
  const copy = `${file}${infix}${upgrade}`;
  const half = `${copy}${unfinished}`;
  const room = await roomFor(db, file);
  if (room.free < room.needed) throw new NoRoomToUpgrade(file, room);
  try {
    await sql`vacuum into ${half}`.execute(db);
    sync(half, 'r+');
    renameSync(half, copy);
    // Folders can be opened on POSIX systems only; NTFS keeps a renaming in its journal.
    if (process.platform !== 'win32') sync(dirname(copy), 'r');
  } catch (cause) {
    // SQLite leaves a journal of it, too.
    removeUpgradeCopies(file);
    throw whyBroken(file, room.needed, cause);
  }
  return room.needed;
}

/** Deletes the copies beside a database that were made before upgrades: they hold all of its content. */
export function removeUpgradeCopies(file: string): void {
  const folder = dirname(file);
  const made = readdirSync(folder).filter((name) => name.startsWith(`${basename(file)}${infix}`));
  for (const name of made) rmSync(join(folder, name));
}

/** Gives back the room that an upgrade took which was rolled back: it still lies in the write-ahead log. */
export async function afterBrokenUpgrade(db: Kysely<Tables>, file: string): Promise<void> {
  removeUpgradeCopies(file);
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
}

/** What broke a copy or an upgrade off, in words where it was the disk that was full. */
export function whyBroken(file: string, needed: number, cause: unknown): unknown {
  return isFull(cause) ? new NoRoomToUpgrade(file, { needed, free: null }, { cause }) : cause;
}

const infix = '.before-';
const unfinished = '.unfinished';

/** The copy takes what is in use, the new tables about as much again, and once more while the log is folded in. */
const timesItsSize = 3;

async function roomFor(db: Kysely<Tables>, file: string): Promise<{ readonly needed: number; readonly free: number }> {
  const { rows } = await sql<{ bytes: number }>`
    select (p.page_count - f.freelist_count) * s.page_size as bytes
    from pragma_page_count p, pragma_freelist_count f, pragma_page_size s`.execute(db);
  const { bavail, bsize } = statfsSync(dirname(file));
  return { needed: (rows[0]?.bytes ?? 0) * timesItsSize, free: bavail * bsize };
}

function sync(place: string, mode: 'r' | 'r+'): void {
  const opened = openSync(place, mode);
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** However deep it lies: what SQLite and the system say of a full disk. */
function isFull(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const code = 'code' in cause ? String(cause.code) : '';
  return code === 'SQLITE_FULL' || code === 'ENOSPC' || isFull(cause.cause);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`;
}
