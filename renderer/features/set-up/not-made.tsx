import { Trans, useLingui } from '@lingui/react/macro';
import type { SetUpAnswer } from '../../../shared/contract/set-up.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { passwordWords } from '../../words/password-words.ts';

/** Why the portal was not made, and what is to be done. */
export function NotMade({ answer }: { readonly answer: Extract<SetUpAnswer, { ok: false }> }) {
  const { t } = useLingui();
  if (answer.reason === 'password') {
    return (
      <ErrorState title={t`The password is not taken`}>
        {passwordWords(answer.fault)} <Trans>Go back to the first step and choose another one.</Trans>
      </ErrorState>
    );
  }
  if (answer.reason === 'not-empty') {
    return (
      <ErrorState title={t`The portal on this computer is set up already`}>
        <Trans>Nothing was changed. Start Partner Desk again to sign in at it.</Trans>
      </ErrorState>
    );
  }
  return (
    <ErrorState title={t`The portal could not be made`} detail={answer.detail ?? answer.reason}>
      <Trans>
        Nothing half made is kept, and what you typed is still here: try again. If it stays so, start Partner Desk
        again; only the password has to be typed anew.
      </Trans>
    </ErrorState>
  );
}
