import { Trans } from '@lingui/react/macro';
import { IconHourglass } from '@tabler/icons-react';
import { moneyText } from '../../words/figures.ts';
import { BindingRoom } from './binding-room.tsx';
import classes from './settlement.module.css';

/** That a settlement binds more than was approved, what that means, and how it stands to the limit of who may bind it. */
export function ProvisionalNote({ adds, currency }: { readonly adds: number; readonly currency: string }) {
  if (adds === 0) return null;
  const more = moneyText({ amount: adds, currency });
  return (
    <>
      <p className={classes.provisional}>
        <IconHourglass size={16} aria-hidden />
        <span>
          <Trans>
            Provisional: it binds {more} more than was approved. It waits until somebody who may approve budgets
            approves that, and counts against the limit of who does.
          </Trans>
        </span>
      </p>
      <BindingRoom adds={adds} currency={currency} />
    </>
  );
}
