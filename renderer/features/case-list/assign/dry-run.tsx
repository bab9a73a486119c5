import { Plural, Trans } from '@lingui/react/macro';
import type { MemberEntry } from '../../../../shared/domain/office/directory.ts';
import { listText } from '../../../words/figures.ts';
import classes from './assign-many.module.css';
import { leftOut, type LeftOut, type Planned } from './plan-assignment.ts';
import { useRolesHeld } from './user-aside.tsx';

interface DryRunProps {
  readonly plan: readonly Planned[];
  readonly asked: number;
  readonly user: MemberEntry | null;
}

/** What would happen, before it does: how many of how many, why not the others, and what the user has then. */
export function DryRun({ plan, asked, user }: DryRunProps) {
  const held = useRolesHeld(plan[0]?.open.key.portal ?? null, user?.id ?? null);
  const fates = plan.flatMap(({ fate }) => (fate.kind === 'assigned' ? [fate] : []));
  const above = fates.reduce((sum, fate) => sum + (fate.above ?? 0), 0);
  const then = held + fates.length;
  const possible = fates.length;
  const gone = asked - plan.length;
  return (
    <div className={classes.run} role="status">
      {user === null ? (
        <Trans>Choose a user to see in how many of the cases that is possible.</Trans>
      ) : (
        <>
          <p className={classes.sum}>
            <strong>
              <Plural value={asked} one={`${possible} of # case`} other={`${possible} of # cases`} />
            </strong>
          </p>
          <ul className={classes.reasons}>
            {leftOut(plan).map((each) => (
              <Reason key={each.words ?? 'has-user'} {...each} />
            ))}
            {gone > 0 && (
              <li>
                <Plural
                  value={gone}
                  one="# case is not on this computer any more."
                  other="# cases are not on this computer any more."
                />
              </li>
            )}
          </ul>
          <p>
            <Plural
              value={above}
              _0="No waiting budget of these cases lies above the limit, as far as budgets are shown to you."
              one="# waiting budget lies above the limit: the insurer will have to decide on it."
              other="# waiting budgets lie above the limit: the insurer will have to decide on them."
            />
          </p>
          <p>
            <Plural
              value={then}
              one={`Has the role in ${held} open cases now, in # then.`}
              other={`Has the role in ${held} open cases now, in # then.`}
            />
          </p>
        </>
      )}
    </div>
  );
}

const numbersShown = 4;

function Reason({ words, numbers }: LeftOut) {
  const more = numbers.length - numbersShown;
  const shown = listText(numbers.slice(0, numbersShown));
  return (
    <li>
      <Plural value={numbers.length} one="# is left out:" other="# are left out:" />{' '}
      {words ?? <Trans>Somebody has the role already. Change it in the case.</Trans>}{' '}
      <span className={classes.numbers}>
        {more > 0 ? <Plural value={more} one={`${shown} and # more`} other={`${shown} and # more`} /> : shown}
      </span>
    </li>
  );
}
