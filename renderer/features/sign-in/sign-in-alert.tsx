import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ErrorState } from '../../ui/error-state.tsx';
import { signInWords } from '../../words/sign-in-words.ts';
import classes from './sign-in.module.css';
import type { SignInTrouble } from './use-attempt.ts';

interface SignInAlertProps {
  readonly trouble: SignInTrouble;
  /** Seconds until the next attempt. */
  readonly left?: number;
  readonly action?: ReactNode;
}

/** Why signing in did not work. */
export function SignInAlert({ trouble, left = 0, action }: SignInAlertProps) {
  const { title, next } = signInWords(trouble.reason);
  const minutes = Math.floor(left / 60);
  const seconds = String(left % 60).padStart(2, '0');
  return (
    <ErrorState title={title} detail={trouble.reason === 'other-store' ? undefined : trouble.detail} action={action}>
      {next}
      {left > 0 && (
        <div className={classes.countdown} role="timer" aria-live="off">
          <Trans>
            {minutes}:{seconds} left
          </Trans>
        </div>
      )}
    </ErrorState>
  );
}
