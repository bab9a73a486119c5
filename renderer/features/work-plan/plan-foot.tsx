import { Trans, useLingui } from '@lingui/react/macro';
import { workItemStates } from '../../../shared/domain/work-plan/work-plan.ts';
import { moneyText } from '../../words/figures.ts';
import { itemStateWords } from '../../words/work-plan/item-state-words.ts';
import type { PlanLine } from './plan-lines.ts';
import { sumOf, type PlanGroup } from './plan-rows.ts';
import classes from './plan.module.css';

interface PlanFootProps {
  readonly lines: readonly PlanLine[];
  readonly rooms: readonly PlanGroup[];
  readonly tasks: readonly PlanGroup[];
  readonly currency: string;
}

/** What the plan comes to: in all, by state, by room and by task. Who sees no values is told how many lines there are. */
export function PlanFoot({ lines, rooms, tasks, currency }: PlanFootProps) {
  const { t } = useLingui();
  const whole = moneyText({ amount: sumOf(lines), currency });
  const byState = workItemStates.map((state) => ({
    id: state,
    name: itemStateWords(state).word,
    of: lines.filter((line) => line.state === state),
  }));
  const within = (groups: readonly PlanGroup[], part: 'room' | 'task') =>
    groups.map(({ id, name }) => ({ id: id ?? '', name, of: lines.filter(({ content }) => content[part] === id) }));
  return (
    <footer className={classes.foot}>
      <p className={classes.whole}>
        <Trans>In all {whole}</Trans>
      </p>
      <Sums label={t`By state`} parts={byState} currency={currency} />
      <details className={classes.more}>
        <summary>
          <Trans>By room and task</Trans>
        </summary>
        <div className={classes.columns}>
          <Sums label={t`By room`} parts={within(rooms, 'room')} currency={currency} />
          <Sums label={t`By task`} parts={within(tasks, 'task')} currency={currency} />
        </div>
      </details>
    </footer>
  );
}

interface SumsProps {
  readonly label: string;
  readonly parts: readonly { readonly id: string; readonly name: string; readonly of: readonly PlanLine[] }[];
  readonly currency: string;
}

function Sums({ label, parts, currency }: SumsProps) {
  return (
    <dl className={classes.sums} aria-label={label}>
      {parts
        .filter(({ of }) => of.length > 0)
        .map(({ id, name, of }) => (
          <div key={id}>
            <dt>{`${name} (${of.length})`}</dt>
            <dd>{moneyText({ amount: sumOf(of), currency })}</dd>
          </div>
        ))}
    </dl>
  );
}
