import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DeskAnswer } from '../../../shared/contract/desk-api.ts';
import { useDesk } from '../../bindings/contexts.ts';
import { useServerChoice } from '../../bindings/use-server-choice.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import classes from './settings.module.css';

/** Makes the demo portals anew; everything done in them is gone. */
export function ResetDemo() {
  const desk = useDesk();
  const { t } = useLingui();
  const reason = useWhyNot();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<DeskAnswer | null>(null);
  const reset = async () => {
    setBusy(true);
    setAnswer(await desk.resetDemo());
    setBusy(false);
    setAsking(false);
  };
  return (
    <>
      <div className={classes.reset}>
        <span>
          <Trans>The demo portals live on this computer only. They can be made anew at any time.</Trans>
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
      {answer && !answer.ok && <ErrorState title={t`The demo could not be reset`} detail={answer.detail} />}
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

/** Why the desk would refuse: it makes anew what the next sign-in goes to, and only where that is the demo. */
function useWhyNot(): string | null {
  const { t } = useLingui();
  const { choice } = useServerChoice();
  if (!choice) return null;
  if (choice.address !== 'embedded') {
    const host = new URL(choice.address).host;
    return t`The next sign-in goes to ${host}. Choose the portal server on this computer first.`;
  }
  const appointed = choice.decidedBy === 'policy' || choice.decidedBy === 'switch';
  if (appointed && choice.demoAccounts.length === 0)
    return t`The portal server on this computer was started without its demo.`;
  return null;
}
