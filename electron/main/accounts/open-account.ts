import { join } from 'node:path';
import type { JournalItem, JournalReading } from '../../../shared/contract/desk-api.ts';
import { openDrafts } from '../journal/drafts.ts';
import type { Drafts } from '../journal/drafts.ts';
import { openKeptFiles } from '../journal/kept-files.ts';
import type { KeptFiles } from '../journal/kept-files.ts';
import { openJournal } from '../journal/open-journal.ts';
import type { Journal } from '../journal/open-journal.ts';
import { deriveKey, seal, unseal } from '../journal/sealed.ts';
import { accountFolder, writeAccountFile } from './account-file.ts';
import type { AccountFile } from './account-file.ts';
import { lastWord, laterMoment, offlineUntil } from './lease.ts';

/** An account whose key is at hand: its journal, drafts and files, and its session with the portal server. */
export interface OpenAccount {
  readonly file: () => AccountFile;
  readonly dataKey: Uint8Array;
  readonly cacheKey: Uint8Array;
  readonly journal: Journal;
  readonly drafts: Drafts;
  readonly files: KeptFiles;
  readonly token: () => string | null;
  readonly change: (change: Partial<AccountFile>) => Promise<void>;
  /** What an answer of the portal server said the time was. */
  readonly sawServerTime: (said: string) => void;
  /** The moment until which its content may be shown without another word of the portal server (sync.md 31). */
  readonly offlineUntil: () => string;
  /** The user has these items in a file of the own: they no longer stand in the way of signing out (sync.md 6). */
  readonly noteExported: (items: readonly JournalItem[]) => void;
  /** Unsent items that lie nowhere but here. */
  readonly unsent: () => UnsentCounts;
  readonly close: () => Promise<void>;
}

export interface OpenAccountOptions {
  readonly accounts: string;
  readonly now: () => string;
}

const COPIES_CAP = 512 * 1024 * 1024;
/** Every answer carries the time; the disk need not hear of each. */
const SERVER_TIME_STEP = 10 * 60 * 1000;

export async function openAccount(
  options: OpenAccountOptions,
  file: AccountFile,
  dataKey: Uint8Array,
): Promise<OpenAccount> {
  const folder = accountFolder(options.accounts, file.account);
  const { now } = options;
  const journal = await openJournal({ folder: join(folder, 'journal'), dataKey, now });
  const drafts = await openDrafts({ folder: join(folder, 'drafts'), dataKey, now });
  const files = await openKeptFiles({ folder: join(folder, 'files'), dataKey, now, copiesCap: COPIES_CAP });
  await files.tidy(namedIn(journal.read(), drafts.read()));
  const exported = new Set<string>();
  const { unsent: atLastClosing, ...opened } = file;
  let current: AccountFile = opened;
  let written = file.serverTime;
  // By this computer's clock: one that is weeks ahead must not close what is in touch with its server.
  let heard = file.serverTime;
  let writing: Promise<void> = Promise.resolve();

  function change(part: Partial<AccountFile>): Promise<void> {
    current = { ...current, ...part };
    written = current.serverTime;
    const mine = writing.then(() => writeAccountFile(folder, current));
    writing = mine.catch(() => undefined);
    return mine;
  }

  if (atLastClosing !== undefined) change({}).catch(() => undefined);

  return {
    file: () => current,
    dataKey,
    cacheKey: deriveKey(dataKey, 'cache'),
    journal,
    drafts,
    files,
    token: () => openToken(current, dataKey),
    change,
    offlineUntil: () => offlineUntil(laterMoment(current.serverTime, heard)),
    sawServerTime: (said) => {
      heard = now();
      current = { ...current, serverTime: lastWord(current.serverTime, said) };
      if (Math.abs(Date.parse(current.serverTime) - Date.parse(written)) < SERVER_TIME_STEP) return;
      // What could not be written is written with the next answer or at the end.
      change({}).catch(() => undefined);
    },
    noteExported: (items) => items.forEach((item) => exported.add(exportKey(item))),
    unsent: () => countUnsent(unsentItems(journal.read()).filter((item) => !exported.has(exportKey(item)))),
    close: async () => {
      const unsent = unsentItems(journal.read()).length;
      await journal.close();
      await drafts.close();
      await change({ unsent }).catch(() => undefined);
    },
  };
}

export function sealToken(token: string, account: string, dataKey: Uint8Array): string {
  return seal(deriveKey(dataKey, 'token'), Buffer.from(token), account).toString('base64');
}

function openToken(file: AccountFile, dataKey: Uint8Array): string | null {
  if (file.token === null) return null;
  return unseal(deriveKey(dataKey, 'token'), Buffer.from(file.token, 'base64'), file.account)?.toString('utf8') ?? null;
}

/** A kept file is wanted as long as a command that is still in the journal names it, or a draft that may become one. */
function namedIn(reading: JournalReading, drafts: Readonly<Record<string, string>>): (sha256: string) => boolean {
  const text = JSON.stringify([reading.items.map(({ command }) => command), drafts]);
  return (sha256) => text.includes(sha256);
}

/** Items that the portal server has not confirmed, or has refused and nobody has read. */
export function unsentItems(reading: JournalReading): readonly JournalItem[] {
  return reading.items.filter(({ state }) => UNSENT.has(state));
}

const UNSENT: ReadonlySet<string> = new Set(['waiting', 'sent', 'attention', 'refused', 'blocked']);

export interface UnsentCounts {
  readonly waiting: number;
  readonly refused: number;
  readonly blocked: number;
}

function countUnsent(items: readonly JournalItem[]): UnsentCounts {
  const refused = items.filter(({ state }) => state === 'refused').length;
  const blocked = items.filter(({ state }) => state === 'blocked').length;
  return { waiting: items.length - refused - blocked, refused, blocked };
}

/** What was refused since it was exported is something new to read. */
function exportKey({ position, state }: JournalItem): string {
  return `${String(position)} ${state === 'refused' || state === 'blocked' ? state : 'waiting'}`;
}
