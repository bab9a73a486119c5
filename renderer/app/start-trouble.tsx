import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useDesk } from '../bindings/contexts.ts';
import { ErrorState } from '../ui/error-state.tsx';

/** What is kept on this computer could not be opened: nothing is deleted, and there is a way back. */
export function StartTrouble({ fault }: { fault: unknown }) {
  const desk = useDesk();
  const { t } = useLingui();
  return (
    <main style={{ maxWidth: 560, margin: '15vh auto', padding: 16 }}>
      <ErrorState
        title={t`What is kept on this computer could not be opened`}
        detail={fault instanceof Error ? fault.message : String(fault)}
        action={
          <Button variant="default" onClick={() => void desk.accounts.leave()}>
            <Trans>Back to sign-in</Trans>
          </Button>
        }
      >
        <Trans>Nothing was deleted. Signing in again usually helps; work that was not sent yet is still kept.</Trans>
      </ErrorState>
    </main>
  );
}
