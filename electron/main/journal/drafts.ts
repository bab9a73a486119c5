import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeskAnswer } from '../../../shared/contract/desk-api.ts';
import { diskTrouble, dropUnfinished, errorCode, makeFolder, readOrNull, replaceFile } from './durable-file.ts';
import { deriveKey, seal, unseal } from './sealed.ts';

export interface Drafts {
  readonly read: () => Readonly<Record<string, string>>;
  /** null forgets the draft. Resolves when the latest text is durable. */
  readonly write: (key: string, value: string | null) => Promise<DeskAnswer>;
  /** Waits for what is being written. */
  readonly close: () => Promise<void>;
}

const BINDING = 'drafts 1';

/** What is typed and not yet a command: one encrypted file beside the journal, the latest text wins (sync.md 1). */
export async function openDrafts(options: {
  readonly folder: string;
  readonly dataKey: Uint8Array;
  readonly now: () => string;
}): Promise<Drafts> {
  await makeFolder(options.folder);
  await dropUnfinished(options.folder);
  const path = join(options.folder, 'drafts');
  const key = deriveKey(options.dataKey, 'drafts');
  const drafts = new Map(Object.entries(await readDrafts(path, key, options.now())));
  let writing: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;

  /** Writers that come while one write runs share the next: it holds the latest of them all. */
  function save(): Promise<void> {
    next ??= writing.then(async () => {
      next = null;
      await replaceFile(path, seal(key, Buffer.from(JSON.stringify(Object.fromEntries(drafts))), BINDING));
    });
    const mine = next;
    writing = mine.catch(() => undefined);
    return mine;
  }

  return {
    read: () => Object.fromEntries(drafts),
    write: async (name, value) => {
      if (value === null) drafts.delete(name);
      else drafts.set(name, value);
      try {
        await save();
        return { ok: true };
      } catch (error) {
        return { ok: false, reason: diskTrouble(error), detail: errorCode(error) };
      }
    },
    close: () => writing,
  };
}

async function readDrafts(path: string, key: Uint8Array, now: string): Promise<Readonly<Record<string, string>>> {
  const sealed = await readOrNull(path);
  if (sealed === null) return {};
  const text = unseal(key, sealed, BINDING);
  const drafts = text === null ? null : parseDrafts(text.toString('utf8'));
  if (drafts !== null) return drafts;
  // Set aside, never overwritten: another key or a later app may still read it.
  await rename(path, `${path}.${now.replaceAll(/[^0-9]/g, '')}.unread`);
  return {};
}

function parseDrafts(text: string): Readonly<Record<string, string>> | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return null;
  }
}
