import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowNarrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TargetState } from '../../../shared/domain/task/target.ts';
import { searchOf } from '../../bindings/case-search.ts';
import { actionWords } from '../../words/action-words.ts';
import { targetWords } from '../../words/target-words.ts';
import classes from './action-table.module.css';
import type { Count, CountRow } from './count-actions.ts';

const states: readonly TargetState[] = ['on-time', 'near', 'overdue'];

/** What is to be done, counted in cases; every number opens the list of exactly those cases. */
export function ActionTable({ rows }: { readonly rows: readonly CountRow[] }) {
  const { t } = useLingui();
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">
        <Trans>Cases with something to do, by what it is and how it stands with its target</Trans>
      </caption>
      <thead>
        <tr>
          <th scope="col" className={classes.what}>
            <Trans>To do</Trans>
          </th>
          <th scope="col">
            <Trans>Total</Trans>
          </th>
          {states.map((state) => (
            <StateHead key={state} state={state} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const name = actionWords(row.kind).row;
          return (
            <tr key={row.kind} data-kind={row.kind} data-empty={row.total.cases === 0}>
              <th scope="row" className={classes.what}>
                <span className={classes.name}>
                  <RowSign row={row} />{' '}
                  {row.total.cases > 0 ? (
                    <Link to="/cases" search={searchOf(row.total.filter)} className={classes.label}>
                      {name}
                    </Link>
                  ) : (
                    name
                  )}
                </span>
              </th>
              <NumberCell count={row.total} about={name} />
              {states.map((state) => {
                const { word } = targetWords(state);
                return <NumberCell key={state} count={row[state]} about={t`${name}, ${word}`} state={state} />;
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function StateHead({ state }: { readonly state: TargetState }) {
  const { word, icon: Sign } = targetWords(state);
  return (
    <th scope="col" data-state={state}>
      <span className={classes.state}>
        <Sign size={15} stroke={1.8} aria-hidden />
        {word}
      </span>
    </th>
  );
}

/** New roles have the red arrow of the case list: the company must name the user (seed). */
function RowSign({ row }: { readonly row: CountRow }) {
  const { t } = useLingui();
  if (row.kind === 'assign-role-user' && row.total.cases > 0) {
    return (
      <span className={classes.arrow} title={t`Your company must act`}>
        <IconArrowNarrowRight size={20} stroke={2.4} aria-hidden />
        <span className="visually-hidden">
          <Trans>Your company must act:</Trans>
        </span>
      </span>
    );
  }
  const Sign = actionWords(row.kind).icon;
  return <Sign size={18} stroke={1.6} aria-hidden className={classes.sign} />;
}

interface NumberCellProps {
  readonly count: Count;
  readonly about: string;
  readonly state?: TargetState;
}

function NumberCell({ count: { cases, filter }, about, state }: NumberCellProps) {
  const { t, i18n } = useLingui();
  const label = t`${plural(cases, { one: '# case', other: '# cases' })}: ${about}`;
  return (
    <td data-state={state} data-zero={cases === 0}>
      {/* Nothing lies behind a zero: no stop on the way through the table. */}
      {cases === 0 ? (
        <span className={classes.number}>{i18n.number(0)}</span>
      ) : (
        <Link to="/cases" search={searchOf(filter)} className={classes.number} aria-label={label}>
          {i18n.number(cases)}
        </Link>
      )}
    </td>
  );
}
