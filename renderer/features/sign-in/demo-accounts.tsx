import type { ReactNode } from 'react';
import type { DemoAccount } from '../../../shared/contract/desk-api.ts';
import { Initials } from '../../ui/initials.tsx';
import { CutText } from '../../ui/cut-text.tsx';
import classes from './sign-in.module.css';

interface DemoAccountsProps {
  readonly accounts: readonly DemoAccount[];
  readonly busy: boolean;
  readonly onChoose: (account: DemoAccount) => void;
  /** Beside another way in. */
  readonly title?: ReactNode;
}

/** People of the demo, one click to be them. Only the embedded portal server offers them. */
export function DemoAccounts({ accounts, busy, onChoose, title }: DemoAccountsProps) {
  return (
    <section>
      {title && <h2 className={classes.section}>{title}</h2>}
      <ul className={classes.accounts}>
        {accounts.map((account) => (
          <li key={account.email}>
            <button
              type="button"
              className={classes.account}
              aria-disabled={busy || undefined}
              onClick={() => !busy && onChoose(account)}
            >
              <Initials name={account.name} size={28} />
              <span className={classes.who}>
                <span className={classes.name}>{account.name}</span>
                <span className={classes.small}>
                  <CutText>{account.role}</CutText>
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
