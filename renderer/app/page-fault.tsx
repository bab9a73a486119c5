import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { ErrorState } from '../ui/error-state.tsx';
import { Page } from '../ui/page.tsx';

/** A fault of ours on one page: the frame around it stays usable. */
export function PageFault({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui();
  return (
    <Page title={t`This page could not be shown`} width="reading">
      <ErrorState
        title={t`Something went wrong in Partner Desk`}
        detail={error instanceof Error ? error.message : String(error)}
        action={
          <Button variant="default" onClick={reset}>
            <Trans>Show it again</Trans>
          </Button>
        }
      >
        <Trans>Nothing you entered and confirmed is lost: it is kept on this computer.</Trans>
      </ErrorState>
    </Page>
  );
}
