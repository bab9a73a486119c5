import type { Task } from '../../../shared/domain/task/task.ts';
import type { PlanActs } from './plan-acts.ts';
import type { PlanDialog } from './plan-dialog-props.ts';
import type { PlanLine } from './plan-lines.ts';
import type { PlanView } from './plan-rows.ts';
import type { PlanRefusals } from './plan-tasks.ts';
import type { PlanWork } from './use-plan.ts';

/** What the bar above the plan works with. */
export interface PlanBarProps {
  readonly work: PlanWork;
  readonly acts: PlanActs;
  readonly refusals: PlanRefusals;
  /** The tasks that something can be planned for. */
  readonly planned: readonly Task[];
  readonly selected: ReadonlySet<string>;
  readonly fixed: (line: PlanLine) => string | null;
  readonly view: PlanView;
  readonly onView: (view: PlanView) => void;
  readonly show: (dialog: PlanDialog) => void;
}
