import { Trans, useLingui } from '@lingui/react/macro';
import type { SyncState } from '../../offline/offline-desk.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { isServerTrouble, serverTroubleWords } from '../../words/server-trouble-words.ts';

/** Why the last round was not finished; nothing where it was, or where nobody tries. */
export function LastRound({ state: { reach, trouble, troubleCode } }: { state: SyncState }) {
  const { t } = useLingui();
  if (!trouble) return null;
  if (reach === 'online') {
    return (
      <ErrorState title={t`Not everything could be sent and received`}>
        {trouble} <Trans>It is tried again by itself; what waits is kept.</Trans>
      </ErrorState>
    );
  }
  if (reach !== 'offline') return null;
  const goOn = <Trans>You can go on working: everything is kept on this computer and sent later.</Trans>;
  const [why = '', ...code] = (troubleCode ?? '').split(' ');
  if (!isServerTrouble(why)) {
    return (
      <ErrorState title={trouble} detail={troubleCode ?? undefined}>
        {goOn}
      </ErrorState>
    );
  }
  const { title, next } = serverTroubleWords(why);
  return (
    <ErrorState title={title} detail={code.join(' ')}>
      {next} {goOn}
    </ErrorState>
  );
}
