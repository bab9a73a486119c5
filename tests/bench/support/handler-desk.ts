import { setTimeout as pause } from 'node:timers/promises';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { uuidv7 } from 'uuidv7';
import { createOfflineDesk, type OfflineAccount } from '../../../renderer/offline/create-offline-desk.ts';
import { createPortalClient } from '../../../renderer/portal/portal-client.ts';
import { createSyncLoop } from '../../../renderer/sync/sync-loop.ts';
import type { Right } from '../../../shared/domain/rights/rights.ts';
import { openJournalDesk } from '../../support/offline/journal-desk.ts';
import type { Disk } from '../../support/offline/an-account.ts';

/** An app without its screens: its own sync loop and store, over a portal server. */
export interface HandlerDesk {
  /** Where its cache lies, to be looked at from outside. */
  readonly disk: Disk;
  /** Resolves once its store holds a standing with these rights. */
  readonly shows: (rights: readonly Right[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What its cache is sealed with. */
const cacheKey = new Uint8Array(32).fill(3);

/** Opens the desk of somebody who is signed in, after its first sync and while it listens. */
export async function openHandlerDesk(
  address: string,
  { account, token, folder }: { readonly account: string; readonly token: string; readonly folder: string },
): Promise<HandlerDesk> {
  const now = () => new Date().toISOString();
  const disk: Disk = { folder, indexedDb: { indexedDB: new IDBFactory(), IDBKeyRange } };
  const at = await openJournalDesk(folder, now);
  const opened = createOfflineDesk({
    session: { account, cacheKey },
    desk: at.desk,
    now,
    newId: () => uuidv7(),
    everyMinute: () => () => undefined,
    indexedDb: disk.indexedDb,
  });
  const loop = createSyncLoop({
    offline: opened.desk,
    feed: opened.feed,
    portal: createPortalClient({
      account,
      fetch: (path, init) =>
        fetch(address + path.replace(/^\/portal\/[^/]+/, ''), {
          ...init,
          headers: { ...Object.fromEntries(new Headers(init.headers)), authorization: `Bearer ${token}` },
        }),
    }),
    desk: at.desk,
    noticeWords: { one: () => ({ title: '', body: '' }), many: () => ({ title: '', body: '' }) },
  });
  await loop.syncNow();
  // The stream of nudges is opened after the round.
  await pause(1000);
  return {
    disk,
    shows: (rights) => until(opened, rights),
    close: async () => {
      await loop.stop();
      await opened.close();
      await at.journal.close();
    },
  };
}

function until({ desk: offline }: OfflineAccount, rights: readonly Right[]): Promise<void> {
  // The portal keeps them in an order of its own.
  const named = (given: readonly Right[] = []): string => given.toSorted().join();
  const holds = () => named(offline.state().portals[0]?.standing.settings.externalCaseHandler.rights) === named(rights);
  return new Promise((resolve) => {
    const stop = offline.subscribe(() => {
      if (!holds()) return;
      stop();
      resolve();
    });
  });
}
