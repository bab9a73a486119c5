import type { AccountId, PersonId } from '../shared/domain/ids.ts';
import type { Moment } from '../shared/domain/moment.ts';
import type { Store } from './store/open-store.ts';

/** Everything the portal server is made of; clock and chance come from outside (design.md sentence 2). */
export interface PortalDeps {
  readonly store: Store;
  readonly accounts: Authenticator;
  readonly now: () => Moment;
  /** UUIDv7. */
  readonly newId: () => string;
  /** A random mark for a change number (sync.md 18). */
  readonly mark: () => string;
  /** Where people reach the pages of this portal server; asked when a link is written. */
  readonly publicUrl: () => string;
  readonly version: string;
  /** Set on the embedded portal server: every request must carry it (sync.md 27). */
  readonly launchSecret?: string | undefined;
  /** Where a fault is written; codes and causes, never values (sync.md 28). */
  readonly onFault: (fault: unknown) => void;
}

/** What carrying out a command needs of them. */
export type ChangeDeps = Pick<PortalDeps, 'store' | 'now' | 'newId' | 'mark' | 'publicUrl'>;

/** Tells who sends a request. */
export interface Authenticator {
  readonly authenticate: (headers: Headers) => Promise<Caller | null>;
}

/** Who asks: a person, and the account by which commands name that person in this store (sync.md 25). */
export interface Caller {
  readonly person: PersonId;
  readonly account: AccountId;
  /** The session by which the person is known, asked again inside each change (sync.md 8); none for the demo's stories. */
  readonly session?: string | undefined;
}
