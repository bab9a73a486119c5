import { Button, Group, Modal, PasswordInput } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useDesk, useWorkplace } from '../../bindings/contexts.ts';
import { useSync } from '../../bindings/use-sync.ts';
import { SignInAlert } from './sign-in-alert.tsx';
import classes from './sign-in.module.css';
import { useAttempt, type SignInTrouble } from './use-attempt.ts';
import { useCountdown } from './use-countdown.ts';

/** The portal server ended the session: the password again, and everything goes on where it was. */
export function RenewSessionDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Sign in again`}
      size={420}
      centered
      closeButtonProps={{ 'aria-label': t`Later` }}
    >
      <RenewForm onClose={onClose} />
    </Modal>
  );
}

function RenewForm({ onClose }: { onClose: () => void }) {
  const desk = useDesk();
  const { t } = useLingui();
  const { session } = useWorkplace();
  const { state, syncNow } = useSync();
  const { busy, trouble, run } = useAttempt();
  const [password, setPassword] = useState('');
  const left = useCountdown(trouble, trouble?.retryAfterSeconds ?? 0);
  if (trouble?.reason === 'other-store') return <OtherStore trouble={trouble} onClose={onClose} />;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (left > 0) return;
    const answer = await run(() => desk.renewSession(password));
    if (!answer?.ok) return;
    onClose();
    void syncNow();
  };
  return (
    <form onSubmit={(event) => void onSubmit(event)}>
      <p style={{ marginTop: 0 }}>
        <Trans>The portal ended your session. You can go on working; sending and receiving needs your password.</Trans>{' '}
        <Plural
          value={state.waiting}
          _0=""
          one="# change waits and is sent then."
          other="# changes wait and are sent then."
        />
      </p>
      <div className={classes.form}>
        {trouble && <SignInAlert trouble={trouble} left={left} />}
        {/* Password managers look for the name that belongs to a password. */}
        <input type="email" autoComplete="username" value={session.email} readOnly hidden />
        <PasswordInput
          label={t`Password of ${session.email}`}
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password`, tabIndex: 0 }}
        />
      </div>
      <Group justify="flex-end" gap={8} mt={20}>
        <Button variant="default" onClick={onClose}>
          <Trans>Later</Trans>
        </Button>
        <Button type="submit" loading={busy} disabled={left > 0}>
          <Trans>Sign in</Trans>
        </Button>
      </Group>
    </form>
  );
}

/** The account belongs to the store it was made at: no password of the other one opens it. */
function OtherStore({ trouble, onClose }: { trouble: SignInTrouble; onClose: () => void }) {
  const desk = useDesk();
  return (
    <>
      <SignInAlert trouble={trouble} />
      <p>
        <Trans>
          You can go on reading here, and export what was not sent from the outbox. To work at the other server, switch
          the account and sign in there.
        </Trans>
      </p>
      <Group justify="flex-end" gap={8} mt={20}>
        <Button variant="default" onClick={onClose}>
          <Trans>Later</Trans>
        </Button>
        <Button onClick={() => void desk.accounts.leave()}>
          <Trans>Switch account</Trans>
        </Button>
      </Group>
    </>
  );
}
