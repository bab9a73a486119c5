import { Plural, Trans, useLingui } from '@lingui/react/macro';
import {
  IconAlertTriangle,
  IconCircleFilled,
  IconClock,
  IconCloudOff,
  IconDownload,
  IconPlugOff,
  IconRefresh,
  IconUserOff,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useOffline } from '../../bindings/use-offline.ts';
import { useUnreadable } from '../../bindings/use-unreadable.ts';
import { useSync } from '../../bindings/use-sync.ts';
import type { FetchingAhead, SyncState } from '../../offline/offline-desk.ts';
import { TimeOfDay } from '../../ui/moment-text.tsx';
import { useAbout } from '../../bindings/use-about.ts';
import classes from './shell.module.css';

/** Always there: connection, what waits, what needs attention, version. Each part opens its page. */
export function StatusLine() {
  const { t } = useLingui();
  const { state } = useSync();
  const about = useAbout();
  const { isNew } = useUnreadable();
  const isRefused = useOffline(({ refusals }) => refusals.length > 0);
  return (
    <footer className={classes.bottom} aria-label={t`State of the connection`}>
      <Link to="/connection" className={classes.part} data-tone={state.reach}>
        <Reach state={state} />
      </Link>
      {state.waiting > 0 && (
        <Link to="/outbox" className={classes.part}>
          <IconClock size={14} aria-hidden />
          <Plural value={state.waiting} one="# waiting" other="# waiting" />
        </Link>
      )}
      {state.ahead && state.ahead.total > 0 && (
        <Link to="/connection" className={classes.part}>
          <IconDownload size={14} aria-hidden />
          <Ahead ahead={state.ahead} />
        </Link>
      )}
      {isNew && (
        <Link to="/outbox" className={classes.part} data-tone="attention">
          <IconAlertTriangle size={14} aria-hidden />
          <Trans>Part of the outbox could not be read</Trans>
        </Link>
      )}
      {state.attention > 0 && (
        <Link to={isRefused ? '/refusals' : '/outbox'} className={classes.part} data-tone="attention">
          <IconAlertTriangle size={14} aria-hidden />
          <Plural value={state.attention} one="# needs attention" other="# need attention" />
        </Link>
      )}
      <Link to="/settings" className={`${classes.part} ${classes.end}`}>
        {about && <Trans>Version {about.version}</Trans>}
      </Link>
    </footer>
  );
}

/** Documents that are fetched to be opened offline. */
function Ahead({ ahead: { done, total } }: { ahead: FetchingAhead }) {
  return (
    <Trans>
      Fetching documents: {done} of {total}
    </Trans>
  );
}

function Reach({ state }: { state: SyncState }) {
  return (
    <>
      <ReachSign state={state} />
      {/* Only the words: the time beside them changes with each answer and would be read out each time. */}
      <span role="status">
        <ReachWords state={state} />
      </span>
      {state.asOf && (
        <span>
          <Trans>
            · as of <TimeOfDay moment={state.asOf} seconds />
          </Trans>
        </span>
      )}
    </>
  );
}

function ReachSign({ state: { reach, syncing, trouble } }: { state: SyncState }) {
  if (reach === 'on-purpose') return <IconPlugOff size={14} aria-hidden />;
  if (reach === 'signed-out') return <IconUserOff size={14} aria-hidden />;
  if (reach === 'offline') return <IconCloudOff size={14} aria-hidden />;
  if (syncing || reach === 'unknown') return <IconRefresh size={14} aria-hidden className={classes.turning} />;
  return trouble ? <IconAlertTriangle size={14} aria-hidden /> : <IconCircleFilled size={10} aria-hidden />;
}

function ReachWords({ state: { reach, syncing, waiting, trouble } }: { state: SyncState }) {
  if (reach === 'on-purpose') return <Trans>Working offline</Trans>;
  if (reach === 'signed-out') return <Trans>Sign in again to send and receive</Trans>;
  if (reach === 'offline') return <Trans>Offline</Trans>;
  if (reach === 'unknown') return <Trans>Connecting</Trans>;
  if (syncing && waiting > 0) return <Plural value={waiting} one="Syncing #" other="Syncing #" />;
  if (syncing) return <Trans>Syncing</Trans>;
  return trouble ? <Trans>Online, but not everything got through</Trans> : <Trans>Online</Trans>;
}
