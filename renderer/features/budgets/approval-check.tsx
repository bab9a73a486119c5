import { Trans, useLingui } from '@lingui/react/macro';
import { IconZoomCheck } from '@tabler/icons-react';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import { unchecked } from '../../../shared/domain/budget/sampled.ts';
import { momentText } from '../../words/figures.ts';
import { ActionButton, useCaseView } from '../case/frame.ts';
import classes from './budgets-tab.module.css';

/** That an approval was drawn, and who has looked at it; the insurer says so here. */
export function ApprovalCheck({ budget }: { readonly budget: Budget }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { id, version, approvals } = budget;
  const checked = approvals.findLast((each) => each.checked)?.checked;
  const waits = unchecked(budget).length > 0;
  if (!waits && !checked) return null;
  if (!waits)
    return (
      <p className={classes.line}>
        {checked && t`Looked at for the insurer by ${checked.by.name}, ${momentText(checked.at)}`}
      </p>
    );
  return (
    <div className={classes.check}>
      <p className={classes.line}>
        <Trans>Drawn to be looked at by the insurer. The approval stands.</Trans>
      </p>
      {open.standing.side === 'insurer' && (
        <ActionButton
          command={{ name: 'check-approval', input: { budget: id, version } }}
          icon={<IconZoomCheck size={16} aria-hidden />}
        >
          <Trans>I have looked at it</Trans>
        </ActionButton>
      )}
    </div>
  );
}
