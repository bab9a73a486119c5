import { Trans } from '@lingui/react/macro';
import { draftKey, useCaseView, useDraft } from '../case/frame.ts';
import { budgetDraftSchema, emptyBudget } from './budget-draft.ts';
import classes from './budgets-tab.module.css';

const nothingTyped = emptyBudget(null, null);

/** Where the portal uses work plans by now: a simple budget that was begun is kept, and cannot be sent. */
export function BegunNote() {
  const { open } = useCaseView();
  const { restored } = useDraft(draftKey(open, 'budget/new'), nothingTyped, budgetDraftSchema);
  const name = open.standing.portalName;
  if (!restored) return null;
  return (
    <p className={classes.none}>
      <Trans>
        {name} uses work plans by now. The budget that you had begun cannot be sent; what you typed is kept, in case
        that changes.
      </Trans>
    </p>
  );
}
