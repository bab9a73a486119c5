import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { NetworkDraft } from '../../../portal/network/network-document.ts';
import type { Engine } from '../../../portal/store/engine.ts';
import { openStore, type StoreAddress } from '../../../portal/store/open-store.ts';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import { aPortalServer, type TestPerson, type TestServer } from '../portal-server.ts';
import { createDatabase, dropDatabase } from '../postgres.ts';
import { storedContent } from '../stored-case.ts';
import { aQuickFolder } from '../quick-folder.ts';

/** A portal server whose database can be set back to how it was, as after a restored backup. */
export interface MovableServer {
  readonly server: () => TestServer;
  readonly as: (member: string) => Promise<TestPerson>;
  /** Sends a request as somebody; sessions are in the database and outlive a restart. */
  readonly request: (member: string, path: string, init: RequestInit) => Promise<Response>;
  readonly account: (member: string) => Promise<string>;
  /** A whole case as SQL has it. */
  readonly content: (portal: string, id: string) => Promise<CaseContent | null>;
  /** Keeps how the database is now. */
  readonly snapshot: () => Promise<void>;
  /** Sets it back to the last snapshot, or to the beginning. */
  readonly setBack: () => Promise<void>;
  /** Back to the beginning, without a snapshot. */
  readonly beginAgain: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Where copies of a database lie: files for SQLite, template databases for PostgreSQL. */
interface Shelf {
  readonly live: () => StoreAddress;
  /** Copies one onto another; neither may be open. */
  readonly copy: (from: Slot, to: Slot) => Promise<void>;
  readonly remove: () => Promise<void>;
}

type Slot = 'live' | 'snapshot' | 'beginning';

export interface Beginning {
  readonly network?: NetworkDraft;
  readonly cases: Readonly<Record<string, readonly CaseContent[]>>;
  readonly members: readonly string[];
}

export async function aMovableServer(engine: Engine, beginning: Beginning): Promise<MovableServer> {
  const shelf = engine === 'sqlite' ? await fileShelf() : await databaseShelf();
  const options = beginning.network ? { network: beginning.network } : {};
  const open = async (): Promise<TestServer> =>
    aPortalServer(engine, { ...options, store: await openStore(shelf.live()) });
  let server = await open();
  for (const [portal, cases] of Object.entries(beginning.cases)) await server.addCases(portal, cases);
  const people = new Map<string, { readonly account: string; readonly authorization: string }>();
  for (const member of beginning.members) {
    const person = await server.as(member);
    people.set(member, { account: person.account, authorization: person.authorization() });
  }
  let kept: Slot = 'beginning';
  const whileClosed = async (work: () => Promise<void>): Promise<void> => {
    const { now } = server.clock;
    await server.store.close();
    await work();
    server = await open();
    // Time goes on, whatever the database says.
    server.clock.now = now;
  };
  await whileClosed(() => shelf.copy('live', 'beginning'));
  const personOf = (member: string) => {
    const person = people.get(member);
    if (!person) throw new Error(`${member} was not signed in at the beginning`);
    return person;
  };
  return {
    server: () => server,
    as: (member) => server.as(member),
    request: async (member, path, init) => {
      const headers = {
        ...Object.fromEntries(new Headers(init.headers)),
        authorization: personOf(member).authorization,
      };
      return server.app.request(path, { ...init, headers });
    },
    account: async (member) => personOf(member).account,
    content: (portal, id) => storedContent(server.store, portal, id),
    snapshot: () =>
      whileClosed(async () => {
        await shelf.copy('live', 'snapshot');
        kept = 'snapshot';
      }),
    setBack: () => whileClosed(() => shelf.copy(kept, 'live')),
    beginAgain: () =>
      whileClosed(async () => {
        await shelf.copy('beginning', 'live');
        kept = 'beginning';
      }),
    close: async () => {
      await server.close();
      await shelf.remove();
    },
  };
}

async function fileShelf(): Promise<Shelf> {
  const folder = aQuickFolder('journey');
  // A name is never used again: a connection that ends late clears away the write-ahead log of its own file only.
  const copies: Record<Slot, number> = { live: 0, snapshot: 0, beginning: 0 };
  const path = (slot: Slot): string => join(folder, `${slot}-${copies[slot]}.db`);
  return {
    live: () => ({ file: path('live') }),
    copy: async (from, to) => {
      const [source, former] = [path(from), path(to)];
      copies[to] += 1;
      await copyFile(source, path(to));
      await rm(former, { force: true });
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function databaseShelf(): Promise<Shelf> {
  const slots = new Map<Slot, string>([['live', await createDatabase()]]);
  const urlOf = (slot: Slot): string => {
    const url = slots.get(slot);
    if (url === undefined) throw new Error(`no database ${slot}`);
    return url;
  };
  return {
    live: () => ({ url: urlOf('live') }),
    copy: async (from, to) => {
      const source = new URL(urlOf(from)).pathname.slice(1);
      const older = slots.get(to);
      slots.set(to, await createDatabase(source));
      if (older !== undefined) await dropDatabase(older);
    },
    remove: async () => {
      for (const url of slots.values()) await dropDatabase(url);
    },
  };
}
