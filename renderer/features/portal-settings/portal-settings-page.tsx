import { Select, Tabs } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconAdjustments } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useInsurerFilter } from '../../bindings/insurer-filter.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { readsSettings } from '../../../shared/domain/portal/reads-settings.ts';
import { CompensationPanel } from './compensation-panel.tsx';
import { AllocationPanel } from './allocation-panel.tsx';
import classes from './portal-settings.module.css';
import { RolePanel } from './role-panel.tsx';
import { RolesLog } from './roles-log.tsx';
import { SettlementPanel } from './settlement-panel.tsx';
import { TaskRolePanel } from './task-role-panel.tsx';
import { inspectorRole, managerRole } from './task-roles.ts';
import { WorkPlansPanel } from './work-plans-panel.tsx';

interface PortalSettingsPageProps {
  /** The portal that a link led to. */
  readonly asked: string | null;
  /** When a portal works. */
  readonly calendar: (state: PortalState) => ReactNode;
  /** What work costs there. */
  readonly priceLists: (state: PortalState) => ReactNode;
}

/** How a portal is set: read by the insurer's people, set by the operator. */
export function PortalSettingsPage({ asked, calendar, priceLists }: PortalSettingsPageProps) {
  const { t } = useLingui();
  const portals = useOffline((state) => state.portals.filter(({ standing }) => readsSettings(standing)));
  const filtered = useInsurerFilter((filter) => filter.portal);
  const [chosen, setChosen] = useState<string | null>(null);
  const state = portals.find(({ portal }) => portal === (chosen ?? asked ?? filtered)) ?? portals[0];
  if (!state)
    return (
      <Page title={t`Portal settings`} width="reading">
        <EmptyState icon={IconAdjustments} title={<Trans>Read by the insurer’s people and the operator</Trans>}>
          <Trans>
            What your role allows at an insurer stands in each of your cases. Ask the insurer about the rest.
          </Trans>
        </EmptyState>
      </Page>
    );
  return (
    <Page
      title={t`Portal settings`}
      lead={state.standing.portalName}
      actions={
        portals.length > 1 && (
          <Select
            aria-label={t`Settings of`}
            allowDeselect={false}
            value={state.portal}
            onChange={setChosen}
            data={portals.map(({ portal, standing }) => ({ value: portal, label: standing.portalName }))}
          />
        )
      }
    >
      <Settings key={state.portal} state={state} calendar={calendar(state)} priceLists={priceLists(state)} />
    </Page>
  );
}

interface SettingsProps {
  readonly state: PortalState;
  readonly calendar: ReactNode;
  readonly priceLists: ReactNode;
}

function Settings({ state, calendar, priceLists }: SettingsProps) {
  const { t } = useLingui();
  return (
    <Tabs defaultValue="role" activateTabWithKeyboard={false}>
      <Tabs.List>
        <Tabs.Tab value="role">{t`External case handler`}</Tabs.Tab>
        <Tabs.Tab value="manager">{t`Project manager`}</Tabs.Tab>
        <Tabs.Tab value="inspector">{t`Inspector`}</Tabs.Tab>
        <Tabs.Tab value="compensation">{t`Compensation`}</Tabs.Tab>
        <Tabs.Tab value="allocation">{t`Assigning tasks`}</Tabs.Tab>
        <Tabs.Tab value="plans">{t`Work plans`}</Tabs.Tab>
        <Tabs.Tab value="settlement">{t`Settlements with the customer`}</Tabs.Tab>
        <Tabs.Tab value="prices">{t`Price lists`}</Tabs.Tab>
        <Tabs.Tab value="calendar">{t`Hours and closed days`}</Tabs.Tab>
      </Tabs.List>
      <div className={classes.beside}>
        <div className={classes.setting}>
          <Tabs.Panel value="role">
            <RolePanel state={state} />
          </Tabs.Panel>
          <Tabs.Panel value="manager">
            <TaskRolePanel state={state} role={managerRole} />
          </Tabs.Panel>
          <Tabs.Panel value="inspector">
            <TaskRolePanel state={state} role={inspectorRole} />
          </Tabs.Panel>
          <Tabs.Panel value="compensation">
            <CompensationPanel state={state} />
          </Tabs.Panel>
          <Tabs.Panel value="allocation">
            <AllocationPanel state={state} />
          </Tabs.Panel>
          <Tabs.Panel value="plans">
            <WorkPlansPanel state={state} />
          </Tabs.Panel>
          <Tabs.Panel value="settlement">
            <SettlementPanel state={state} />
          </Tabs.Panel>
          <Tabs.Panel value="prices" keepMounted={false}>
            {priceLists}
          </Tabs.Panel>
          <Tabs.Panel value="calendar">{calendar}</Tabs.Panel>
        </div>
        <Panel title={t`What was set when`}>
          <RolesLog state={state} />
        </Panel>
      </div>
    </Tabs>
  );
}
