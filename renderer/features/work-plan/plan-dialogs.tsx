import { CopyDialog } from './copy-dialog.tsx';
import { LogDialog } from './log-dialog.tsx';
import type { PlanDialog, PlanDialogProps } from './plan-dialog-props.ts';
import { PricesDialog } from './prices-dialog.tsx';
import { PrintDialog } from './print-dialog.tsx';
import { RoomsDialog } from './rooms-dialog.tsx';

/** The dialog that is open above the plan, if any. */
export function PlanDialogs({ dialog, ...props }: PlanDialogProps & { readonly dialog: PlanDialog | null }) {
  if (dialog === 'rooms') return <RoomsDialog {...props} />;
  if (dialog === 'prices') return <PricesDialog {...props} />;
  if (dialog === 'copy') return <CopyDialog {...props} />;
  if (dialog === 'log') return <LogDialog onClose={props.onClose} />;
  return dialog === 'print' ? <PrintDialog {...props} /> : null;
}
