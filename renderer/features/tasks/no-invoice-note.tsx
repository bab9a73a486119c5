import { Trans } from '@lingui/react/macro';
import { IconAlertTriangle } from '@tabler/icons-react';
import { lacksInvoice } from '../../../shared/domain/invoice/lacks-invoice.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { useCaseView } from '../case/frame.ts';
import classes from './no-invoice-note.module.css';

/** Says before a task is approved that no invoice is there yet; it is approved all the same. */
export function NoInvoiceNote({ task }: { readonly task: Task }) {
  const { open } = useCaseView();
  if (!lacksInvoice(open.content.case, task, open.standing.company)) return null;
  return (
    <span className={classes.note}>
      <IconAlertTriangle size={14} aria-hidden />
      <Trans>No invoice was sent for it yet, and once it is approved none can be.</Trans>
    </span>
  );
}
