import { Anchor, Button, Group, PasswordInput, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { KnownAccount } from '../../../shared/contract/desk-api.ts';
import { useDesk } from '../../bindings/contexts.ts';
import { focusFirst } from '../../ui/focus-first.ts';
import { isServerTrouble } from '../../words/server-trouble-words.ts';
import { KeysLost } from './keys-lost.tsx';
import { SignInAlert } from './sign-in-alert.tsx';
import classes from './sign-in.module.css';
import { useAttempt } from './use-attempt.ts';
import { useCountdown } from './use-countdown.ts';

interface SignInFormProps {
  /** Whoever was chosen from the known accounts. */
  readonly account: KnownAccount | null;
  readonly email: string;
  readonly onEmail: (email: string) => void;
  readonly onForgotten: () => void;
  /** Another store answers: what lets the user say that it is right. */
  readonly acceptStore: AcceptStoreAction;
}

/** A way to say that another store is right, and what then follows. */
export type AcceptStoreAction = (store: string, onAccepted: () => void) => ReactNode;

/** E-mail address and password. Without the portal server the same password opens what is kept on this computer. */
export function SignInForm({ account, email, onEmail, onForgotten, acceptStore }: SignInFormProps) {
  const desk = useDesk();
  const { t } = useLingui();
  const { busy, trouble, run, clear } = useAttempt();
  const [password, setPassword] = useState('');
  const [first] = useState(email === '' ? 'email' : 'password');
  const left = useCountdown(trouble, trouble?.retryAfterSeconds ?? 0);
  const online = () => run(() => desk.accounts.signIn({ email: email.trim(), password }));
  const onOtherEmail = (typed: string) => {
    // Somebody else does not wait for wrong passwords of this one.
    if (trouble?.reason === 'slow-down') clear();
    onEmail(typed);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (left === 0) void online();
  };
  if (trouble?.reason === 'keys-lost') {
    const { unreadable = 0, keyGone = false } = trouble;
    return <KeysLost email={email.trim()} password={password} unreadable={unreadable} keyGone={keyGone} />;
  }
  const otherStore = trouble?.reason === 'other-store' && trouble.detail !== undefined ? trouble.detail : null;
  const canOpenOffline = account !== null && trouble !== null && isServerTrouble(trouble.reason);
  return (
    <form className={classes.form} onSubmit={onSubmit}>
      {trouble && (
        <SignInAlert
          trouble={trouble}
          left={left}
          action={
            (otherStore !== null || canOpenOffline) && (
              <Group gap={8}>
                {otherStore !== null && acceptStore(otherStore, () => void online())}
                {canOpenOffline && (
                  <Button
                    variant="default"
                    onClick={() => void run(() => desk.accounts.signInOffline({ account: account.id, password }))}
                  >
                    <Trans>Open offline</Trans>
                  </Button>
                )}
              </Group>
            )
          }
        />
      )}
      <TextInput
        label={t`E-mail address`}
        type="email"
        name="email"
        autoComplete="username"
        required
        withAsterisk={false}
        ref={first === 'email' ? focusFirst : undefined}
        value={email}
        onChange={(event) => onOtherEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={t`Password`}
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        ref={first === 'password' ? focusFirst : undefined}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password`, tabIndex: 0 }}
      />
      <div className={classes.buttons}>
        <Anchor component="button" type="button" size="sm" onClick={onForgotten}>
          <Trans>Forgotten password?</Trans>
        </Anchor>
        <Button type="submit" loading={busy} disabled={left > 0}>
          <Trans>Sign in</Trans>
        </Button>
      </div>
    </form>
  );
}
