import type { Task } from '../../../shared/domain/task/task.ts';
import { CopyDialog } from './copy-dialog.tsx';
import type { PlanActs } from './plan-acts.ts';
import type { PlanDialog } from './plan-bar.tsx';
import { PricesDialog } from './prices-dialog.tsx';
import { PrintDialog } from './print-dialog.tsx';
import { RoomsDialog } from './rooms-dialog.tsx';
import type { PlanGroups } from './use-groups.ts';
import type { PlanWork } from './use-plan.ts';

/** What the dialogs above the plan work with: they change the draft, and nothing but it. */
export interface PlanDialogProps {
  readonly work: PlanWork;
  readonly acts: PlanActs;
  readonly planned: readonly Task[];
  readonly groups: PlanGroups;
  readonly selected: ReadonlySet<string>;
  readonly onClose: () => void;
}

/** The dialog that is open above the plan, if any. */
export function PlanDialogs({ dialog, ...props }: PlanDialogProps & { readonly dialog: PlanDialog | null }) {
  if (dialog === 'rooms') return <RoomsDialog {...props} />;
  if (dialog === 'prices') return <PricesDialog {...props} />;
  if (dialog === 'copy') return <CopyDialog {...props} />;
  return dialog === 'print' ? <PrintDialog {...props} /> : null;
}
