import { Anchor, Button, PasswordInput } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useDesk } from '../../bindings/contexts.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { focusFirst } from '../../ui/focus-first.ts';
import { signInWords } from '../../words/sign-in-words.ts';
import { SignInAlert } from './sign-in-alert.tsx';
import classes from './sign-in.module.css';
import { useAttempt } from './use-attempt.ts';

interface KeysLostProps {
  readonly email: string;
  readonly password: string;
  /** Commands in the journal that could not be opened. */
  readonly unreadable: number;
}

/** After a password reset: the former password opens what is kept, or it is put aside; it is never deleted. */
export function KeysLost({ email, password, unreadable }: KeysLostProps) {
  const desk = useDesk();
  const { t } = useLingui();
  const { busy, trouble, run } = useAttempt();
  const [previousPassword, setPrevious] = useState('');
  const [asking, setAsking] = useState(false);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void run(() => desk.accounts.signIn({ email, password, previousPassword }));
  };
  const { title, next } = signInWords('keys-lost');
  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <ErrorState title={title}>
        {next}{' '}
        <Plural
          value={unreadable}
          _0=""
          one="# change that the portal does not have yet is among it."
          other="# changes that the portal does not have yet are among it."
        />
      </ErrorState>
      {trouble && trouble.reason !== 'keys-lost' && <SignInAlert trouble={trouble} />}
      <PasswordInput
        label={t`Former password`}
        description={t`The one you used on this computer before.`}
        autoComplete="off"
        ref={focusFirst}
        required
        withAsterisk={false}
        value={previousPassword}
        error={trouble?.reason === 'keys-lost' && t`This password does not open it either.`}
        onChange={(event) => setPrevious(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password`, tabIndex: 0 }}
      />
      <div className={classes.buttons}>
        <Anchor component="button" type="button" size="sm" onClick={() => setAsking(true)}>
          <Trans>Go on without it</Trans>
        </Anchor>
        <Button type="submit" loading={busy}>
          <Trans>Unlock and sign in</Trans>
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        title={t`Go on without what is locked?`}
        confirm={t`Put it aside and sign in`}
        cancel={t`Cancel`}
        destructive
        busy={busy}
        onClose={() => setAsking(false)}
        onConfirm={() => void run(() => desk.accounts.signIn({ email, password, setAside: true }))}
      >
        <Plural
          value={unreadable}
          _0="Everything is fetched from the portal again."
          one="# change that was not sent stays on this computer, locked, and is not sent. Everything else is fetched from the portal again."
          other="# changes that were not sent stay on this computer, locked, and are not sent. Everything else is fetched from the portal again."
        />
      </ConfirmDialog>
    </form>
  );
}
