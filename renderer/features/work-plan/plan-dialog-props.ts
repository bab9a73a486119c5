import type { Task } from '../../../shared/domain/task/task.ts';
import type { PlanActs } from './plan-acts.ts';
import type { PlanGroups } from './use-groups.ts';
import type { PlanWork } from './use-plan.ts';

/** What is open above the plan. */
export type PlanDialog = 'rooms' | 'prices' | 'copy' | 'print' | 'log';

/** What the dialogs above the plan work with: they change the draft, and nothing but it. */
export interface PlanDialogProps {
  readonly work: PlanWork;
  readonly acts: PlanActs;
  readonly planned: readonly Task[];
  readonly groups: PlanGroups;
  readonly selected: ReadonlySet<string>;
  readonly onClose: () => void;
}
