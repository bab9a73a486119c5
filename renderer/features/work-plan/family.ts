import { t } from '@lingui/core/macro';
import type { BudgetId } from '../../../shared/domain/ids.ts';
import type { SubmitWorkItems } from '../../../shared/domain/work-plan/submit-work-items.ts';
import { partLock, type Family } from '../case/frame.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { SubmitDialog } from './submit-dialog.tsx';
import { taskActions } from './task-actions.tsx';
import { WorkPlanTab } from './work-plan-tab.tsx';

declare module '../case/family.ts' {
  interface CaseDialogs {
    'submit-work-items': Pick<SubmitWorkItems, 'items'>;
    'decide-work-items': { readonly budget: BudgetId };
  }
}

/** The work plan of a case, where the portal plans by items instead of simple budgets. */
export const workPlan = {
  name: 'work-plan',
  tabs: [
    {
      id: 'work-plan',
      order: 22,
      label: () => t`Work plan`,
      shown: ({ standing }) => standing.settings.workPlans,
      wide: true,
      lock: (open) => partLock(open, 'tasks'),
      wants: () => ({ wanted: 'chat.write' }),
      count: ({ content }) => content.case.workItems?.length ?? 0,
      Panel: WorkPlanTab,
    },
  ],
  dialogs: { 'submit-work-items': SubmitDialog, 'decide-work-items': DecideDialog },
  taskActions,
} satisfies Family;
