import { Button, Group, Modal } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SignOutAnswer } from '../../../shared/contract/desk-api.ts';
import { useDesk, useWorkplace } from '../../bindings/contexts.ts';
import { useDialogs } from './dialogs.ts';

type Blocked = Extract<SignOutAnswer, { ok: false }>;

/** Signing out, or why it has to wait: work that is not sent would otherwise be locked away. */
export function SignOutDialog() {
  const { t } = useLingui();
  const { open, close } = useDialogs();
  const [blocked, setBlocked] = useState<Blocked | null>(null);
  const [exported, setExported] = useState(false);
  const leave = () => {
    setBlocked(null);
    setExported(false);
    close();
  };
  return (
    <Modal
      opened={open === 'sign-out'}
      onClose={leave}
      title={blocked ? t`Not everything is sent yet` : t`Sign out?`}
      size={460}
      centered
      closeButtonProps={{ 'aria-label': t`Cancel` }}
    >
      {blocked ? (
        <UnsentWork
          blocked={blocked}
          onExported={() => {
            setExported(true);
            setBlocked(null);
          }}
          onLeave={leave}
        />
      ) : (
        <Ask exported={exported} onBlocked={setBlocked} onLeave={leave} />
      )}
    </Modal>
  );
}

interface AskProps {
  /** The user has just put what is not sent into a file. */
  readonly exported: boolean;
  readonly onBlocked: (blocked: Blocked) => void;
  readonly onLeave: () => void;
}

function Ask({ exported, onBlocked, onLeave }: AskProps) {
  const desk = useDesk();
  const { session } = useWorkplace();
  const [busy, setBusy] = useState(false);
  const signOut = async () => {
    setBusy(true);
    const answer = await desk.accounts.signOut();
    setBusy(false);
    if (!answer.ok) onBlocked(answer);
  };
  return (
    <>
      {exported && (
        <p style={{ marginTop: 0 }} role="status">
          <Trans>
            Exported. The changes stay here as well, locked, and are sent after the next sign-in of {session.name}.
          </Trans>
        </p>
      )}
      <Trans>
        What is kept on this computer for {session.name} is locked; the password opens it again. Somebody else can sign
        in meanwhile.
      </Trans>
      <Group justify="flex-end" gap={8} mt={20}>
        <Button variant="default" onClick={onLeave}>
          <Trans>Cancel</Trans>
        </Button>
        <Button loading={busy} onClick={() => void signOut()} data-autofocus>
          <Trans>Sign out</Trans>
        </Button>
      </Group>
    </>
  );
}

interface UnsentWorkProps {
  readonly blocked: Blocked;
  readonly onExported: () => void;
  readonly onLeave: () => void;
}

/** What stands in the way, with a way to each of it. */
function UnsentWork({ blocked, onExported, onLeave }: UnsentWorkProps) {
  const desk = useDesk();
  const { t } = useLingui();
  const [failed, setFailed] = useState(false);
  const saveAll = async () => {
    const answer = await desk.journal.export();
    if (answer.ok) onExported();
    else setFailed(answer.reason !== 'cancelled');
  };
  const held = blocked.waiting + blocked.blocked;
  return (
    <>
      <p style={{ marginTop: 0 }}>
        <Trans>
          Signing out waits until everything is sent, exported or discarded. Nothing is thrown away by itself.
        </Trans>
      </p>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {held > 0 && (
          <li>
            <Link to="/outbox" onClick={onLeave}>
              <Plural value={held} one="# change in the outbox" other="# changes in the outbox" />
            </Link>
          </li>
        )}
        {blocked.refused > 0 && (
          <li>
            <Link to="/refusals" onClick={onLeave}>
              <Plural value={blocked.refused} one="# refusal not read yet" other="# refusals not read yet" />
            </Link>
          </li>
        )}
      </ul>
      {failed && <p role="alert">{t`The file could not be written.`}</p>}
      <Group justify="flex-end" gap={8} mt={20}>
        <Button variant="default" onClick={() => void saveAll()}>
          <Trans>Export…</Trans>
        </Button>
        <Button variant="default" onClick={() => void desk.accounts.leave()}>
          <Trans>Switch account, keep it all</Trans>
        </Button>
        <Button onClick={onLeave} data-autofocus>
          <Trans>Stay signed in</Trans>
        </Button>
      </Group>
    </>
  );
}
