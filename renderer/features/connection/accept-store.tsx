import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useDesk } from '../../bindings/contexts.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

interface AcceptStoreProps {
  readonly address: string;
  readonly store: string;
  readonly onAccepted: () => void;
}

/** The user says that another store at a known address is right (sync.md 25). */
export function AcceptStore({ address, store, onAccepted }: AcceptStoreProps) {
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
