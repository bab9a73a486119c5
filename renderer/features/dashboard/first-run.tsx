import { Button, Loader } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconArrowNarrowRight, IconClockExclamation, IconCloudDownload, IconListNumbers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './first-run.module.css';

interface FirstRunProps {
  /** Cases received so far; null while none is known. */
  readonly received: number | null;
  /** False while nothing is being fetched: then there is a button for it. */
  readonly syncing: boolean;
  /** Why nothing can be fetched, in words; null where it can. */
  readonly trouble: string | null;
  readonly onLoad: () => void;
}

/** Before the first cases are here: what this page will show, and how they get here. */
export function FirstRun({ received, syncing, trouble, onLoad }: FirstRunProps) {
  const { t } = useLingui();
  return (
    <div className={classes.first}>
      <h2 className={classes.title}>
        <Trans>Your cases are on their way to this computer</Trans>
      </h2>
      <p className={classes.text}>
        <Trans>Once they are here they can be opened and worked on without a network, too. Then this page shows:</Trans>
      </p>
      <ul className={classes.list}>
        <Shows sign={<IconArrowNarrowRight size={20} stroke={2.4} className={classes.arrow} aria-hidden />}>
          {t`New External case handler assignments: where your company has the role and names the user.`}
        </Shows>
        <Shows sign={<IconListNumbers size={18} stroke={1.6} aria-hidden />}>
          {t`Everything your company has to do, in numbers; each number opens the list of those cases.`}
        </Shows>
        <Shows sign={<IconClockExclamation size={18} stroke={1.6} aria-hidden />}>
          {t`What is due next, near its target or overdue.`}
        </Shows>
      </ul>
      <div role="status" className={classes.state}>
        {syncing ? (
          <>
            <Loader size={16} aria-hidden />
            {received ? (
              <Plural value={received} one="# case received so far" other="# cases received so far" />
            ) : (
              t`Asking the portal for your cases…`
            )}
          </>
        ) : (
          trouble
        )}
      </div>
      {!syncing && (
        <Button leftSection={<IconCloudDownload size={16} stroke={1.8} aria-hidden />} onClick={onLoad}>
          {trouble ? t`Try again` : t`Load the cases now`}
        </Button>
      )}
    </div>
  );
}

function Shows({ sign, children }: { readonly sign: ReactNode; readonly children: string }) {
  return (
    <li className={classes.line}>
      <span className={classes.sign}>{sign}</span>
      {children}
    </li>
  );
}
