import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { DeskAnswer } from '../../../shared/contract/desk-api.ts';
import { useDesk } from '../../bindings/contexts.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import classes from './settings.module.css';

/** Makes the demo portals anew; everything done in them is gone. */
export function ResetDemo() {
  const desk = useDesk();
  const { t } = useLingui();
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
        <Button variant="default" onClick={() => setAsking(true)}>
          <Trans>Reset the demo…</Trans>
        </Button>
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
