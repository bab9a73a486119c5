import { SegmentedControl, Switch } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DeskSettings } from '../../../shared/contract/desk-api.ts';
import { demoAddress, ownAddress } from '../../../shared/contract/desk-places.ts';
import { useSingleKeys } from '../../bindings/single-keys.ts';
import { useWorkplace } from '../../bindings/contexts.ts';
import { useOfflineUntil } from '../../bindings/use-offline-until.ts';
import { useSettings } from '../../bindings/use-settings.ts';
import { useWorkOffline } from '../../bindings/use-work-offline.ts';
import { DayText } from '../../ui/moment-text.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { AboutApp } from './about-app.tsx';
import classes from './settings.module.css';

interface SettingsPageProps {
  /** When portals and offices work. */
  readonly calendar: ReactNode;
  /** Stands where the portal server inside the app has a demo. */
  readonly demo: ReactNode;
}

/** What can be set on this computer, and of portals and offices by who may. */
export function SettingsPage({ calendar, demo }: SettingsPageProps) {
  const { t } = useLingui();
  const { session } = useWorkplace();
  const offlineUntil = useOfflineUntil();
  return (
    <Page title={t`Settings`} width="reading">
      <div>
        <Panel title={t`Look`}>
          <Theme />
          <Density />
          <Navigation />
        </Panel>
        <Panel title={t`Keyboard`}>
          <SingleKeys />
        </Panel>
        <Panel title={t`Connection`}>
          <WorkOffline />
          <Setting label={t`Portal server`}>
            <span>
              <Where address={session.address} /> ·{' '}
              <Link to="/connection" className={classes.link}>
                <Trans>Open Connection</Trans>
              </Link>
            </span>
          </Setting>
          <Setting label={t`Days without the portal`}>
            <span>
              <Trans>
                What is kept here opens for {session.offlineDays} days without the portal, now until{' '}
                <DayText moment={offlineUntil} />.
              </Trans>
            </span>
          </Setting>
        </Panel>
        <Panel title={t`Working hours and closed days`}>{calendar}</Panel>
        {session.embedded && <Panel title={t`Demo`}>{demo}</Panel>}
        <Panel title={t`About Partner Desk`}>
          <AboutApp />
        </Panel>
      </div>
    </Page>
  );
}

function Where({ address }: { address: string }) {
  if (address === demoAddress) return <Trans>On this computer (demo)</Trans>;
  if (address === ownAddress) return <Trans>On this computer</Trans>;
  return new URL(address).host;
}

function Theme() {
  const { t } = useLingui();
  const { settings, change } = useSettings();
  return (
    <Setting label={t`Theme`}>
      <SegmentedControl
        aria-label={t`Theme`}
        value={settings.theme}
        onChange={(theme: DeskSettings['theme']) => void change({ theme })}
        data={[
          { value: 'system', label: t`As the computer` },
          { value: 'light', label: t`Light` },
          { value: 'dark', label: t`Dark` },
        ]}
      />
    </Setting>
  );
}

function Density() {
  const { t } = useLingui();
  const { settings, change } = useSettings();
  return (
    <Setting label={t`Lines of lists`}>
      <SegmentedControl
        aria-label={t`Lines of lists`}
        value={settings.density}
        onChange={(density: DeskSettings['density']) => void change({ density })}
        data={[
          { value: 'compact', label: t`Compact` },
          { value: 'normal', label: t`Normal` },
        ]}
      />
    </Setting>
  );
}

function Navigation() {
  const { t } = useLingui();
  const { settings, change } = useSettings();
  return (
    <Setting label={t`Navigation`}>
      <SegmentedControl
        aria-label={t`Navigation`}
        value={settings.navigation}
        onChange={(navigation: DeskSettings['navigation']) => void change({ navigation })}
        data={[
          { value: 'open', label: t`Signs and words` },
          { value: 'folded', label: t`Signs only` },
        ]}
      />
    </Setting>
  );
}

function SingleKeys() {
  const { t } = useLingui();
  const { on, choose } = useSingleKeys();
  return (
    <Switch
      label={t`Shortcuts of single keys`}
      description={t`G then D for the dashboard, / to filter, X and U in the case list, ? for all of them. Off, they never get in the way of dictation or other aids.`}
      checked={on}
      onChange={(event) => choose(event.currentTarget.checked)}
    />
  );
}

function WorkOffline() {
  const { t } = useLingui();
  const [onPurpose, setOnPurpose] = useWorkOffline();
  return (
    <Switch
      mb={12}
      label={t`Work offline`}
      description={t`Nothing is sent or received until you switch this off.`}
      checked={onPurpose}
      onChange={(event) => setOnPurpose(event.currentTarget.checked)}
    />
  );
}

function Setting({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.setting}>
      <span className={classes.label}>{label}</span>
      {children}
    </div>
  );
}
