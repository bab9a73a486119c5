import { ActionIcon } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowNarrowRight, IconUserShield, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RowFacts } from '../../../shared/domain/case/list-filter.ts';
import type { Action } from '../../../shared/domain/dashboard/actions.ts';
import type { Moment } from '../../../shared/domain/moment.ts';
import { targetState } from '../../../shared/domain/task/target.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { actionWords } from '../../words/action-words.ts';
import { dayText, momentText, moneyText } from '../../words/figures.ts';
import { statusWords } from '../../words/status-words.ts';
import { dueText, targetWords } from '../../words/target-words.ts';
import { taskKindWords, taskTypeName } from '../../words/task-words.ts';
import { WaitingCount } from './cells.tsx';
import classes from './peek-panel.module.css';

interface PeekPanelProps {
  readonly facts: RowFacts;
  readonly now: Moment;
  readonly waiting: number;
  readonly onClose: () => void;
}

/** A look at a case beside the list: what it is, who has the role, what is to be done. */
export function PeekPanel({ facts, now, waiting, onClose }: PeekPanelProps) {
  const { t } = useLingui();
  const { row, standing } = facts;
  return (
    <aside className={classes.panel} aria-label={t`Case ${row.number}`}>
      <div className={classes.head}>
        <div className={classes.titles}>
          <h2 className={classes.title}>{row.number}</h2>
          <p className={classes.place}>
            {[row.street, `${row.postalCode} ${row.city}`.trim()].filter(Boolean).join(', ')}
          </p>
        </div>
        {waiting > 0 && <WaitingCount waiting={waiting} />}
        <ActionIcon aria-label={t`Close`} title={t`Close (Esc)`} onClick={onClose}>
          <IconX size={16} stroke={1.8} aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes.body}>
        <Role facts={facts} />
        <Actions facts={facts} now={now} />
        <Tasks facts={facts} />
        <dl className={classes.facts}>
          <Fact name={t`Insurer`}>{standing.portalName}</Fact>
          <Fact name={t`Claim`}>{row.claimNumber}</Fact>
          <Fact name={t`Damage`}>{row.cause}</Fact>
          <Fact name={t`Loss`}>{dayText(row.lossDate)}</Fact>
          <Fact name={t`Changed`}>{momentText(row.changedAt)}</Fact>
        </dl>
      </div>
      <footer className={classes.foot}>
        <Link to="/cases/$portal/$case" params={{ portal: row.portal, case: row.id }} className={classes.open}>
          <Trans>Open the case</Trans>
          <IconArrowNarrowRight size={16} aria-hidden />
        </Link>
      </footer>
    </aside>
  );
}

function Role({ facts: { row, actions } }: { readonly facts: RowFacts }) {
  const { role } = row;
  if (!role) return null;
  const ours = actions.some(({ kind }) => kind === 'assign-role-user');
  return (
    <section className={classes.part}>
      <h3 className={classes.name}>
        <IconUserShield size={15} stroke={1.8} aria-hidden />
        <Trans>External case handler</Trans>
      </h3>
      <p className={classes.text}>
        {role.officeName}
        {role.user && ` · ${role.user.name}`}
      </p>
      {!role.user && (
        <p className={ours ? classes.assign : classes.quiet}>
          {ours && <IconArrowNarrowRight size={16} stroke={2.4} aria-hidden />}
          {ours ? <Trans>A user has to be assigned</Trans> : <Trans>No user yet</Trans>}
        </p>
      )}
      <p className={classes.quiet}>
        <Trans>since {momentText(role.since)}</Trans>
      </p>
    </section>
  );
}

function Actions({ facts, now }: { readonly facts: RowFacts; readonly now: Moment }) {
  if (facts.actions.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3 className={classes.name}>
        <Trans>To do</Trans>
      </h3>
      <ul className={classes.list}>
        {facts.actions.toSorted(byDue).map(({ kind, task, target }) => (
          <li key={`${kind}/${task}/${target?.due}`} className={classes.line}>
            <span className={classes.text}>
              {actionWords(kind).one}
              {task && <span className={classes.quiet}> {nameOfTask(facts, task)}</span>}
            </span>
            {target && <Due target={target} now={now} />}
          </li>
        ))}
        {facts.row.budgets.map((budget) => (
          <li key={budget.id} className={classes.quiet}>
            <Trans>
              Budget of {moneyText({ amount: budget.amount, currency: facts.standing.settings.currency })} waits
            </Trans>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Due({ target, now }: { readonly target: NonNullable<Action['target']>; readonly now: Moment }) {
  const { tone, icon, word } = targetWords(targetState(target, now));
  return (
    <StateBadge tone={tone} icon={icon}>
      <span className="visually-hidden">{word}:</span> {dueText(target.due, now)}
    </StateBadge>
  );
}

function Tasks({ facts: { row, standing } }: { readonly facts: RowFacts }) {
  if (row.tasks.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3 className={classes.name}>
        <Trans>Tasks</Trans>
      </h3>
      <ul className={classes.list}>
        {row.tasks.map((task) => {
          const { word, tone, icon } = statusWords(task);
          const Sign = taskKindWords(task.kind).icon;
          return (
            <li key={task.id} className={classes.line}>
              <span className={classes.text}>
                <Sign size={15} stroke={1.6} aria-hidden /> {taskTypeName(task.type, standing.settings)}
              </span>
              <StateBadge tone={tone} icon={icon}>
                {task.status} {word}
              </StateBadge>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function nameOfTask({ row, standing }: RowFacts, id: string): string {
  const task = row.tasks.find((each) => each.id === id);
  return task ? taskTypeName(task.type, standing.settings) : '';
}

/** What is due first on top; what has no target last. */
function byDue(one: Action, other: Action): number {
  const [due, otherDue] = [one.target?.due ?? '~', other.target?.due ?? '~'];
  if (due === otherDue) return 0;
  return due < otherDue ? -1 : 1;
}
