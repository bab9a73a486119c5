import { Plural } from '@lingui/react/macro';
import { approvalSum, leftOutWords } from '../../../words/approval-words.ts';
import { listText } from '../../../words/figures.ts';
import classes from '../assign/assign-many.module.css';
import { leftOut, type LeftOut, type PlannedTask } from './plan-approval.ts';

interface ApprovalDryRunProps {
  readonly plan: readonly PlannedTask[];
  /** Cases that are not on this computer any more. */
  readonly missing: number;
}

/** What would happen, before it does: how many of how many, and why not the others. */
export function ApprovalDryRun({ plan, missing }: ApprovalDryRunProps) {
  const possible = plan.filter(({ refusal }) => refusal === null).length;
  return (
    <div className={classes.run} role="status">
      <p className={classes.sum}>
        <strong>{approvalSum(possible, plan.length)}</strong>
      </p>
      <ul className={classes.reasons}>
        {leftOut(plan).map((each) => (
          <Reason key={each.words} {...each} />
        ))}
        {missing > 0 && (
          <li>
            <Plural
              value={missing}
              one="# case is not on this computer any more."
              other="# cases are not on this computer any more."
            />
          </li>
        )}
      </ul>
    </div>
  );
}

const numbersShown = 4;

function Reason({ words, count, numbers }: LeftOut) {
  const more = numbers.length - numbersShown;
  const shown = listText(numbers.slice(0, numbersShown));
  return (
    <li>
      {leftOutWords(count)} {words}{' '}
      <span className={classes.numbers}>
        {more > 0 ? <Plural value={more} one={`${shown} and # more`} other={`${shown} and # more`} /> : shown}
      </span>
    </li>
  );
}
