import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyStore } from '../accounts/key-wraps.ts';
import { keyNotReadable } from '../../../shared/contract/desk-places.ts';
import { openDrafts } from '../journal/drafts.ts';
import type { Drafts } from '../journal/drafts.ts';
import type { PortalConnection } from '../server/portal-connection.ts';
import { EMBEDDED, THIS_COMPUTER } from '../server/server-address.ts';
import { deletePortal } from './delete-portal.ts';
import { createEmbeddedPortal } from './embedded-portal.ts';
import type { EmbeddedPortal, PortalState } from './embedded-portal.ts';
import type { PortalChild } from './portal-child.ts';
import { PortalKeyUnreadable, readPortalKey } from './portal-key.ts';

/**
 * The two portal servers inside the app: the demo's, and the one that its user sets up. Each has its folder, key, process
 * and accounts, so that one can be tried or made anew without the other being touched.
 */
export interface InsidePortals {
  readonly demo: EmbeddedPortal;
  readonly own: EmbeddedPortal;
  /** Starts the one at an address and waits for it; null where it is not there, empty, or does not come up. */
  readonly connect: (address: string) => Promise<PortalConnection | null>;
  /** Begins to start it, where it is one of the two. */
  readonly start: (address: string) => Promise<void>;
  readonly at: (address: string) => EmbeddedPortal | null;
  readonly stateOf: (address: string) => PortalState;
  readonly stop: () => Promise<void>;
  /** Only while it is stopped; the own one has no such thing. */
  readonly deleteDemo: () => Promise<void>;
  /** What is typed into the set-up, encrypted with the own portal server's key. */
  readonly setUpDrafts: () => Promise<Drafts>;
  readonly ownMailFolder: string;
}

export interface InsidePortalsOptions {
  readonly folder: string;
  readonly keyStore: KeyStore;
  readonly fork: () => PortalChild;
  readonly now: () => string;
  /** The demo's calendar day; today unless said. */
  readonly today: string | null;
  readonly onState: (address: string, state: PortalState) => void;
}

const START_TIMEOUT = 30_000;

interface Inside {
  readonly portal: EmbeddedPortal;
  readonly start: () => Promise<void>;
  readonly state: () => PortalState;
  readonly key: () => Promise<string>;
  readonly folder: string;
  readonly mailFolder: string;
}

export function createInsidePortals(options: InsidePortalsOptions): InsidePortals {
  const { fork, now } = options;
  const demo = inside(options, EMBEDDED, 'portal');
  const own = inside(options, THIS_COMPUTER, 'portal-of-this-computer');
  const at = (address: string): Inside | null => ({ [EMBEDDED]: demo, [THIS_COMPUTER]: own })[address] ?? null;
  let drafts: Promise<Drafts> | null = null;
  return {
    demo: demo.portal,
    own: own.portal,
    connect: async (address) => {
      await at(address)?.start();
      return at(address)?.portal.whenUp(START_TIMEOUT) ?? null;
    },
    start: async (address) => at(address)?.start(),
    at: (address) => at(address)?.portal ?? null,
    stateOf: (address) => at(address)?.state() ?? { state: 'down' },
    stop: async () => void (await Promise.all([demo.portal.stop(), own.portal.stop()])),
    deleteDemo: () => deletePortal(fork, { folder: demo.folder, mailFolder: demo.mailFolder }),
    setUpDrafts: () =>
      (drafts ??= own
        .key()
        .then((key) =>
          openDrafts({ folder: join(own.folder, 'set-up'), dataKey: Buffer.from(key, 'base64url'), now }),
        )),
    ownMailFolder: own.mailFolder,
  };
}

function inside(options: InsidePortalsOptions, address: string, name: string): Inside {
  const folder = join(options.folder, name);
  const mailFolder = join(folder, 'mail');
  // Read at the first start: on Linux the key store may ask its user to unlock it.
  let encryptionKey: string | null = null;
  let unreadable = false;
  const portal = createEmbeddedPortal({
    fork: options.fork,
    settings: () => ({
      folder,
      encryptionKey: encryptionKey ?? '',
      demo: address === EMBEDDED,
      mailFolder,
      ...(options.today === null ? {} : { today: options.today }),
    }),
    onState: (state) => options.onState(address, state),
  });
  const lost = { state: 'down', detail: keyNotReadable } as const;
  async function key(): Promise<string> {
    // What somebody has set up is never put aside: the key store may be open at the next start.
    const withoutKey = address === THIS_COMPUTER && existsSync(join(folder, 'portal.db')) ? 'wait' : 'set-aside';
    return (encryptionKey ??= await readPortalKey(folder, options.keyStore, options.now(), withoutKey));
  }
  return {
    portal,
    folder,
    mailFolder,
    key,
    state: () => (unreadable ? lost : portal.state()),
    start: async () => {
      try {
        await key();
        unreadable = false;
        portal.start();
      } catch (error) {
        if (!(error instanceof PortalKeyUnreadable)) throw error;
        unreadable = true;
        options.onState(address, lost);
      }
    },
  };
}
