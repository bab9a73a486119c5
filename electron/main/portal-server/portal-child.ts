import type { SetUp } from '../../../shared/contract/set-up.ts';

/** The process of the embedded portal server, however it is started. */
export interface PortalChild {
  readonly post: (message: OpenMessage | SetUpMessage | DeleteMessage) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onExit: (listener: (code: number) => void) => void;
  readonly kill: () => void;
}

/** What the portal server needs to open; sent by message port, never as an argument or a file (sync.md 27). */
export interface OpenMessage {
  readonly kind: 'open';
  readonly secret: string;
  readonly folder: string;
  readonly encryptionKey: string;
  readonly demo: boolean;
  readonly mailFolder: string;
  readonly today?: string;
}

/** What is asked of a portal server that waits to be set up, or is typed into one. */
export type SetUpMessage =
  | { readonly kind: 'set-up'; readonly id: string; readonly setUp: SetUp }
  | { readonly kind: 'check-password'; readonly id: string; readonly password: string; readonly chooser: Chooser };

/** Who chooses a password. */
export interface Chooser {
  readonly name: string;
  readonly email: string;
}

/** Where the database and the mails lie that a process is to delete instead of opening them. */
export interface DeleteMessage {
  readonly kind: 'delete';
  readonly folder: string;
  readonly mailFolder: string;
}
