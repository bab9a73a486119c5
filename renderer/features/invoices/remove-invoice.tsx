import { Trans } from '@lingui/react/macro';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { invoicesOf, type Invoice } from '../../../shared/domain/invoice/invoice.ts';
import { moneyText } from '../../words/figures.ts';
import { DecisionDialog, forecast, useCaseIssue, useCaseView, useSeen, type DialogProps } from '../case/frame.ts';
import { GoneInvoice } from './gone-invoice.tsx';

/** Asks before an invoice is taken back. */
export function RemoveInvoice({ about: { invoice: id }, onClose }: DialogProps<'remove-invoice'>) {
  const { open } = useCaseView();
  const invoice = invoicesOf(open.content.case).find((each) => each.id === id);
  return invoice ? <Removal invoice={invoice} onClose={onClose} /> : <GoneInvoice onClose={onClose} />;
}

function Removal({ invoice, onClose }: { readonly invoice: Invoice; readonly onClose: () => void }) {
  const { open, now } = useCaseView();
  const issue = useCaseIssue();
  const seen = useSeen(invoice.revision);
  const command: CaseCommand = { name: 'remove-invoice', input: { invoice: invoice.id } };
  const { number } = invoice;
  const amount = moneyText(invoice.money);
  return (
    <DecisionDialog
      title={<Trans>Remove invoice {number}</Trans>}
      primary={<Trans>Remove invoice</Trans>}
      destructive
      seen={seen}
      command={command}
      refusal={forecast({ open, now }, command)}
      width={480}
      focusContent
      onDecide={() => issue(command, seen.revision)}
      onDone={onClose}
      onClose={onClose}
    >
      <Trans>The invoice of {amount} and its file leave the case, and its number can be used again.</Trans>
    </DecisionDialog>
  );
}
