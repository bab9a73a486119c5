import { Trans } from '@lingui/react/macro';
import { MomentText } from '../../ui/moment-text.tsx';

interface LastAttemptProps {
  readonly lastTry: string | null;
  readonly givenUp: boolean;
  readonly failure: string | null;
}

/** When something was tried last, whether it goes on by itself, and the codes for whoever is asked for help. */
export function LastAttempt({ lastTry, givenUp, failure }: LastAttemptProps) {
  return (
    <>
      {lastTry && (
        <>
          {' · '}
          <Trans>
            last <MomentText moment={lastTry} />
          </Trans>
        </>
      )}
      {givenUp && (
        <>
          {' · '}
          <Trans>not tried again by itself</Trans>
        </>
      )}
      {failure && (
        <>
          {' · '}
          <code>{failure}</code>
        </>
      )}
    </>
  );
}
