import { Trans } from '@lingui/react/macro';
import { IconReceipt2 } from '@tabler/icons-react';
import type { Task } from '../../../shared/domain/task/task.ts';
import { ActionButton, useCaseView, type TaskAction } from '../case/frame.ts';
import { invoiceProbe } from './invoiced-tasks.ts';

/** What is done about the invoices of a task. */
export const taskActions: readonly TaskAction[] = [
  { name: 'enter-invoice', at: { '3': 'beside', '3-': 'beside', '4': 'beside' }, Button: EnterInvoice },
];

/** Only partners send invoices: the insurer's people are not shown a button that none of them can press. */
function EnterInvoice({ task, primary }: { readonly task: Task; readonly primary: boolean }) {
  const { open } = useCaseView();
  if (open.standing.side !== 'partner') return null;
  return (
    <ActionButton
      primary={primary}
      command={invoiceProbe(open, task)}
      dialog={{ kind: 'enter-invoice', invoice: null, task: task.id }}
      icon={<IconReceipt2 size={16} aria-hidden />}
    >
      <Trans>Add invoice…</Trans>
    </ActionButton>
  );
}
