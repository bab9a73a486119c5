import { V7Generator } from 'uuidv7';
import type { DeskApi, DeskSession } from '../../shared/contract/desk-api.ts';
import type { Workplace } from '../bindings/contexts.ts';
import { keyOf, useKeptCases } from '../bindings/kept-cases.ts';
import { createOfflineDesk } from '../offline/create-offline-desk.ts';
import { createPortalClient } from '../portal/portal-client.ts';
import { createSyncLoop } from '../sync/sync-loop.ts';
import { manyNotices, noticeWords } from '../words/notice-words.ts';
import type { OpenWorkplaceOptions } from './workplace.ts';

/** Opens the cache, the outbox and the sync loop of an account. Screens are there at once; the rest follows. */
export function openWorkplace(desk: DeskApi, session: DeskSession, { workOffline }: OpenWorkplaceOptions): Workplace {
  const account = createOfflineDesk({ session, desk, now, newId, whenIdle });
  const sync = createSyncLoop({
    offline: account.desk,
    feed: account.feed,
    portal: createPortalClient({ account: session.account }),
    desk,
    noticeWords: {
      one: ({ kind, number }) => ({ title: noticeWords(kind).title, body: number }),
      many: manyNotices,
    },
    workOffline,
    wakes,
    isKept: (key) => useKeptCases.getState().cases.has(keyOf(key)),
    isWatched: () => document.hasFocus(),
  });
  return {
    session,
    offline: account.desk,
    sync,
    opened: account.feed.then(() => undefined),
    close: async () => {
      await sync.stop();
      await account.close();
    },
  };
}

const ids = new V7Generator();

function newId(moment: string): string {
  return ids.generateOrResetWithTs(Date.parse(moment)).toString();
}

function now(): string {
  return new Date().toISOString();
}

/** A page that always has something to do, or is not looked at, is not waited for. */
function whenIdle(): Promise<unknown> {
  return new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
}

/** When it is worth asking the portal server at once. */
function wakes(wake: () => void): () => void {
  window.addEventListener('focus', wake);
  window.addEventListener('online', wake);
  return () => {
    window.removeEventListener('focus', wake);
    window.removeEventListener('online', wake);
  };
}
