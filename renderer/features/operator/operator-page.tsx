import { Trans, useLingui } from '@lingui/react/macro';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useOffline } from '../../bindings/use-offline.ts';
import { isOffline, useSync } from '../../bindings/use-sync.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { ClaimsImport } from './claims-import.tsx';
import { FailedJobs } from './failed-jobs.tsx';
import { FailedMails } from './failed-mails.tsx';
import { HealthFacts } from './health-facts.tsx';
import { NetworkImport } from './network-import.tsx';
import classes from './operator.module.css';
import { PortalTable } from './portal-table.tsx';
import { useOperatorPortals } from './use-operator-answers.ts';

/** What the operator looks after: portals, what comes in, and the portal server itself. */
export function OperatorPage() {
  const { t } = useLingui();
  const portals = useOperatorPortals();
  const sides = useOffline((state) => state.portals.map(({ standing }) => standing.side));
  const answer = portals.data;
  const isRefused = answer?.kind === 'problem' && answer.problem.kind === 'not-allowed';
  if (isRefused || (sides.length > 0 && !sides.includes('operator'))) return <NotYours />;
  return (
    <Page
      title={t`Operator's desk`}
      lead={t`The portals of this portal server, what comes into them, and how the server is. All of it is asked of the portal server; nothing of it is kept on this computer.`}
    >
      <div className={classes.desk}>
        <Away />
        <Panel title={t`Portals`}>
          <PortalTable />
        </Panel>
        <Panel title={t`Mails that did not go out`}>
          <FailedMails />
        </Panel>
        <Panel title={t`Work in the background`}>
          <FailedJobs />
        </Panel>
        <Panel title={t`Bring in a network`}>
          <NetworkImport />
        </Panel>
        <Panel title={t`Bring in claims`}>
          <ClaimsImport portals={answer?.kind === 'ok' ? answer.value : []} />
        </Panel>
        <Panel title={t`Portal server`}>
          <HealthFacts />
        </Panel>
      </div>
    </Page>
  );
}

function NotYours() {
  const { t } = useLingui();
  return (
    <Page title={t`Operator's desk`}>
      <EmptyState icon={IconLock} title={t`This page is for the operator's people`}>
        <Trans>They set portals up and look after the portal server. Your company's pages are in the navigation.</Trans>
      </EmptyState>
    </Page>
  );
}

function Away(): ReactNode {
  const { t } = useLingui();
  const { state } = useSync();
  if (!isOffline(state)) return null;
  return (
    <div className={classes.away}>
      <ErrorState title={t`This page needs the portal server`}>
        <Trans>
          It cannot be asked now: what stands below is from before, and nothing can be brought in. The Connection page
          says why.
        </Trans>
      </ErrorState>
    </div>
  );
}
