import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';
import type { Task } from '../../../shared/domain/task/task.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { listText, momentText, portalTimesText, reportedText } from '../../words/figures.ts';
import { statusWords } from '../../words/status-words.ts';
import { taskKindWords, taskTypeName } from '../../words/task-words.ts';
import { ActionsOfTask, TargetBadge, useCaseView, waitingFor } from '../case/frame.ts';
import { SaidOfTask } from './inquiry.tsx';
import { isViewersTurn, nextActor } from './next-actor.ts';
import { StartedFact } from './started-fact.tsx';
import classes from './task-list.module.css';

interface TaskRowProps {
  readonly task: Task;
  readonly unfolded: boolean;
  readonly onToggle: () => void;
}

/** A task: code and word, office and people, target; unfolded also who acts next and what can be done. */
export function TaskRow({ task, unfolded, onToggle }: TaskRowProps) {
  const view = useCaseView();
  const { open } = view;
  const id = useId();
  const words = statusWords(task);
  const kind = taskKindWords(task.kind);
  const waits = waitingFor(open, task.revision);
  const office = open.directory.offices.find((each) => each.id === task.office)?.name;
  const turn = isViewersTurn(view, task);
  const tone = words.tone === 'quiet' && turn ? 'act' : words.tone;
  const Fold = unfolded ? IconChevronDown : IconChevronRight;
  return (
    <li className={classes.row} data-waiting={waits ? true : undefined} data-unfolded={unfolded || undefined}>
      <button type="button" className={classes.line} aria-expanded={unfolded} aria-controls={id} onClick={onToggle}>
        <kind.icon size={16} stroke={1.75} aria-hidden className={classes.sign} />
        <span className={classes.text}>
          <span className={classes.name}>{taskTypeName(task.type, open.standing.settings)}</span>
          <span className={classes.office}>
            {[office, ...task.responsibles.map((each) => each.name)].filter(Boolean).join(' · ')}
          </span>
        </span>
        <span className={classes.marks}>
          <StateBadge tone={tone} icon={words.icon}>
            {words.code} {words.word}
          </StateBadge>
          {task.target && task.status !== 'A' && open.content.case.state === 'open' && (
            <TargetBadge target={task.target} />
          )}
        </span>
        <Fold size={14} aria-hidden className={classes.fold} />
      </button>
      {waits && (
        <div className={classes.waits}>
          <WaitingMark since={waits.since} />
        </div>
      )}
      {unfolded && (
        <div id={id} className={classes.details}>
          <Details task={task} />
          <div className={classes.actions}>
            <ActionsOfTask task={task} />
          </div>
        </div>
      )}
    </li>
  );
}

function Details({ task }: { task: Task }) {
  const view = useCaseView();
  const { open } = view;
  const { t } = useLingui();
  const words = statusWords(task);
  const { timeZone } = open.standing.settings;
  const { next } = words;
  const actor = nextActor(view, task);
  const people = listText(task.responsibles.map((each) => each.name));
  const start = task.plannedStart && momentText(task.plannedStart);
  const end = task.plannedEnd && momentText(task.plannedEnd);
  const there = task.plannedStart && task.plannedEnd && portalTimesText(task.plannedStart, task.plannedEnd, timeZone);
  const since = reportedText(task.since, timeZone);
  const back = task.sentBack;
  return (
    <>
      <p>{words.sentence}</p>
      <dl className={classes.facts}>
        {actor && next && (
          <>
            <dt>
              <Trans>Next</Trans>
            </dt>
            <dd>{t`${actor}: ${next}`}</dd>
          </>
        )}
        {people !== '' && (
          <>
            <dt>
              <Trans>Responsible</Trans>
            </dt>
            <dd>{people}</dd>
          </>
        )}
        {start && end && (
          <>
            <dt>
              <Trans>Time</Trans>
            </dt>
            <dd>
              {t`${start} to ${end}`}
              {there && <div className={classes.there}>{there}</div>}
            </dd>
          </>
        )}
        <StartedFact task={task} />
        <dt>
          <Trans>Since</Trans>
        </dt>
        <dd>{since}</dd>
      </dl>
      <SaidOfTask task={task} />
      {back && (
        <p className={classes.back}>
          <Trans>Sent back by {back.by.name}:</Trans> <q>{back.reason}</q>
        </p>
      )}
    </>
  );
}
