import { Trans, useLingui } from '@lingui/react/macro';
import { keyNotReadable } from '../../shared/contract/desk-places.ts';
import type { useServerState } from '../bindings/use-server-state.ts';
import { SignInFrame } from '../features/sign-in/sign-in-frame.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Working } from '../ui/working.tsx';

type ServerState = ReturnType<typeof useServerState>;

/** The portal server inside the app needs a moment, longer when it makes its demo the first time. */
export function DemoStarting({ server }: { readonly server: ServerState }) {
  // What is upgraded is told by the note.
  if (server?.upgrade) return null;
  return (
    <Working>
      <Trans>The portal server on this computer is starting. The first time it makes its demo.</Trans>
    </Working>
  );
}

/** The own one says whether it is to be set up or signed in at once it runs. */
export function OwnStarting({ server }: { readonly server: ServerState }) {
  const { t } = useLingui();
  return (
    <SignInFrame title={t`Portal server on this computer`}>
      {server?.upgrade ? (
        <Upgrading upgrade={server.upgrade} />
      ) : (
        <Working>
          <Trans>The portal server on this computer is starting.</Trans>
        </Working>
      )}
    </SignInFrame>
  );
}

function Upgrading({
  upgrade: { done, total },
}: {
  readonly upgrade: { readonly done: number; readonly total: number };
}) {
  const { i18n } = useLingui();
  const [made, all] = [i18n.number(done), i18n.number(total)];
  return (
    <Working>
      <Trans>
        The portal on this computer is being upgraded: {made} of {all} cases. It is needed once, after an update.
      </Trans>
    </Working>
  );
}

/** Why the chosen portal server inside the app does not run, where it does not, or takes its time. */
export function InsideNote({ server }: { readonly server: ServerState }) {
  const { t } = useLingui();
  if (server?.upgrade) return <Upgrading upgrade={server.upgrade} />;
  if (server?.state !== 'down') return null;
  if (server.detail === keyNotReadable) {
    return (
      <ErrorState title={t`The portal on this computer is locked`} detail={server.detail}>
        <Trans>
          The key store of this computer does not give its key. Nothing was deleted: unlock the key store, or sign in to
          the computer as the one who set the portal up, and start Partner Desk again.
        </Trans>
      </ErrorState>
    );
  }
  return (
    <ErrorState title={t`The portal server on this computer does not run`} detail={server.detail}>
      <Trans>Start Partner Desk again. What is kept on this computer can be opened meanwhile.</Trans>
    </ErrorState>
  );
}
