import { Trans } from '@lingui/react/macro';
import { IconClockExclamation } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { fromMilliseconds, toMilliseconds } from '../../../shared/domain/moment.ts';
import { useNow } from '../../bindings/use-now.tsx';
import { useOfflineUntil } from '../../bindings/use-offline-until.ts';
import { isOffline, useSync } from '../../bindings/use-sync.ts';
import { MomentText } from '../../ui/moment-text.tsx';
import classes from './shell.module.css';

const aDay = 24 * 60 * 60 * 1000;

/** The last day on which what is kept here opens without the portal: until when, and what to do (sync.md 31). */
export function LeaseWarning() {
  const { state } = useSync();
  const until = useOfflineUntil();
  const isLastDay = fromMilliseconds(toMilliseconds(useNow()) + aDay) >= until;
  return (
    <div className={classes.notices} role="status">
      {isOffline(state) && isLastDay && (
        <div className={classes.lease}>
          <IconClockExclamation size={16} stroke={1.8} aria-hidden />
          <span>
            <Trans>
              The days offline end: your cases close on this computer on <MomentText moment={until} />, unless the
              portal is reached before. What waits to be sent stays kept.
            </Trans>{' '}
            <Link to="/connection">
              <Trans>Open Connection</Trans>
            </Link>
          </span>
        </div>
      )}
    </div>
  );
}
