import { Button } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconChecks, IconRefresh } from '@tabler/icons-react';
import type { FailedJob, OperatorHealth } from '../../../shared/contract/operator.ts';
import { useWorkplace } from '../../bindings/contexts.ts';
import { createPortalClient } from '../../portal/portal-client.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MomentText } from '../../ui/moment-text.tsx';
import { Asked } from './asked.tsx';
import { jobKindWords } from './job-words.ts';
import { LastAttempt } from './last-attempt.tsx';
import classes from './operator.module.css';
import { useHealth } from './use-operator-answers.ts';
import { useSettled } from './use-settled.tsx';

/** What the portal server does in the background and could not do. */
export function FailedJobs() {
  const { t } = useLingui();
  const { data, refetch } = useHealth();
  return (
    <Asked answer={data?.answer} working={t`Asking for the work in the background…`} onAgain={() => void refetch()}>
      {(health) => <Jobs health={health} onChanged={() => void refetch()} />}
    </Asked>
  );
}

interface JobsProps {
  readonly health: OperatorHealth;
  readonly onChanged: () => void;
}

function Jobs({ health: { failedJobs, jobsFailed }, onChanged }: JobsProps) {
  const { t } = useLingui();
  const { session } = useWorkplace();
  const { note, tell } = useSettled(onChanged);
  const retry = async ({ kind, portal, subject }: FailedJob) => {
    const client = createPortalClient({ account: session.account });
    tell(await client.operator.retryJob({ kind, portal, subject }), t`It is tried again within a minute.`);
  };
  const more = jobsFailed - failedJobs.length;
  return (
    <>
      {note}
      {failedJobs.length === 0 ? (
        <EmptyState icon={IconChecks} title={t`Nothing fails in the background`}>
          <Trans>Reports, and what the portal server does by itself, stand here where they cannot be done.</Trans>
        </EmptyState>
      ) : (
        <ul className={classes.mails}>
          {failedJobs.map((job) => (
            <Job key={`${job.kind} ${job.portal} ${job.subject}`} job={job} onRetry={() => void retry(job)} />
          ))}
        </ul>
      )}
      {more > 0 && <Plural value={more} one="and # more" other="and # more" />}
    </>
  );
}

function Job({ job, onRetry }: { readonly job: FailedJob; readonly onRetry: () => void }) {
  const { t } = useLingui();
  const { kind, portalName, since, tries, lastTry, failure, givenUp } = job;
  const words = jobKindWords(kind);
  return (
    <li className={classes.mail}>
      <div className={classes.about}>
        <div className={classes.line}>
          <strong>{words}</strong>
          {portalName && <span className={classes.dimmed}>{portalName}</span>}
        </div>
        <div className={classes.remark}>
          <Trans>
            To be done since <MomentText moment={since} />,{' '}
            <Plural value={tries} one="tried once" other="tried # times" />
          </Trans>
          <LastAttempt lastTry={lastTry} givenUp={givenUp} failure={failure} />
        </div>
      </div>
      <div className={classes.buttons}>
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          aria-label={t`Try again now: ${words}`}
          onClick={onRetry}
        >
          <Trans>Try again now</Trans>
        </Button>
      </div>
    </li>
  );
}
