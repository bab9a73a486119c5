import { Trans } from '@lingui/react/macro';
import { IconHistory } from '@tabler/icons-react';
import type { LogEntry } from '../../../shared/domain/case/log-entry.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { fullMomentText, momentText } from '../../words/figures.ts';
import { loggedWords } from '../../words/logged-words.ts';
import { logWords } from '../../words/log-words.ts';
import { roleWords } from '../../words/role-words.ts';
import { useCaseView } from './case-view.ts';
import classes from './log-lines.module.css';

/** What happened in the case, or with a part of it, the latest first: who, as whom, what and when. */
export function LogLines({ of = isAny }: { readonly of?: (entry: LogEntry) => boolean }) {
  const { open } = useCaseView();
  const entries = open.content.log.filter(of).toReversed();
  if (entries.length === 0) return <EmptyState icon={IconHistory} title={<Trans>Nothing was logged yet.</Trans>} />;
  return (
    <ol className={classes.log}>
      {entries.map((entry) => (
        <Line key={entry.id} entry={entry} />
      ))}
    </ol>
  );
}

const isAny = (): boolean => true;

function Line({ entry }: { entry: LogEntry }) {
  const { open } = useCaseView();
  const { settings } = open.standing;
  const words = logWords(entry, settings);
  const role = roleWords(entry.as);
  const waits = open.waiting.some(({ command }) => command?.id === entry.command);
  return (
    <li className={classes.line} data-waiting={waits || undefined}>
      <time dateTime={entry.at} title={fullMomentText(entry.at)} className={classes.time}>
        {!waits && momentText(entry.at)}
      </time>
      <span className={classes.what}>
        {words.sentence}
        {words.typed && <q className={classes.typed}>{words.typed}</q>}
        {loggedWords(entry).map((changed) => (
          <span key={changed} className={classes.typed}>
            {changed}
          </span>
        ))}
      </span>
      <span className={classes.role}>
        {waits ? (
          <WaitingMark since={entry.at} />
        ) : (
          <>
            <role.icon size={14} aria-hidden />
            {role.word}
          </>
        )}
      </span>
    </li>
  );
}
