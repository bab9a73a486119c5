import { SegmentedControl } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { authorityGroups } from '../../../shared/domain/rights/authority-groups.ts';
import { effectiveRights, type EffectiveRight } from '../../../shared/domain/rights/effective-rights.ts';
import { authorityGroupWords } from '../../words/authority-words.ts';
import type { Asked } from './asked.ts';
import classes from './effective-rights.module.css';
import { RightRow } from './right-row.tsx';

type Shown = 'all' | 'yes' | 'no';

/** Every authority there is with its answer, the sixteen rights first; a filter leaves the yes or the no. */
export function RightsList({ asked }: { readonly asked: Asked }) {
  const { t } = useLingui();
  const [shown, setShown] = useState<Shown>('all');
  const all = effectiveRights(asked.standing, asked.subject);
  const count = (which: Shown) => narrowed(all, which).length;
  const [every, yes, no] = [count('all'), count('yes'), count('no')];
  const left = narrowed(all, shown);
  return (
    <>
      <SegmentedControl
        aria-label={t`Which are shown`}
        value={shown}
        onChange={setShown}
        data={[
          { value: 'all', label: t`All ${every}` },
          { value: 'yes', label: t`Yes ${yes}` },
          { value: 'no', label: t`No ${no}` },
        ]}
      />
      {left.length === 0 && (
        <p className={classes.none}>
          {shown === 'yes' ? (
            <Trans>There is nothing that may be done.</Trans>
          ) : (
            <Trans>There is no such answer.</Trans>
          )}
        </p>
      )}
      {authorityGroups.map(({ group, authorities }) => {
        const rows = left.filter(({ authority }) => authorities.some((each) => each === authority));
        if (rows.length === 0) return null;
        return (
          <section key={group} className={classes.group} aria-labelledby={`rights-${group}`}>
            <h2 id={`rights-${group}`} className={classes.heading}>
              {authorityGroupWords(group)}
            </h2>
            <ul className={classes.rows}>
              {rows.map((right) => (
                <RightRow key={right.authority} right={right} asked={asked} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

/** Where the answers differ from task to task, those that are asked for are left. */
function narrowed(all: readonly EffectiveRight[], shown: Shown): readonly EffectiveRight[] {
  if (shown === 'all') return all;
  return all
    .map((right) => ({
      ...right,
      answers: right.answers.filter(({ verdict }) => verdict.allowed === (shown === 'yes')),
    }))
    .filter(({ answers }) => answers.length > 0);
}
