import { Anchor } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useServerChoice } from '../bindings/use-server-choice.ts';
import { useServerState } from '../bindings/use-server-state.ts';
import { AcceptStore } from '../features/connection/accept-store.tsx';
import { isFree, ManagedServer, ServerName } from '../features/connection/managed-server.tsx';
import { PolicyNote } from '../features/connection/policy-note.tsx';
import { ServerForm } from '../features/connection/server-form.tsx';
import { ResetDemo } from '../features/demo/reset-demo.tsx';
import { SignInFrame } from '../features/sign-in/sign-in-frame.tsx';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Working } from '../ui/working.tsx';

/** The sign-in window: who, and at which server. */
export function SignedOut() {
  const { t } = useLingui();
  const { choice, setChoice } = useServerChoice();
  // Asked for at once: the desk tells only who listens already that the server is starting.
  const server = useServerState();
  const [changing, setChanging] = useState(false);
  if (!choice) return <SignInFrame title={t`Sign in`}>{null}</SignInFrame>;
  if (changing) {
    return (
      <SignInFrame
        title={t`Connect to a portal server`}
        foot={
          <Anchor component="button" type="button" size="xs" onClick={() => setChanging(false)}>
            <Trans>Back to sign-in</Trans>
          </Anchor>
        }
      >
        <div style={{ marginTop: 20 }}>
          {isFree(choice) ? (
            <ServerForm
              choice={choice}
              onChosen={(chosen) => {
                setChoice(chosen);
                setChanging(false);
              }}
            />
          ) : (
            <ManagedServer choice={choice} />
          )}
        </div>
      </SignInFrame>
    );
  }
  return (
    <SignInPage
      key={choice.address}
      demo={choice.demoAccounts}
      acceptStore={(store, onAccepted) => (
        <AcceptStore address={choice.address} store={store} onAccepted={onAccepted} />
      )}
      note={
        <>
          <PolicyNote choice={choice} />
          {choice.address === 'embedded' && <EmbeddedNote server={server} hasDemo={choice.demoAccounts.length > 0} />}
        </>
      }
      demoAge={<ResetDemo onlyOld />}
      demoToCome={choice.address === 'embedded' && server?.state === 'starting' && <EmbeddedStarting />}
      foot={
        <>
          <span>
            <ServerName address={choice.address} />
          </span>
          <span aria-hidden>·</span>
          <Anchor component="button" type="button" size="xs" fz={12} onClick={() => setChanging(true)}>
            {isFree(choice) ? <Trans>Change server</Trans> : <Trans>About this server</Trans>}
          </Anchor>
        </>
      }
    />
  );
}

/** The portal server inside the app needs a moment, longer when it makes its demo the first time. */
function EmbeddedStarting() {
  return (
    <Working>
      <Trans>The portal server on this computer is starting. The first time it makes its demo.</Trans>
    </Working>
  );
}

interface EmbeddedNoteProps {
  readonly server: ReturnType<typeof useServerState>;
  readonly hasDemo: boolean;
}

function EmbeddedNote({ server, hasDemo }: EmbeddedNoteProps) {
  const { t } = useLingui();
  if (server?.state === 'down') {
    return (
      <ErrorState title={t`The portal server on this computer does not run`} detail={server.detail}>
        <Trans>Start Partner Desk again. What is kept on this computer can be opened meanwhile.</Trans>
      </ErrorState>
    );
  }
  if (server?.state !== 'up' || hasDemo) return null;
  return (
    <p role="status">
      <Trans>
        The portal server on this computer was started without its demo, so there is nobody to look around as. Start
        Partner Desk with --demo for that, or choose the portal server you work at.
      </Trans>
    </p>
  );
}
