import { Trans } from '@lingui/react/macro';
import { IconFileInvoice, IconPlus } from '@tabler/icons-react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ActionButton, useCaseView } from '../case/frame.ts';
import { BegunNote } from './begun-note.tsx';
import { BudgetCard } from './budget-card.tsx';
import { budgetProbe } from './budget-tasks.ts';
import { latestFirst } from './latest-first.ts';
import { RefusedBudgets } from './refused-budgets.tsx';
import classes from './budgets-tab.module.css';

/** The budgets the viewer sees, with their versions and decisions. */
export function BudgetsTab() {
  const { open } = useCaseView();
  const { budgets } = open.content.case;
  const { standing } = open;
  const { side } = standing;
  return (
    <div className={classes.tab}>
      {side === 'partner' && (
        <div className={classes.bar}>
          <ActionButton
            command={budgetProbe(open, null, null)}
            dialog={{ kind: 'submit-budget', revises: null, task: null }}
            icon={<IconPlus size={16} aria-hidden />}
          >
            <Trans>Add budget for tasks…</Trans>
          </ActionButton>
        </div>
      )}
      <RefusedBudgets />
      {standing.settings.workPlans && <BegunNote />}
      {budgets.length === 0 && (
        <EmptyState icon={IconFileInvoice} title={<Trans>No budget yet</Trans>}>
          <Trans>A budget is entered once the time of a task is set.</Trans>
        </EmptyState>
      )}
      {latestFirst(budgets).map((budget) => (
        <BudgetCard key={budget.id} budget={budget} />
      ))}
    </div>
  );
}
