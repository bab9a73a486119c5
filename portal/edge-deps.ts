import type { DemoAccount } from '../shared/contract/desk-api.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { PortalDeps } from './portal-deps.ts';

/** What sign-in, set-up, imports and pages need besides what carries out commands. */
export interface EdgeDeps extends PortalDeps {
  readonly accounts: Accounts;
  /** Offered for trying out; empty but with the demo (sync.md 27). */
  readonly demoAccounts: readonly DemoAccount[];
  /** The header in which a configured proxy says the socket address; none is believed otherwise (sync.md 36). */
  readonly addressHeader?: string | undefined;
}
