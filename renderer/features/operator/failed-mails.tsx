import { Button } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconMailCheck, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { FailedMail, MailDeed, OperatorHealth } from '../../../shared/contract/operator.ts';
import { useWorkplace } from '../../bindings/contexts.ts';
import { createPortalClient } from '../../portal/portal-client.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MomentText } from '../../ui/moment-text.tsx';
import { Asked } from './asked.tsx';
import { LastAttempt } from './last-attempt.tsx';
import { mailFailureWords, mailKindWords } from './mail-words.ts';
import classes from './operator.module.css';
import { useHealth } from './use-operator-answers.ts';
import { useSettled } from './use-settled.tsx';

/** Mails that did not go out: why, and what can be done with each. */
export function FailedMails() {
  const { t } = useLingui();
  const { data, refetch } = useHealth();
  return (
    <Asked answer={data?.answer} working={t`Asking for the mails…`} onAgain={() => void refetch()}>
      {(health) => <Mails health={health} onChanged={() => void refetch()} />}
    </Asked>
  );
}

interface MailsProps {
  readonly health: OperatorHealth;
  readonly onChanged: () => void;
}

function Mails({ health: { failedMails, mailsFailed }, onChanged }: MailsProps) {
  const { t } = useLingui();
  const { session } = useWorkplace();
  const [discarding, setDiscarding] = useState<FailedMail | null>(null);
  const { note, tell } = useSettled(onChanged);
  const settle = async ({ id, to }: FailedMail, deed: MailDeed) => {
    const words =
      deed === 'retry' ? t`The mail to ${to} is tried again within seconds.` : t`The mail to ${to} is discarded.`;
    tell(await createPortalClient({ account: session.account }).operator.settleMail(id, deed), words);
  };
  const more = mailsFailed - failedMails.length;
  return (
    <>
      {note}
      {failedMails.length === 0 ? (
        <EmptyState icon={IconMailCheck} title={t`No mail is held up`}>
          <Trans>A mail that cannot be sent stands here, with the reason.</Trans>
        </EmptyState>
      ) : (
        <ul className={classes.mails}>
          {failedMails.map((mail) => (
            <Mail
              key={mail.id}
              mail={mail}
              onRetry={() => void settle(mail, 'retry')}
              onDiscard={() => setDiscarding(mail)}
            />
          ))}
        </ul>
      )}
      {more > 0 && <Plural value={more} one="and # more" other="and # more" />}
      <ConfirmDialog
        opened={discarding !== null}
        title={t`Discard this mail?`}
        confirm={t`Discard mail`}
        cancel={t`Keep it`}
        destructive
        onClose={() => setDiscarding(null)}
        onConfirm={() => {
          if (discarding) void settle(discarding, 'discard');
          setDiscarding(null);
        }}
      >
        <Trans>
          {discarding?.to ?? ''} will never get it. What it tells is in the app all the same, but for a link to a new
          password.
        </Trans>
      </ConfirmDialog>
    </>
  );
}

interface MailProps {
  readonly mail: FailedMail;
  readonly onRetry: () => void;
  readonly onDiscard: () => void;
}

function Mail({ mail, onRetry, onDiscard }: MailProps) {
  const { t } = useLingui();
  const { to, kind, portal, since, tries, lastTry, failure, givenUp } = mail;
  return (
    <li className={classes.mail}>
      <div className={classes.about}>
        <div className={classes.line}>
          <strong>{to}</strong>
          <span>{mailKindWords(kind)}</span>
          {portal && <span className={classes.dimmed}>{portal}</span>}
        </div>
        <div className={classes.remark}>{mailFailureWords(failure)}</div>
        <div className={classes.remark}>
          <Trans>
            Written <MomentText moment={since} />, <Plural value={tries} one="tried once" other="tried # times" />
          </Trans>
          <LastAttempt lastTry={lastTry} givenUp={givenUp} failure={failure} />
        </div>
      </div>
      <div className={classes.buttons}>
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          aria-label={t`Try again now: ${to}`}
          onClick={onRetry}
        >
          <Trans>Try again now</Trans>
        </Button>
        <Button variant="subtle" color="gray" aria-label={t`Discard: ${to}`} onClick={onDiscard}>
          <Trans>Discard…</Trans>
        </Button>
      </div>
    </li>
  );
}
