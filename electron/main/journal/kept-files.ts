import { createHash, createHmac } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseKey, DeskAnswer, KeepAnswer, KeptName } from '../../../shared/contract/desk-api.ts';
import {
  diskTrouble,
  dropUnfinished,
  errorCode,
  makeFolder,
  readOrNull,
  replaceFile,
  syncFolder,
} from './durable-file.ts';
import { openCopyShelf } from './copy-shelf.ts';
import type { CopyShelf } from './copy-shelf.ts';
import { deriveKey, seal, unseal } from './sealed.ts';

export interface KeptFiles {
  /** Resolves once the bytes are encrypted and durable: only then may a command name them (sync.md 5). */
  readonly keep: (bytes: Uint8Array) => Promise<KeepAnswer>;
  readonly read: (sha256: string) => Promise<Uint8Array | null>;
  readonly keepCopy: (file: string, bytes: Uint8Array, subject: CaseKey) => Promise<DeskAnswer>;
  readonly keepAhead: (file: string, bytes: Uint8Array, subject: CaseKey) => Promise<DeskAnswer>;
  readonly readCopy: (file: string) => Promise<Uint8Array | null>;
  /** Which of these are here: as a copy, or because they wait to be sent. */
  readonly listKept: (files: readonly KeptName[]) => Promise<readonly string[]>;
  /** Drops the copies of a case's documents; files that wait to be sent stay. */
  readonly forget: (subject: CaseKey) => Promise<void>;
  /** Removes kept files that no command names any more and that are a day old. */
  readonly tidy: (isNamed: (sha256: string) => boolean) => Promise<void>;
}

export interface KeptFilesOptions {
  readonly folder: string;
  readonly dataKey: Uint8Array;
  readonly now: () => string;
  /** Bytes that copies of opened documents may take. */
  readonly copiesCap: number;
}

const A_DAY = 24 * 60 * 60 * 1000;
const SHA256 = /^[0-9a-f]{64}$/;

/** Files waiting to be sent, and copies of opened documents: encrypted, beside the journal. */
export async function openKeptFiles(options: KeptFilesOptions): Promise<KeptFiles> {
  const outgoing = join(options.folder, 'outgoing');
  await makeFolder(outgoing);
  await dropUnfinished(outgoing);
  const key = deriveKey(options.dataKey, 'files');
  const nameKey = deriveKey(options.dataKey, 'file names');
  const shelf = await openCopyShelf({
    folder: join(options.folder, 'copies'),
    key,
    cap: options.copiesCap,
    nameOf: (text) => createHmac('sha256', nameKey).update(text).digest('hex').slice(0, 40),
    now: options.now,
  });
  return {
    keep: (bytes) => keep(outgoing, key, shelf, bytes),
    read: async (sha256) => {
      if (!SHA256.test(sha256)) return null;
      const sealed = await readOrNull(join(outgoing, sha256));
      return sealed === null ? null : unseal(key, sealed, sha256);
    },
    keepCopy: shelf.put,
    keepAhead: shelf.putAhead,
    readCopy: shelf.take,
    listKept: async (files) => {
      const waiting = new Set(await readdir(outgoing));
      return files.filter(({ file, sha256 }) => shelf.has(file) || waiting.has(sha256)).map(({ file }) => file);
    },
    forget: shelf.forget,
    tidy: (isNamed) => tidy(outgoing, isNamed, Date.parse(options.now())),
  };
}

async function keep(folder: string, key: Uint8Array, shelf: CopyShelf, bytes: Uint8Array): Promise<KeepAnswer> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const sealed = seal(key, bytes, sha256);
  const path = join(folder, sha256);
  try {
    await replaceFile(path, sealed).catch(async (error: unknown) => {
      if (diskTrouble(error) !== 'disk-full') throw error;
      // Copies can be fetched again, this cannot: they go first.
      await shelf.empty();
      await replaceFile(path, sealed);
    });
    return { ok: true, sha256, size: bytes.length };
  } catch (error) {
    return { ok: false, reason: diskTrouble(error), detail: errorCode(error) };
  }
}

async function tidy(folder: string, isNamed: (sha256: string) => boolean, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!SHA256.test(name) || isNamed(name)) continue;
    const path = join(folder, name);
    if (now - (await stat(path)).mtimeMs > A_DAY) await rm(path, { force: true });
  }
  await syncFolder(folder);
}
