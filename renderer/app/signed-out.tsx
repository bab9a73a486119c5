import { Anchor } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { demoAddress, ownAddress } from '../../shared/contract/desk-places.ts';
import { useDesk } from '../bindings/contexts.ts';
import { useServerChoice } from '../bindings/use-server-choice.ts';
import { useServerState } from '../bindings/use-server-state.ts';
import { AcceptStore } from '../features/connection/accept-store.tsx';
import { isFree, ManagedServer, ServerName } from '../features/connection/managed-server.tsx';
import { PolicyNote } from '../features/connection/policy-note.tsx';
import { ServerForm } from '../features/connection/server-form.tsx';
import { ResetDemo } from '../features/demo/reset-demo.tsx';
import { SetUpPage } from '../features/set-up/set-up-page.tsx';
import { ShowMails } from '../features/set-up/show-mails.tsx';
import { WaysIn } from '../features/set-up/ways-in.tsx';
import { DemoPeople } from '../features/sign-in/demo-people.tsx';
import { SignInFrame } from '../features/sign-in/sign-in-frame.tsx';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';
import { DemoStarting, InsideNote, OwnStarting } from './inside-note.tsx';

/** The window before anybody is signed in: the first start's ways in, the set-up, which server, or who. */
export function SignedOut() {
  const desk = useDesk();
  const { t } = useLingui();
  const { choice, setChoice } = useServerChoice();
  const known = useQuery({ queryKey: ['known-accounts'], queryFn: () => desk.accounts.known(), gcTime: 0 });
  // Asked for at once: the desk tells only who listens already that the server is starting.
  const server = useServerState(choice?.address);
  const [changing, setChanging] = useState<'any' | 'remote' | null>(null);
  const [settingUp, setSettingUp] = useState(false);
  if (!choice || known.isPending) return <SignInFrame title={t`Sign in`}>{null}</SignInFrame>;
  const isFirst = choice.decidedBy === 'default' && known.data?.length === 0;
  const note = (
    <>
      <PolicyNote choice={choice} />
      <InsideNote server={server} />
    </>
  );
  const change = (
    <Anchor component="button" type="button" size="xs" fz={12} onClick={() => setChanging('any')}>
      {isFree(choice) ? <Trans>Change server</Trans> : <Trans>About this server</Trans>}
    </Anchor>
  );
  if (changing) {
    return (
      <SignInFrame
        title={t`Connect to a portal server`}
        foot={
          <Anchor component="button" type="button" size="xs" onClick={() => setChanging(null)}>
            {isFirst ? <Trans>Back</Trans> : <Trans>Back to sign-in</Trans>}
          </Anchor>
        }
      >
        <div style={{ marginTop: 20 }}>
          {isFree(choice) ? (
            <ServerForm
              choice={choice}
              remote={changing === 'remote'}
              onChosen={(chosen) => {
                setChoice(chosen);
                setChanging(null);
              }}
            />
          ) : (
            <ManagedServer choice={choice} />
          )}
        </div>
      </SignInFrame>
    );
  }
  if (choice.address === ownAddress && (choice.isEmpty || settingUp)) {
    return <SetUpPage onMaking={() => setSettingUp(true)} onDone={() => setSettingUp(false)} wayOut={change} />;
  }
  if (choice.address === ownAddress && server?.state === 'starting' && known.data?.length === 0)
    return <OwnStarting server={server} />;
  const demoToCome = choice.address === demoAddress && server?.state === 'starting' && <DemoStarting server={server} />;
  if (isFirst) {
    return (
      <WaysIn
        note={note}
        demo={choice.demoAccounts.length > 0 ? <DemoPeople accounts={choice.demoAccounts} /> : demoToCome}
        onSetUp={() => void desk.server.choose(ownAddress).then(setChoice)}
        onConnect={() => setChanging('remote')}
      />
    );
  }
  return (
    <SignInPage
      key={choice.address}
      demo={choice.demoAccounts}
      acceptStore={(store, onAccepted) => (
        <AcceptStore address={choice.address} store={store} onAccepted={onAccepted} />
      )}
      note={note}
      mails={choice.address === ownAddress && <ShowMails />}
      demoAge={<ResetDemo onlyOld />}
      demoToCome={demoToCome}
      foot={
        <>
          <span>
            <ServerName address={choice.address} />
          </span>
          <span aria-hidden>·</span>
          {change}
        </>
      }
    />
  );
}
