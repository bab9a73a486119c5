import type { CaseKey, DeskEvent } from '../../shared/contract/desk-api.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { KeyStore } from './accounts/key-wraps.ts';
import type { Settings } from './machine/settings.ts';
import type { InsidePortals } from './portal-server/inside-portals.ts';
import type { PinnedStores } from './server/pinned-stores.ts';
import type { PortalConnection, PortalFetch } from './server/portal-connection.ts';
import type { ServerChoosing } from './server/server-choice.ts';
import type { DeskWindow } from './window/desk-window.ts';

/** The windows of the app: one an account, and the one to sign in with. */
export interface DeskWindows {
  readonly openSignIn: () => void;
  readonly openAccount: (account: string) => void;
  /** Closes an account's window; the sign-in window comes first, or the app would end with its last window. */
  readonly closeAccount: (account: string) => void;
  readonly closeSignIn: () => void;
  /** Shows a case that a link names, once somebody is signed in. */
  readonly openCase: (subject: CaseKey) => void;
  /** The window in front, or any. */
  readonly current: () => DeskWindow | null;
  /** The window these contents are the page of. */
  readonly byContents: (id: number) => DeskWindow | null;
  readonly toAll: (event: DeskEvent) => void;
  readonly toAccount: (account: string, event: DeskEvent) => void;
}

/** What the verbs of the desk are made of. */
export interface Shell {
  readonly keyStore: KeyStore;
  readonly settings: Settings;
  readonly server: ServerChoosing;
  readonly inside: InsidePortals;
  readonly pins: PinnedStores;
  readonly accounts: Accounts;
  readonly windows: DeskWindows;
  /** Through the sign-in window's session. */
  readonly fetch: PortalFetch;
  readonly connect: (address: string) => Promise<PortalConnection | null>;
  /** Forgets everything the demo's server and its accounts have kept, and starts it anew. */
  readonly resetDemo: () => Promise<void>;
}
