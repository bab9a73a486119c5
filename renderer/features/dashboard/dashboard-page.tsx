import { useLingui } from '@lingui/react/macro';
import { useInsurerFilter } from '../../bindings/insurer-filter.ts';
import { useNow } from '../../bindings/use-now.tsx';
import { useOffline } from '../../bindings/use-offline.ts';
import { isOffline, useSync } from '../../bindings/use-sync.ts';
import { Page } from '../../ui/page.tsx';
import { useChosenScope } from './dashboard-scope.ts';
import { DashboardView } from './dashboard-view.tsx';
import { FirstRun } from './first-run.tsx';

/** The page of the dashboard; until the first cases are here, what it will show. */
export function DashboardPage() {
  const { t } = useLingui();
  const now = useNow();
  const offline = useOffline(({ phase, rows, portals }) => ({ phase, rows, portals }));
  const { state, syncNow } = useSync();
  const portal = useInsurerFilter((filter) => filter.portal);
  const { scope, choose } = useChosenScope();
  // Reading what is kept takes a moment: the page waits for it rather than telling a returning user of a first time.
  if (offline.phase === 'opening') return <Page title={t`Dashboard`}>{null}</Page>;
  if (offline.phase === 'first-sync') {
    const received = offline.portals.reduce((sum, each) => sum + (each.received ?? 0), 0);
    return (
      <Page title={t`Dashboard`}>
        <FirstRun
          received={received || null}
          syncing={state.syncing}
          trouble={isOffline(state) ? (state.trouble ?? t`There is no connection to the portal.`) : null}
          onLoad={() => void syncNow()}
        />
      </Page>
    );
  }
  return <DashboardView offline={offline} portal={portal} chosen={scope} now={now} onScope={choose} />;
}
