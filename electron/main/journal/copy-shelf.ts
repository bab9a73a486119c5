import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseKey, DeskAnswer } from '../../../shared/contract/desk-api.ts';
import {
  diskTrouble,
  dropUnfinished,
  errorCode,
  makeFolder,
  readOrNull,
  replaceFile,
  syncFolder,
} from './durable-file.ts';
import { createTurns } from './in-turn.ts';
import { seal, unseal } from './sealed.ts';

/** Copies of opened documents: one folder a case, so that forgetting a case is removing its folder. */
export interface CopyShelf {
  readonly put: (file: string, bytes: Uint8Array, subject: CaseKey) => Promise<DeskAnswer>;
  /** The same for one that nobody opened yet: it takes free room only, and drops no other. */
  readonly putAhead: (file: string, bytes: Uint8Array, subject: CaseKey) => Promise<DeskAnswer>;
  /** Whether a copy is there, without using it. */
  readonly has: (file: string) => boolean;
  readonly take: (file: string) => Promise<Uint8Array | null>;
  readonly forget: (subject: CaseKey) => Promise<void>;
  readonly empty: () => Promise<void>;
}

export interface CopyShelfOptions {
  readonly folder: string;
  readonly key: Uint8Array;
  readonly cap: number;
  /** Names on the disk do not tell which case or file they are of. */
  readonly nameOf: (text: string) => string;
  readonly now: () => string;
}

interface Copy {
  readonly path: string;
  readonly size: number;
  usedAt: number;
}

export async function openCopyShelf(options: CopyShelfOptions): Promise<CopyShelf> {
  await makeFolder(options.folder);
  const copies = await listCopies(options.folder);
  // In turn: a copy that is still being written must not appear again after its case was forgotten.
  const inTurn = createTurns();
  const nameOfFile = (file: string): string => options.nameOf(`file ${file}`);
  const folderOf = (subject: CaseKey): string =>
    join(options.folder, options.nameOf(JSON.stringify([subject.portal, subject.case])));

  async function put(file: string, bytes: Uint8Array, subject: CaseKey, ahead = false): Promise<DeskAnswer> {
    const name = nameOfFile(file);
    const sealed = seal(options.key, bytes, name);
    if (sealed.length > options.cap) return { ok: false, reason: 'not-supported', detail: 'larger than the cap' };
    if (ahead && taken() + sealed.length > options.cap) return { ok: false, reason: 'disk-full', detail: 'cap' };
    const path = join(folderOf(subject), name);
    try {
      const earlier = copies.get(name);
      if (earlier !== undefined) await drop(name, earlier);
      await makeRoom(sealed.length);
      await makeFolder(folderOf(subject));
      await replaceFile(path, sealed);
      copies.set(name, { path, size: sealed.length, usedAt: Date.parse(options.now()) });
      return { ok: true };
    } catch (error) {
      return { ok: false, reason: diskTrouble(error), detail: errorCode(error) };
    }
  }

  async function take(file: string): Promise<Uint8Array | null> {
    const name = nameOfFile(file);
    const copy = copies.get(name);
    const sealed = copy === undefined ? null : await readOrNull(copy.path);
    if (copy === undefined || sealed === null) return null;
    copy.usedAt = Date.parse(options.now());
    await touch(copy.path, options.now());
    return unseal(options.key, sealed, name);
  }

  async function forget(subject: CaseKey): Promise<void> {
    const folder = folderOf(subject);
    for (const [name, copy] of copies) if (copy.path.startsWith(folder)) copies.delete(name);
    await rm(folder, { recursive: true, force: true });
    await syncFolder(options.folder);
  }

  async function drop(name: string, copy: Copy): Promise<void> {
    copies.delete(name);
    await rm(copy.path, { force: true });
  }

  function taken(): number {
    return [...copies.values()].reduce((sum, copy) => sum + copy.size, 0);
  }

  async function makeRoom(size: number): Promise<void> {
    const oldestFirst = [...copies].toSorted(([, a], [, b]) => a.usedAt - b.usedAt);
    for (const [name, copy] of oldestFirst) {
      if (taken() + size <= options.cap) return;
      await drop(name, copy);
    }
  }

  return {
    put: (file, bytes, subject) => inTurn(() => put(file, bytes, subject)),
    putAhead: (file, bytes, subject) => inTurn(() => put(file, bytes, subject, true)),
    has: (file) => copies.has(nameOfFile(file)),
    take: (file) => inTurn(() => take(file)),
    forget: (subject) => inTurn(() => forget(subject)),
    empty: () =>
      inTurn(async () => {
        for (const [name, copy] of copies) await drop(name, copy);
      }),
  };
}

async function listCopies(folder: string): Promise<Map<string, Copy>> {
  const copies = new Map<string, Copy>();
  for (const caseFolder of await readdir(folder)) {
    const path = join(folder, caseFolder);
    if (!(await stat(path)).isDirectory()) continue;
    await dropUnfinished(path);
    for (const name of await readdir(path)) {
      const file = await stat(join(path, name));
      copies.set(name, { path: join(path, name), size: file.size, usedAt: file.mtimeMs });
    }
  }
  return copies;
}

async function touch(path: string, now: string): Promise<void> {
  const moment = new Date(now);
  await utimes(path, moment, moment).catch(() => undefined);
}
