import { Select } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconReportAnalytics } from '@tabler/icons-react';
import { useState } from 'react';
import { mayReport } from '../../../shared/domain/statistics/may-report.ts';
import { useInsurerFilter } from '../../bindings/insurer-filter.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { refusalWords } from '../../words/refusal-words.ts';
import { MadeReports } from './made-reports.tsx';
import { ReportForm } from './report-form.tsx';
import classes from './statistics.module.css';
import { useReports } from './use-reports.ts';

/** Company admin → Reports: the Case statistics report. */
export function StatisticsPage() {
  const { t } = useLingui();
  const portals = useOffline((state) => state.portals);
  const filtered = useInsurerFilter((filter) => filter.portal);
  const [chosen, setChosen] = useState<string | null>(null);
  const allowed = portals.filter(({ standing }) => mayReport(standing).allowed);
  const state =
    allowed.find(({ portal }) => portal === chosen) ?? allowed.find(({ portal }) => portal === filtered) ?? allowed[0];
  return (
    <Page
      title={t`Reports`}
      lead={t`Reports are made by the portal from what you see there, so they need a connection to it.`}
    >
      {allowed.length > 1 && (
        <Select
          className={classes.insurer}
          label={t`Insurer`}
          allowDeselect={false}
          maw={320}
          value={state?.portal ?? null}
          onChange={setChosen}
          data={allowed.map(({ portal, standing }) => ({ value: portal, label: standing.portalName }))}
        />
      )}
      {state ? <Reports key={state.portal} state={state} /> : <NoReports portals={portals} />}
    </Page>
  );
}

function Reports({ state: { portal, standing } }: { readonly state: PortalState }) {
  const { t } = useLingui();
  const reports = useReports(portal);
  return (
    <>
      <Panel title={t`Case statistics`}>
        <p className={classes.note}>
          <Trans>
            One row per case, with dates and times as at {standing.portalName}. The e-mail address of the External case
            handler is that of the user who has the role when the report is made.
          </Trans>{' '}
          {standing.side === 'partner' && (
            <Trans>It has the cases and amounts you see, and addresses of your own company's people.</Trans>
          )}
        </p>
        <ReportForm
          onAsk={async (request) => {
            const answer = await reports.client.ask(portal, request);
            await reports.lookAgain();
            return answer;
          }}
        />
      </Panel>
      <Panel title={t`Your reports`}>
        <MadeReports portal={portal} reports={reports} />
      </Panel>
    </>
  );
}

/** Only by its address does somebody come here who may have none made. */
function NoReports({ portals }: { readonly portals: readonly PortalState[] }) {
  const { t } = useLingui();
  const [first] = portals;
  const verdict = first && mayReport(first.standing);
  return (
    <EmptyState icon={IconReportAnalytics} title={t`No reports for you`}>
      {first && verdict && !verdict.allowed && refusalWords(verdict.refusal, first.standing).full}
    </EmptyState>
  );
}
