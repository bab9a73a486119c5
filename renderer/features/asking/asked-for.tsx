import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconCheck, IconHandStop } from '@tabler/icons-react';
import { asksOf, type Ask } from '../../../shared/domain/asking/ask.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { addresseeWords } from '../../words/asking/addressee-words.ts';
import { lackWords } from '../../words/asking/lack-words.ts';
import { momentText } from '../../words/figures.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { useCaseView } from '../case/frame.ts';
import classes from './asking.module.css';
import { GrantStep } from './grant-step.tsx';
import { isSettled } from './is-settled.ts';

/** What people asked for in this case: who, of whom, when, for what; and the way to where it is granted. */
export function AskedFor() {
  const view = useCaseView();
  const { t } = useLingui();
  const asks = asksOf(view.open.content.case).toReversed();
  if (asks.length === 0) return null;
  const settled = asks.filter((ask) => isSettled(ask, view));
  const waiting = asks.filter((ask) => !settled.includes(ask));
  return (
    <section className={classes.list} aria-label={t`Asked for`}>
      <h2 className={classes.title}>
        <Trans>Asked for</Trans>
      </h2>
      <Entries asks={waiting} settled={false} />
      {settled.length > 0 && (
        <details className={classes.settled}>
          <summary>
            <Plural value={settled.length} one="# is settled" other="# are settled" />
          </summary>
          <Entries asks={settled} settled />
        </details>
      )}
    </section>
  );
}

interface EntriesProps {
  readonly asks: readonly Ask[];
  readonly settled: boolean;
}

function Entries({ asks, settled }: EntriesProps) {
  return (
    <ul className={classes.entries}>
      {asks.map((ask) => (
        <li key={ask.id} className={classes.entry}>
          <Said ask={ask} />
          <Stand ask={ask} settled={settled} />
          {!settled && <GrantStep ask={ask} />}
        </li>
      ))}
    </ul>
  );
}

function Stand({ ask, settled }: { readonly ask: Ask; readonly settled: boolean }) {
  if (settled)
    return (
      <StateBadge tone="finished" icon={IconCheck}>
        <Trans>Settled</Trans>
      </StateBadge>
    );
  // Who is asked does not know of it yet.
  if (ask.receivedAt === null) return <WaitingMark since={ask.at} />;
  return (
    <StateBadge tone="near" icon={IconHandStop}>
      <Trans>Waits for an answer</Trans>
    </StateBadge>
  );
}

function Said({ ask }: { readonly ask: Ask }) {
  const { open } = useCaseView();
  const { standing, content } = open;
  const { by, of, lacks, wanted, note } = ask;
  const lack = lackWords({ ...lacks, wanted });
  const who = by.name;
  const whom = addresseeWords(of);
  const when = momentText(ask.at);
  const task = content.case.tasks.find(({ id }) => id === ask.task);
  const budget = content.case.budgets.find(({ id }) => id === ask.budget);
  const about = task ? taskTypeName(task.type, standing.settings) : budget?.description;
  return (
    <div className={classes.said}>
      <p>
        {by.member === standing.member ? (
          <Trans>
            You asked {whom} for {lack}.
          </Trans>
        ) : (
          <Trans>
            {who} asked {whom} for {lack}.
          </Trans>
        )}{' '}
        {note && <q>{note}</q>}
      </p>
      <p className={classes.line}>{[about, when].filter(Boolean).join(' · ')}</p>
      {of.passesOn && (
        <p className={classes.line}>
          <Trans>Only the operator of the portal can change it: {whom} passes it on.</Trans>
        </p>
      )}
    </div>
  );
}
