import { Plural, Trans } from '@lingui/react/macro';
import { IconChevronRight } from '@tabler/icons-react';
import type { KnownAccount } from '../../../shared/contract/desk-api.ts';
import { Initials } from '../../ui/initials.tsx';
import { DayText } from '../../ui/moment-text.tsx';
import classes from './sign-in.module.css';

interface KnownAccountsProps {
  readonly accounts: readonly KnownAccount[];
  readonly busy: boolean;
  readonly onChoose: (account: KnownAccount) => void;
}

/** Who has signed in on this computer before. */
export function KnownAccounts({ accounts, busy, onChoose }: KnownAccountsProps) {
  return (
    <ul className={classes.accounts}>
      {accounts.map((account) => (
        <li key={account.id}>
          <button
            type="button"
            className={classes.account}
            aria-disabled={busy || undefined}
            onClick={() => !busy && onChoose(account)}
          >
            <Initials name={account.name} size={32} />
            <span className={classes.who}>
              <span className={classes.name}>{account.name}</span>
              <span className={classes.small}>{account.email}</span>
              <Kept account={account} />
            </span>
            <IconChevronRight size={16} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What is kept of the account, and how long it opens without the portal. */
function Kept({ account: { unsent, isFormer, offlineUntil, leaseOver } }: { account: KnownAccount }) {
  return (
    <>
      {isFormer && (
        <span className={classes.small}>
          <Trans>Of the portal server that was here before</Trans>
        </span>
      )}
      {unsent > 0 && (
        <span className={classes.unsent}>
          <Plural value={unsent} one="# change not sent yet" other="# changes not sent yet" />
        </span>
      )}
      <span className={classes.small}>
        {leaseOver ? (
          <Trans>Opens again after a sign-in at the portal</Trans>
        ) : (
          <Trans>
            Opens offline until <DayText moment={offlineUntil} />
          </Trans>
        )}
      </span>
    </>
  );
}
