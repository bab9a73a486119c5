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
  /** Not even a former password opens it. */
  readonly keyGone: boolean;
}

/** What is kept does not open: the former password opens it, or it is put aside; it is never deleted. */
export function KeysLost({ email, password, unreadable, keyGone }: KeysLostProps) {
  const desk = useDesk();
  const { t } = useLingui();
  const { busy, trouble, run } = useAttempt();
  const [asking, setAsking] = useState(false);
  const locked = signInWords('keys-lost');
  return (
    <div className={classes.form}>
      <ErrorState title={keyGone ? t`The key to what is kept on this computer is missing` : locked.title}>
        {keyGone ? (
          <Trans>
            Its file is gone or damaged. Your IT department may have it in a backup: it is put back while Partner Desk
            is closed.
          </Trans>
        ) : (
          locked.next
        )}{' '}
        <Plural
          value={unreadable}
          _0=""
          one="Up to # change that the portal may not have is locked with it."
          other="Up to # changes that the portal may not have are locked with it."
        />
      </ErrorState>
      {trouble && trouble.reason !== 'keys-lost' && <SignInAlert trouble={trouble} />}
      {keyGone ? (
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => setAsking(true)}>
            <Trans>Go on without it…</Trans>
          </Button>
        </div>
      ) : (
        <FormerPassword
          busy={busy}
          isWrong={trouble?.reason === 'keys-lost'}
          onUnlock={(previousPassword) => void run(() => desk.accounts.signIn({ email, password, previousPassword }))}
          onWithout={() => setAsking(true)}
        />
      )}
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
          one="Up to # change that was not sent stays on this computer, locked, and is not sent. Everything else is fetched from the portal again."
          other="Up to # changes that were not sent stay on this computer, locked, and are not sent. Everything else is fetched from the portal again."
        />
      </ConfirmDialog>
    </div>
  );
}

interface FormerPasswordProps {
  readonly busy: boolean;
  readonly isWrong: boolean;
  readonly onUnlock: (previousPassword: string) => void;
  readonly onWithout: () => void;
}

function FormerPassword({ busy, isWrong, onUnlock, onWithout }: FormerPasswordProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onUnlock(typed);
  };
  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <PasswordInput
        label={t`Former password`}
        description={t`The one you used on this computer before.`}
        autoComplete="off"
        ref={focusFirst}
        required
        withAsterisk={false}
        value={typed}
        error={isWrong && t`This password does not open it either.`}
        onChange={(event) => setTyped(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password`, tabIndex: 0 }}
      />
      <div className={classes.buttons}>
        <Anchor component="button" type="button" size="sm" onClick={onWithout}>
          <Trans>Go on without it…</Trans>
        </Anchor>
        <Button type="submit" loading={busy}>
          <Trans>Unlock and sign in</Trans>
        </Button>
      </div>
    </form>
  );
}
