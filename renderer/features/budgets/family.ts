import { t } from '@lingui/core/macro';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import type { BudgetId, TaskId } from '../../../shared/domain/ids.ts';
import { moneyLock, readRefusal, stepsOfTasks, type Family } from '../case/frame.ts';
import { BudgetDecision } from './budget-decision.tsx';
import { BudgetForm } from './budget-form.tsx';
import { BudgetsApproval } from './budgets-approval.tsx';
import { budgetsWanted } from './budgets-wanted.ts';
import { BudgetsTab } from './budgets-tab.tsx';
import { checkSteps } from './check-steps.ts';
import { CostControlTab } from './cost-control-tab.tsx';
import { decisionSteps } from './decision-steps.ts';
import type { DecisionWay } from './decision-way.ts';
import { RecallDialog } from './recall-dialog.tsx';
import { taskActions } from './task-actions.tsx';

declare module '../case/family.ts' {
  interface CaseDialogs {
    'submit-budget': { readonly revises: BudgetId | null; readonly task: TaskId | null };
    'decide-budget': { readonly budget: BudgetId; readonly way?: DecisionWay };
    'approve-budgets': { readonly budgets: readonly BudgetId[] };
    'recall-budget': Pick<Budget, 'version'> & { readonly budget: BudgetId };
  }
}

/** The budgets of a case, and what it costs. */
export const budgets = {
  name: 'budgets',
  tabs: [
    {
      id: 'budgets',
      order: 20,
      label: () => t`Budgets`,
      lock: moneyLock,
      wants: budgetsWanted,
      count: ({ content }) => content.case.budgets.length,
      Panel: BudgetsTab,
    },
    {
      id: 'cost-control',
      order: 30,
      wide: true,
      label: () => t`Cost control`,
      // Right 8 opens the tab (seed); who has it by another role sees what there is of budgets.
      lock: (open) => readRefusal(open, 'budget.approve'),
      wants: () => ({ wanted: 'budget.approve' }),
      Panel: CostControlTab,
    },
  ],
  dialogs: {
    'submit-budget': BudgetForm,
    'decide-budget': BudgetDecision,
    'approve-budgets': BudgetsApproval,
    'recall-budget': RecallDialog,
  },
  taskActions,
  steps: {
    'forwarded-budgets': decisionSteps,
    'decide-budgets': decisionSteps,
    'check-approvals': checkSteps,
    'enter-budget': stepsOfTasks(({ id: task }, label, { standing }) =>
      standing.settings.workPlans
        ? { label, tab: 'work-plan' }
        : { label, dialog: { kind: 'submit-budget', revises: null, task } },
    ),
  },
} satisfies Family;
