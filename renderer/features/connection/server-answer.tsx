import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '../../bindings/contexts.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { serverTroubleWords } from '../../words/server-trouble-words.ts';
import classes from './connection.module.css';
import type { ServerChecking } from './use-server-check.ts';

interface ServerAnswerProps {
  readonly check: ServerChecking;
  readonly address: string;
  /** The user said that the other store is right. */
  readonly onAccepted: () => void;
}

/** What a check found, in words. */
export function ServerAnswer({ check: { answer }, address, onAccepted }: ServerAnswerProps) {
  if (!answer) return null;
  if (answer.ok) {
    return (
      <p className={classes.found} role="status">
        <IconCircleCheck size={16} aria-hidden />
        <Trans>A portal server answers, version {answer.version}.</Trans>
      </p>
    );
  }
  const { title, next } = serverTroubleWords(answer.trouble);
  const other = answer.trouble === 'other-store';
  return (
    <ErrorState
      title={title}
      detail={other ? undefined : answer.detail}
      action={other && <AcceptStore address={address} store={answer.detail} onAccepted={onAccepted} />}
    >
      {next}
    </ErrorState>
  );
}

function AcceptStore({ address, store, onAccepted }: { address: string; store: string; onAccepted: () => void }) {
  const desk = useDesk();
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const accept = async () => {
    const answer = await desk.server.acceptStore(address, store);
    setAsking(false);
    if (answer.ok) onAccepted();
  };
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>This server is right…</Trans>
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t`Go on with the other server?`}
        confirm={t`Go on with it`}
        cancel={t`Cancel`}
        onClose={() => setAsking(false)}
        onConfirm={() => void accept()}
      >
        <Trans>
          It holds other cases and other people. Whoever runs the portal should have told you that it was set up anew or
          moved.
        </Trans>
      </ConfirmDialog>
    </>
  );
}
