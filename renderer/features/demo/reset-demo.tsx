import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DeskAnswer, ServerChoice } from '../../../shared/contract/desk-api.ts';
import { demoAddress, ownAddress } from '../../../shared/contract/desk-places.ts';
import { toMilliseconds } from '../../../shared/domain/moment.ts';
import { useDesk } from '../../bindings/contexts.ts';
import { useNow } from '../../bindings/use-now.tsx';
import { useServerChoice } from '../../bindings/use-server-choice.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import classes from './reset-demo.module.css';

interface ResetDemoProps {
  /** Says nothing of a demo that was made today. */
  readonly onlyOld?: boolean;
}

/** Says how old the demo is, and makes it anew when asked: everything done in it is gone then, so never by itself. */
export function ResetDemo({ onlyOld = false }: ResetDemoProps) {
  const desk = useDesk();
  const { t } = useLingui();
  const { choice } = useServerChoice();
  const days = useDaysSince(choice?.demoDay);
  const reason = useWhyNot(choice);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<DeskAnswer | null>(null);
  const reset = async () => {
    setBusy(true);
    setAnswer(await desk.resetDemo());
    setBusy(false);
    setAsking(false);
  };
  if (onlyOld && !answer && (days === null || days <= 0)) return null;
  return (
    <>
      <div className={classes.reset}>
        <span>
          <Trans>The demo portals live on this computer only.</Trans> {days !== null && <DemoAge days={days} />}
        </span>
        <ReasonButton
          variant="default"
          reason={reason}
          wayOn={
            <Link to="/connection">
              <Trans>Open Connection</Trans>
            </Link>
          }
          onClick={() => setAsking(true)}
        >
          <Trans>Reset the demo…</Trans>
        </ReasonButton>
      </div>
      {answer?.ok && <p role="status">{t`The demo is as new. Sign in again to see it.`}</p>}
      {answer && !answer.ok && <ErrorState title={t`The demo could not be reset`}>{answer.detail}</ErrorState>}
      <ConfirmDialog
        opened={asking}
        title={t`Reset the demo?`}
        confirm={t`Reset the demo`}
        cancel={t`Cancel`}
        destructive
        busy={busy}
        onClose={() => setAsking(false)}
        onConfirm={() => void reset()}
      >
        <Trans>
          Everything done in the demo portals is gone, for all demo accounts, and the cases start from today.
        </Trans>
      </ConfirmDialog>
    </>
  );
}

/** Whole days since a calendar day began (UTC); null where there is none. */
function useDaysSince(day: string | undefined): number | null {
  const now = toMilliseconds(useNow());
  return day === undefined ? null : Math.floor((now - toMilliseconds(`${day}T00:00:00.000Z`)) / 86_400_000);
}

/** What was due on the demo's own day lies behind by so many days. */
function DemoAge({ days }: { readonly days: number }) {
  if (days <= 0) return <Trans>Their cases are of today.</Trans>;
  return (
    <Plural
      value={days}
      one="Their cases are # day old: what was due today then is late by # day. Made anew, they start from today."
      other="Their cases are # days old: what was due today then is late by # days. Made anew, they start from today."
    />
  );
}

/** Why the desk would refuse: it makes anew what the next sign-in goes to, and only where that is the demo. */
function useWhyNot(choice: ServerChoice | undefined): string | null {
  const { t } = useLingui();
  if (!choice) return null;
  if (choice.address === ownAddress)
    return t`The next sign-in goes to the portal that is set up on this computer. Choose the demo first.`;
  if (choice.address !== demoAddress) {
    const host = new URL(choice.address).host;
    return t`The next sign-in goes to ${host}. Choose the portal server on this computer first.`;
  }
  return null;
}
