import { Plural } from '@lingui/react/macro';
import { Caution } from '../../../ui/caution.tsx';
import { approvalSum, leftOutWords, noInvoicesWords } from '../../../words/approval-words.ts';
import { listText } from '../../../words/figures.ts';
import classes from '../assign/assign-many.module.css';
import { leftOut, numbersOf, type PlannedTask } from './plan-approval.ts';

interface ApprovalDryRunProps {
  readonly plan: readonly PlannedTask[];
  /** Cases that are not on this computer any more. */
  readonly missing: number;
}

/** What would happen, before it does: how many of how many, and why not the others. */
export function ApprovalDryRun({ plan, missing }: ApprovalDryRunProps) {
  const possible = plan.filter(({ refusal }) => refusal === null).length;
  const withoutInvoice = plan.filter(({ lacksInvoice }) => lacksInvoice);
  return (
    <div className={classes.run} role="status">
      <p className={classes.sum}>
        <strong>{approvalSum(possible, plan.length)}</strong>
      </p>
      <ul className={classes.reasons}>
        {withoutInvoice.length > 0 && (
          <li>
            <Caution>{noInvoicesWords(withoutInvoice.length)}</Caution> <Numbers all={numbersOf(withoutInvoice)} />
          </li>
        )}
        {leftOut(plan).map(({ words, count, numbers }) => (
          <li key={words}>
            {leftOutWords(count)} {words} <Numbers all={numbers} />
          </li>
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

/** The numbers of cases, as many as are read at a glance. */
function Numbers({ all }: { readonly all: readonly string[] }) {
  const more = all.length - numbersShown;
  const shown = listText(all.slice(0, numbersShown));
  return (
    <span className={classes.numbers}>
      {more > 0 ? <Plural value={more} one={`${shown} and # more`} other={`${shown} and # more`} /> : shown}
    </span>
  );
}
