import { Button, Switch } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconRefresh } from '@tabler/icons-react';
import { useWorkplace } from '../../bindings/contexts.ts';
import { useOfflineUntil } from '../../bindings/use-offline-until.ts';
import { useSync } from '../../bindings/use-sync.ts';
import { useWorkOffline } from '../../bindings/use-work-offline.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { MomentText } from '../../ui/moment-text.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import classes from './connection.module.css';
import { LastRound } from './last-round.tsx';
import { PortalsTable } from './portals-table.tsx';
import { ReachBadge } from './reach-badge.tsx';
import { ServerSection } from './server-section.tsx';

/** Where the connection stands, what is kept here, and what can be done about both. */
export function ConnectionPage({ onSignInAgain }: { onSignInAgain: () => void }) {
  const { t } = useLingui();
  const { session } = useWorkplace();
  const { state, syncNow } = useSync();
  const offlineUntil = useOfflineUntil();
  return (
    <Page
      title={t`Connection`}
      width="reading"
      actions={
        <ReasonButton
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          loading={state.syncing}
          reason={
            state.reach === 'on-purpose' ? t`You chose to work offline. Switch that off to send and receive.` : null
          }
          onClick={() => void syncNow()}
        >
          <Trans>Send and receive now</Trans>
        </ReasonButton>
      }
    >
      <div>
        <Panel title={t`Portal server`} actions={<ReachBadge reach={state.reach} />}>
          {state.reach === 'signed-out' && <SignInAgain onSignInAgain={onSignInAgain} />}
          <LastRound state={state} />
          <dl className={classes.facts}>
            <dt>{t`Signed in as`}</dt>
            <dd>
              {session.name} · {session.email}
            </dd>
            <dt>{t`Last complete answer`}</dt>
            <dd>{state.asOf ? <MomentText moment={state.asOf} /> : t`None yet`}</dd>
            <dt>{t`Opens without the portal`}</dt>
            <dd>
              <Trans>
                until <MomentText moment={offlineUntil} />, {session.offlineDays} days after the last answer
              </Trans>
            </dd>
          </dl>
          <WorkOffline />
        </Panel>
        <Panel title={t`Kept on this computer`}>
          <PortalsTable />
        </Panel>
        <ServerSection />
      </div>
    </Page>
  );
}

function SignInAgain({ onSignInAgain }: { onSignInAgain: () => void }) {
  const { t } = useLingui();
  return (
    <ErrorState
      title={t`The portal ended your session`}
      action={
        <Button onClick={onSignInAgain}>
          <Trans>Sign in again</Trans>
        </Button>
      }
    >
      <Trans>Nothing is lost: what waits is sent once you have signed in again.</Trans>
    </ErrorState>
  );
}

/** Offline on purpose: nothing is sent or fetched until it is switched off. */
function WorkOffline() {
  const { t } = useLingui();
  const [onPurpose, setOnPurpose] = useWorkOffline();
  return (
    <Switch
      mt={16}
      label={t`Work offline`}
      description={t`Nothing is sent or received until you switch this off.`}
      checked={onPurpose}
      onChange={(event) => setOnPurpose(event.currentTarget.checked)}
    />
  );
}
