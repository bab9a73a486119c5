import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { OperatorHealth } from '../../../shared/contract/operator.ts';
import { MomentText } from '../../ui/moment-text.tsx';
import { fileSizeText } from '../../words/figures.ts';
import { Asked } from './asked.tsx';
import { clockWords } from './clock-words.ts';
import classes from './operator.module.css';
import { useHealth } from './use-operator-answers.ts';

/** Which portal server answers, and how it is. */
export function HealthFacts() {
  const { t } = useLingui();
  const { data, refetch } = useHealth();
  return (
    <Asked answer={data?.answer} working={t`Asking how the portal server is…`} onAgain={() => void refetch()}>
      {(health) => <Facts health={health} ahead={data?.ahead ?? 0} />}
    </Asked>
  );
}

function Facts({ health, ahead }: { readonly health: OperatorHealth; readonly ahead: number }) {
  const { t } = useLingui();
  const { version, protocol, store, engine, serverTime, startedAt, databaseBytes, hearsOthers, mailsWaiting } = health;
  return (
    <dl className={classes.facts}>
      <dt>{t`Version`}</dt>
      <dd>
        <Trans>
          {version}, protocol {protocol}
        </Trans>
      </dd>
      <dt>{t`Runs since`}</dt>
      <dd>
        <MomentText moment={startedAt} />
      </dd>
      <dt>{t`Its clock`}</dt>
      <dd>
        <MomentText moment={serverTime} /> · {clockWords(ahead)}
      </dd>
      <dt>{t`Database`}</dt>
      <dd>
        {engine === 'postgres' ? 'PostgreSQL' : 'SQLite'} · {fileSizeText(databaseBytes)}
      </dd>
      <dt>{t`Id of the database`}</dt>
      <dd>
        <code>{store}</code>
      </dd>
      <dt>{t`Other portal servers`}</dt>
      <dd>
        {hearsOthers
          ? t`Nothing is known to keep their changes from being told at once.`
          : t`Their changes are told late: the database passes no notifications on, as a pooler in transaction mode does. Whoever runs the server gives PORTAL_LISTEN_URL an address past it.`}
      </dd>
      <dt>{t`Mails about to go out`}</dt>
      <dd>
        <Plural value={mailsWaiting} _0="None" one="#" other="#" />
      </dd>
    </dl>
  );
}
