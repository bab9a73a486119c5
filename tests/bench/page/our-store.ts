import type { CaseFilter } from '../../../shared/domain/case/list-filter.ts';
import { listed } from '../../../renderer/features/case-list/filter-parts.ts';
import { createOfflineDesk, type OfflineAccount } from '../../../renderer/offline/create-offline-desk.ts';
import type { SyncFeed } from '../../../renderer/offline/sync-feed.ts';
import { createPortalClient } from '../../../renderer/portal/portal-client.ts';
import { pull } from '../../../renderer/sync/pull.ts';
import Dexie from 'dexie';
import { uuidv7 } from 'uuidv7';
import { deskInMemory } from '../../support/renderer/in-memory-desk.ts';
import type { Answers } from './answers.ts';

/** The app's own store, fed through its own portal client from bytes that have already arrived. */
export interface OurStore {
  /** Makes an empty store and brings it in step: every answer read, encrypted and strictly committed, the rows in memory. */
  readonly sync: (answers: Answers) => Promise<void>;
  /** What the sync loop does once it is in step: folds a long log into pages. */
  readonly tidy: () => Promise<void>;
  /** Rows by id, as JSON. */
  readonly rows: () => ReadonlyMap<string, string>;
  /** A case's content as JSON, read from the disk. */
  readonly content: (id: string) => Promise<string | null>;
  readonly filter: (filter: CaseFilter) => readonly string[];
  readonly remove: () => Promise<void>;
}

interface Opened {
  readonly account: OfflineAccount;
  readonly feed: SyncFeed;
}

export function createOurStore(account: string, portal: string): OurStore {
  let opened: Opened | null = null;
  // A key as the desk hands it over; the journal is empty, nothing waits.
  const session = { account, cacheKey: crypto.getRandomValues(new Uint8Array(32)) };

  const open = async (): Promise<Opened> => {
    const made = createOfflineDesk({
      session,
      desk: deskInMemory().desk,
      now: () => new Date().toISOString(),
      newId: uuidv7,
    });
    return { account: made, feed: await made.feed };
  };

  const state = () => {
    if (!opened) throw new Error('not open');
    return opened.account.desk.state();
  };

  return {
    sync: async (answers) => {
      opened ??= await open();
      const client = createPortalClient({ account, fetch: answers.fetch });
      const setback = await pull({ feed: opened.feed, portal: client, tell: async () => undefined }, [portal]);
      if (setback) throw new Error(`the pull did not come through: ${JSON.stringify(setback)}`);
      if (state().phase !== 'ready') throw new Error('the store is not in step');
    },
    tidy: async () => opened?.feed.tidy(),
    rows: () => new Map(state().rows.map(({ row }) => [row.id, JSON.stringify(row)])),
    content: async (id) => {
      const found = await opened?.account.desk.openCase({ portal, case: id });
      return found ? JSON.stringify(found.confirmed) : null;
    },
    filter: (filter) => listed(state().rows, filter).map(({ row }) => row.id),
    remove: async () => {
      await opened?.account.close();
      opened = null;
      await Dexie.delete(`cache ${account}`);
    },
  };
}
