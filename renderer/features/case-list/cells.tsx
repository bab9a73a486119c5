import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconArrowNarrowRight, IconClock, IconMail } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { RowFacts } from '../../../shared/domain/case/list-filter.ts';
import { needsAction } from '../../../shared/domain/dashboard/actions.ts';
import type { Moment } from '../../../shared/domain/moment.ts';
import { targetState } from '../../../shared/domain/task/target.ts';
import type { SortColumn } from '../../bindings/case-search.ts';
import { actionWords } from '../../words/action-words.ts';
import { briefMomentText, deadlineText, fullMomentText } from '../../words/figures.ts';
import { dueText, targetWords } from '../../words/target-words.ts';
import classes from './case-grid.module.css';
import { nextTarget } from './next-target.ts';
import { TaskChips } from './task-chips.tsx';

/** What a cell shows: the row, the clock, and how many of its commands wait. */
export interface CellProps {
  readonly facts: RowFacts;
  readonly now: Moment;
  readonly waiting: number;
}

/** One cell's content for each column. */
export const cells: Readonly<Record<SortColumn, (props: CellProps) => ReactNode>> = {
  action: ActionArrow,
  number: Numbers,
  insurer: ({ facts }) => <Wrapped>{facts.standing.portalName}</Wrapped>,
  site: Site,
  damage: ({ facts }) => <Wrapped>{facts.row.cause}</Wrapped>,
  role: Role,
  tasks: ({ facts }) => <TaskChips tasks={facts.row.tasks} settings={facts.standing.settings} />,
  target: NextTarget,
  unread: Unread,
  changed: Changed,
};

/** The red arrow: the viewer's company must act (seed). What has to be done is said to screen readers and on hover. */
function ActionArrow({ facts }: CellProps) {
  const { t } = useLingui();
  if (!needsAction(facts.actions)) return null;
  const kinds = new Set(facts.actions.map(({ kind }) => kind).filter((kind) => kind !== 'ongoing'));
  const what = [...kinds].map((kind) => actionWords(kind).one).join(', ');
  const label = t`Action required: ${what}`;
  return (
    <span className={classes.arrow} title={label}>
      <IconArrowNarrowRight size={20} stroke={2.4} aria-hidden />
      <span className="visually-hidden">{label}</span>
    </span>
  );
}

function Numbers({ facts: { row }, waiting }: CellProps) {
  const { t } = useLingui();
  const second = row.state === 'closed' ? t`${row.claimNumber} · closed` : row.claimNumber;
  return (
    <span className={classes.numbers}>
      <span className={classes.lines}>
        <span className={classes.first}>{row.number}</span>{' '}
        <span className={classes.second} title={second}>
          {second}
        </span>
      </span>
      {waiting > 0 && <WaitingCount waiting={waiting} />}
    </span>
  );
}

/** How many commands about the case the portal has not confirmed yet: dashed, with a clock. */
export function WaitingCount({ waiting }: { readonly waiting: number }) {
  const { t } = useLingui();
  return (
    <span className={classes.waiting} title={t`Waiting for the portal`}>
      <IconClock size={13} aria-hidden />
      <span aria-hidden>{waiting}</span>
      <span className="visually-hidden">
        <Plural value={waiting} one="# change waits for the portal" other="# changes wait for the portal" />
      </span>
    </span>
  );
}

function Site({ facts: { row } }: CellProps) {
  return <TwoLines first={row.city} second={row.street} />;
}

function Role({ facts: { row, actions } }: CellProps) {
  if (!row.role) return null;
  const { officeName, user } = row.role;
  if (user) return <TwoLines first={officeName} second={user.name} />;
  const ours = actions.some(({ kind }) => kind === 'assign-role-user');
  return (
    <span className={classes.lines}>
      <Line>{officeName}</Line>{' '}
      {ours ? (
        <span className={classes.assign}>
          <Trans>Assign user</Trans>
          <IconArrowNarrowRight size={14} stroke={2.4} aria-hidden />
        </span>
      ) : (
        <span className={classes.second}>
          <Trans>No user yet</Trans>
        </span>
      )}
    </span>
  );
}

function NextTarget({ facts, now }: CellProps) {
  const next = nextTarget(facts);
  if (!next) return null;
  const { word, icon: Sign, tone } = targetWords(targetState(next.target, now));
  const about = next.kind ? `${actionWords(next.kind).one}, ${word}` : word;
  const zone = facts.standing.settings.timeZone;
  return (
    <span
      className={classes.target}
      data-tone={next.ours ? tone : 'others'}
      title={`${about} · ${deadlineText(next.target.due, zone)}`}
    >
      <Sign size={15} stroke={1.8} aria-hidden />
      <span className="visually-hidden">{word}:</span> {dueText(next.target.due, now)}
    </span>
  );
}

function Unread({ facts: { unread } }: CellProps) {
  if (unread === 0) return null;
  return (
    <span className={classes.unread}>
      <IconMail size={14} stroke={1.8} aria-hidden />
      <span aria-hidden>{unread}</span>
      <span className="visually-hidden">
        <Plural value={unread} one="# unread message" other="# unread messages" />
      </span>
    </span>
  );
}

function Changed({ facts: { row }, now }: CellProps) {
  return (
    <time className={classes.changed} dateTime={row.changedAt} title={fullMomentText(row.changedAt)}>
      {briefMomentText(row.changedAt, now)}
    </time>
  );
}

function TwoLines({ first, second }: { readonly first: string; readonly second: string }) {
  return (
    <span className={classes.lines}>
      <Line>{first}</Line>{' '}
      <span className={classes.second} title={second}>
        {second}
      </span>
    </span>
  );
}

/** Two lines, cut where they do not fit. */
function Wrapped({ children }: { readonly children: string }) {
  return (
    <span className={classes.wrapped} title={children}>
      {children}
    </span>
  );
}

/** One line, cut where it does not fit. The whole text is the title: a tooltip of our own in each cell would cost a frame. */
function Line({ children }: { readonly children: string }) {
  return (
    <span className={classes.first} title={children}>
      {children}
    </span>
  );
}
