import { Trans, useLingui } from '@lingui/react/macro';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';

/** An address that leads nowhere: an old link, or one of another version. */
export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Page not found`}>
      <EmptyState
        icon={IconMapQuestion}
        title={t`There is no page at this address`}
        action={
          <Link to="/">
            <Trans>Go to the dashboard</Trans>
          </Link>
        }
      >
        <Trans>The link may be from another version of Partner Desk.</Trans>
      </EmptyState>
    </Page>
  );
}
