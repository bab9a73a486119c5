import { lacksInvoice } from '../../../shared/domain/invoice/lacks-invoice.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { Caution } from '../../ui/caution.tsx';
import { noInvoiceWords } from '../../words/approval-words.ts';
import { useCaseView } from '../case/frame.ts';

/** Says before a task is approved that no invoice is there yet; it is approved all the same. */
export function NoInvoiceNote({ task }: { readonly task: Task }) {
  const { open } = useCaseView();
  if (!lacksInvoice(open.content.case, task, open.standing.company)) return null;
  return <Caution>{noInvoiceWords()}</Caution>;
}
