import { Modal } from '@mantine/core';
import { noRole, useCaseView, type DialogProps, type Family } from '../../../../../renderer/features/case/frame.ts';
import type { TaskId } from '../../../../../shared/domain/ids.ts';
import type { Task } from '../../../../../shared/domain/task/task.ts';

declare module '../../../../../renderer/features/case/family.ts' {
  interface CaseDialogs {
    'write-invoice': { readonly task: TaskId };
  }
}

/** A family that the product does not have: all that it takes is this folder and a line in the list. */
export const receipts = {
  name: 'receipts',
  tabs: [
    {
      id: 'receipts',
      order: 35,
      label: () => 'Receipts',
      lock: ({ standing }) => (standing.side === 'partner' ? null : noRole),
      count: () => 2,
      Panel: ReceiptsTab,
    },
  ],
  dialogs: { 'write-invoice': InvoiceDialog },
  taskActions: [{ name: 'write-invoice', at: { '0': 'beside' }, Button: WriteInvoice }],
  steps: {
    'confirm-received': (_, actions) =>
      actions.map((action) => ({
        action,
        about: `invoice of ${action.task}`,
        tasks: [],
        title: 'Invoice that waits',
        detail: '',
        deed: { label: 'Write it', dialog: { kind: 'write-invoice', task: action.task ?? '' } },
      })),
  },
} satisfies Family;

function ReceiptsTab() {
  const { open } = useCaseView();
  return <p>Receipts of {open.content.case.number}</p>;
}

function WriteInvoice({ task }: { readonly task: Task }) {
  const { show } = useCaseView();
  return (
    <button type="button" onClick={() => show({ kind: 'write-invoice', task: task.id })}>
      Invoice this task
    </button>
  );
}

function InvoiceDialog({ about: { task }, onClose }: DialogProps<'write-invoice'>) {
  return (
    <Modal opened onClose={onClose} title={`Invoice of ${task}`} closeButtonProps={{ 'aria-label': 'Close' }}>
      The amount is not known yet.
    </Modal>
  );
}
