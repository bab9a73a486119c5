import { uuidv7 } from 'uuidv7';
import { createOfflineDesk, type OfflineAccount } from '../../../renderer/offline/create-offline-desk.ts';
import type { SyncLoop } from '../../../renderer/offline/offline-desk.ts';
import { createPortalClient } from '../../../renderer/portal/portal-client.ts';
import { createSyncLoop } from '../../../renderer/sync/sync-loop.ts';
import { fromMilliseconds, toMilliseconds } from '../../../shared/domain/moment.ts';
import { emptyIndexedDb, testKey, type Disk } from '../offline/an-account.ts';
import { aDeskFolder, openJournalDesk, type JournalDesk } from '../offline/journal-desk.ts';
import { aCable, type Cable } from './cable.ts';
import type { Asked } from './happenings.ts';
import type { MovableServer } from './movable-server.ts';

/** An app on somebody's computer without its screen: real offline desk, real sync loop, real journal. */
export interface App {
  readonly member: string;
  readonly account: string;
  readonly cable: Cable;
  readonly disk: Disk;
  readonly running: () => RunningApp;
  readonly isRunning: () => boolean;
  /** Sets the computer's clock, by so many milliseconds. */
  readonly setClock: (by: number) => void;
  readonly sync: () => Promise<void>;
  /** The process ends at once, in the middle of whatever it does. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** The system throws the cache away while the app does not run. */
  readonly wipeCache: () => void;
  /** What the app makes the next id from; tests let two accounts use one. */
  nextId: string | null;
  readonly close: () => Promise<void>;
}

export interface RunningApp extends OfflineAccount {
  readonly loop: SyncLoop;
  readonly at: JournalDesk;
}

export interface AppOptions {
  readonly pageSize?: number;
  /** How far the computer's clock is off, in milliseconds. */
  readonly clockOff?: number;
  /** Sees every answer of the portal server on its way to this computer. */
  readonly watch?: (account: string, asked: Asked, response: Response) => Promise<void>;
}

export async function anApp(world: MovableServer, member: string, options: AppOptions = {}): Promise<App> {
  const account = await world.account(member);
  const { folder, remove } = aDeskFolder();
  const disk: Disk = { folder, indexedDb: emptyIndexedDb() };
  const cable = aCable(async (path, init) => {
    const own = `/portal/${encodeURIComponent(account)}`;
    if (!path.startsWith(own)) throw new Error(`a request outside of the account: ${path}`);
    const asked = { path: path.slice(own.length), body: init.body };
    const response = await world.request(member, asked.path, init);
    await options.watch?.(account, asked, response.clone());
    return response;
  });
  let clockOff = options.clockOff ?? 0;
  const now = (): string => fromMilliseconds(toMilliseconds(world.server().clock.now) + clockOff);
  let running: RunningApp | null = null;
  const app: App = {
    member,
    account,
    cable,
    disk,
    nextId: null,
    running: () => {
      if (!running) throw new Error('the app does not run');
      return running;
    },
    isRunning: () => running !== null,
    setClock: (by) => {
      clockOff += by;
    },
    sync: () => app.running().loop.syncNow(),
    start: async () => {
      running = await startApp({ app, now, pageSize: options.pageSize ?? 1000 });
    },
    kill: async () => {
      if (!running) return;
      const gone = running;
      running = null;
      // What is still under way meets a dead desk and a closed database.
      await gone.at.kill();
      await gone.close();
      void gone.loop.stop();
    },
    wipeCache: () => {
      disk.indexedDb = emptyIndexedDb();
    },
    close: async () => {
      await app.kill();
      remove();
    },
  };
  await app.start();
  return app;
}

interface Starting {
  readonly app: App;
  readonly now: () => string;
  readonly pageSize: number;
}

async function startApp({ app, now, pageSize }: Starting): Promise<RunningApp> {
  const { account, cable, disk } = app;
  const at = await openJournalDesk(disk.folder, now);
  const offline = createOfflineDesk({
    session: { account, cacheKey: testKey },
    desk: at.desk,
    now,
    newId: () => {
      const id = app.nextId ?? uuidv7();
      app.nextId = null;
      return id;
    },
    everyMinute: () => () => undefined,
    indexedDb: disk.indexedDb,
  });
  await offline.feed;
  const fetch = aliveFetch(cable, () => app.isRunning() && app.running().at === at);
  const loop = createSyncLoop({
    offline: offline.desk,
    feed: offline.feed,
    portal: createPortalClient({ account, fetch, pageSize, deltaSize: pageSize }),
    desk: at.desk,
    noticeWords: {
      one: ({ kind, number }) => ({ title: number, body: kind }),
      many: (count) => ({ title: String(count), body: '' }),
    },
    automatic: false,
    pause: () => 0,
  });
  return { ...offline, loop, at };
}

/** A process that was killed sends nothing more, however far it was. */
function aliveFetch(cable: Cable, isAlive: () => boolean): Cable['fetch'] {
  return (path, init) => (isAlive() ? cable.fetch(path, init) : Promise.reject(new TypeError('the process is gone')));
}
