import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Moment } from '../../../shared/domain/moment.ts';
import { targetState } from '../../../shared/domain/task/target.ts';
import { Panel } from '../../ui/page.tsx';
import { actionWords } from '../../words/action-words.ts';
import { deadlineText } from '../../words/figures.ts';
import { dueText, targetWords } from '../../words/target-words.ts';
import classes from './due-next-list.module.css';
import type { DueLine } from './due-next.ts';

interface DueNextListProps {
  readonly lines: readonly DueLine[];
  readonly now: Moment;
  readonly severalInsurers: boolean;
}

/** What is due next, one line a case; a click opens it. */
export function DueNextList({ lines, now, severalInsurers }: DueNextListProps) {
  return (
    <Panel title={<Trans>Due next</Trans>}>
      {lines.length === 0 ? (
        <p className={classes.none}>
          <Trans>Nothing with a target is waiting for you.</Trans>
        </p>
      ) : (
        <ol className={classes.list}>
          {lines.map((line) => (
            <li key={`${line.facts.row.portal}/${line.facts.row.id}`}>
              <Line line={line} now={now} severalInsurers={severalInsurers} />
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Line({ line: { facts, action }, now, severalInsurers }: Omit<DueNextListProps, 'lines'> & { line: DueLine }) {
  const { t } = useLingui();
  const { row, standing } = facts;
  const { word, icon: Sign, tone } = targetWords(targetState(action.target, now));
  const due = deadlineText(action.target.due, standing.settings.timeZone);
  return (
    <Link to="/cases/$portal/$case" params={{ portal: row.portal, case: row.id }} className={classes.line}>
      <span className={classes.what}>{actionWords(action.kind).one}</span>{' '}
      <span className={classes.due} data-tone={tone} title={t`${word} · ${due}`}>
        <Sign size={15} stroke={1.8} aria-hidden />
        <span className="visually-hidden">{word}:</span> {dueText(action.target.due, now)}
      </span>{' '}
      <span className={classes.where}>
        {row.number} · {row.city}
        {severalInsurers && ` · ${standing.portalName}`}
      </span>
    </Link>
  );
}
