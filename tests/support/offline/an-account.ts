import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { onTestFinished } from 'vitest';
import { createOfflineDesk, type OfflineAccount } from '../../../renderer/offline/create-offline-desk.ts';
import type { IndexedDb } from '../../../renderer/offline/cache-database.ts';
import type { SyncFeed } from '../../../renderer/offline/sync-feed.ts';
import { anInsurer, aDirectory } from '../builders.ts';
import { aDeskFolder, openJournalDesk, type JournalDesk } from './journal-desk.ts';
import { anAnswer, testAccount, type Said } from './sync-lines.ts';

export const testKey = new Uint8Array(32).fill(3);

/** A computer's disk: the cache and the account's folder. It outlives the app. */
export interface Disk {
  readonly folder: string;
  indexedDb: IndexedDb;
}

export function aDisk(): Disk {
  const { folder, remove } = aDeskFolder();
  onTestFinished(remove);
  return { folder, indexedDb: emptyIndexedDb() };
}

export function emptyIndexedDb(): IndexedDb {
  return { indexedDB: new IDBFactory(), IDBKeyRange };
}

export interface OpenAccount extends OfflineAccount {
  readonly at: JournalDesk;
  readonly fed: SyncFeed;
  readonly clock: { now: string };
  /** A minute is over. */
  readonly tick: () => void;
}

let made = 0;

/** A UUIDv7-shaped id that is never made twice. */
function nextId(): string {
  made += 1;
  return `0199aaaa-0000-7000-8000-${made.toString(16).padStart(12, '0')}`;
}

/** Opens the account's store on a disk, as the app does after a start. */
export async function openAccount(disk: Disk, change: { readonly cacheKey?: Uint8Array } = {}): Promise<OpenAccount> {
  const clock = { now: '2026-11-23T09:30:00.000Z' };
  let tick: () => void = () => undefined;
  const at = await openJournalDesk(disk.folder, () => clock.now);
  const account = createOfflineDesk({
    session: { account: testAccount, cacheKey: change.cacheKey ?? testKey },
    desk: at.desk,
    now: () => clock.now,
    newId: nextId,
    everyMinute: (each) => {
      tick = each;
      return () => undefined;
    },
    indexedDb: disk.indexedDb,
  });
  onTestFinished(async () => {
    await account.close();
    await at.journal.close();
  });
  return { ...account, at, clock, tick: () => tick(), fed: await account.feed };
}

/** A first sync by hand: one page for each list of cases, then the delta that makes the generation whole. */
export async function firstSync(fed: SyncFeed, ...pages: readonly Said[]): Promise<void> {
  await fed.keepPortals(['nordic-portal']);
  for (const [index, page] of pages.entries()) {
    const first = index === 0 ? { standing: anInsurer(), directory: aDirectory(), reading: {} } : {};
    const next = index + 1 < pages.length ? `key-${String(index)}` : null;
    await fed.storePage('nordic-portal', await anAnswer({ ...first, next, ...page }));
  }
  await fed.applyDelta('nordic-portal', await anAnswer({ cursor: { number: 1, mark: 'm1' } }));
}
