import type { AddInvoice } from '../../../shared/domain/invoice/add-invoice.ts';
import { invoicesOf } from '../../../shared/domain/invoice/invoice.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import { useCaseView } from '../case/frame.ts';

/** What was typed of an invoice of this case that the portal refused and that was not sent otherwise since; null where there is none. */
export function useRefusedInvoice(): AddInvoice | null {
  const { open } = useCaseView();
  const sent = new Set(invoicesOf(open.content.case).map(({ file }) => file.file));
  return useOffline(({ refusals }) => {
    const refused = refusals.findLast(
      ({ command }) => command?.name === 'add-invoice' && command.subject.id === open.key.case,
    )?.command;
    return refused?.name === 'add-invoice' && !sent.has(refused.input.file.file) ? refused.input : null;
  });
}
