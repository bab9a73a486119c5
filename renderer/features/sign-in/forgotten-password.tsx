import { Anchor, Button, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { DeskAnswer } from '../../../shared/contract/desk-api.ts';
import { useDesk } from '../../bindings/contexts.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { focusFirst } from '../../ui/focus-first.ts';
import { isServerTrouble, serverTroubleWords } from '../../words/server-trouble-words.ts';
import { SignInFrame } from './sign-in-frame.tsx';
import classes from './sign-in.module.css';

interface ForgottenPasswordProps {
  readonly email: string;
  readonly mails: ReactNode;
  readonly onEmail: (email: string) => void;
  readonly onBack: () => void;
}

/** Asks the portal server for a mail with a link. The answer is the same whether or not the address is known there. */
export function ForgottenPassword({ email, mails, onEmail, onBack }: ForgottenPasswordProps) {
  const desk = useDesk();
  const { t } = useLingui();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<DeskAnswer | null>(null);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setAnswer(await desk.accounts.forgotPassword(email.trim()));
    setBusy(false);
  };
  if (answer?.ok) {
    return (
      <SignInFrame title={t`Look into your mail`}>
        <p className={classes.lead}>
          <Trans>
            If {email} belongs to somebody here, a link to set a new password is on its way. It works once and for a
            short time.
          </Trans>
        </p>
        {mails && <p className={classes.lead}>{mails}</p>}
        <p className={classes.lead}>
          <Trans>Changes on this computer that were not sent yet stay as they are.</Trans>
        </p>
        <div className={classes.buttons}>
          <Button onClick={onBack}>
            <Trans>Back to sign-in</Trans>
          </Button>
        </div>
      </SignInFrame>
    );
  }
  return (
    <SignInFrame title={t`Forgotten password`} lead={t`You get a link by mail to set a new one.`}>
      <form className={classes.form} onSubmit={(event) => void onSubmit(event)}>
        {answer && <MailTrouble answer={answer} />}
        <TextInput
          label={t`E-mail address`}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          ref={focusFirst}
          value={email}
          onChange={(event) => onEmail(event.currentTarget.value)}
        />
        <div className={classes.buttons}>
          <Anchor component="button" type="button" size="sm" onClick={onBack}>
            <Trans>Back to sign-in</Trans>
          </Anchor>
          <Button type="submit" loading={busy}>
            <Trans>Send the link</Trans>
          </Button>
        </div>
      </form>
    </SignInFrame>
  );
}

function MailTrouble({ answer }: { answer: Extract<DeskAnswer, { ok: false }> }) {
  const { t } = useLingui();
  const words = isServerTrouble(answer.reason) ? serverTroubleWords(answer.reason) : null;
  return (
    <ErrorState title={words?.title ?? t`The link could not be asked for`} detail={answer.detail}>
      {words?.next ?? <Trans>Try again in a moment.</Trans>}
    </ErrorState>
  );
}
