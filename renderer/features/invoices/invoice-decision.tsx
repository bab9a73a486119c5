import { SegmentedControl, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { z } from 'zod';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { invoicesOf, type Invoice } from '../../../shared/domain/invoice/invoice.ts';
import { moneyText } from '../../words/figures.ts';
import { unkeptTextWords } from '../../words/unkept-text-words.ts';
import {
  DecisionDialog,
  DocumentPreview,
  draftKey,
  forecast,
  RestoredNote,
  useCaseIssue,
  useCaseView,
  useDocumentBytes,
  useDraft,
  useSeen,
  type DialogProps,
} from '../case/frame.ts';
import { GoneInvoice } from './gone-invoice.tsx';
import { InvoiceFacts } from './invoice-facts.tsx';
import classes from './invoices.module.css';

const reasonSchema = z.object({ reason: z.string() });

/** Decides on an invoice with its file open beside it. */
export function InvoiceDecision({ about: { invoice: id }, onClose }: DialogProps<'decide-invoice'>) {
  const { open } = useCaseView();
  const invoice = invoicesOf(open.content.case).find((each) => each.id === id);
  return invoice ? <Decision invoice={invoice} onClose={onClose} /> : <GoneInvoice onClose={onClose} />;
}

function Decision({ invoice, onClose }: { readonly invoice: Invoice; readonly onClose: () => void }) {
  const { open, now } = useCaseView();
  const { t } = useLingui();
  const issue = useCaseIssue();
  const draft = useDraft(draftKey(open, `decide-invoice/${invoice.id}`), { reason: '' }, reasonSchema);
  const seen = useSeen(invoice.revision);
  const [rejects, setRejects] = useState(false);
  const { reason } = draft.value;
  const command = commandFor(invoice, rejects ? reason.trim() : null);
  // An approval without its file was not seen (design.md §11).
  const file = useDocumentBytes(invoice.file);
  const missing = rejects
    ? reason.trim() === ''
      ? t`Write the reason first: the office reads it.`
      : unkeptTextWords(reason)
    : file.data
      ? null
      : t`Look at the invoice first: it is not on this computer yet.`;
  const amount = moneyText(invoice.money);
  return (
    <DecisionDialog
      title={<Trans>Decide on the invoice</Trans>}
      primary={rejects ? <Trans>Reject invoice</Trans> : <Trans>Approve {amount}</Trans>}
      destructive={rejects}
      seen={seen}
      command={command}
      refusal={forecast({ open, now }, command)}
      missing={missing}
      width={940}
      focusContent
      onDecide={() => issue(command, seen.revision)}
      onDone={() => {
        draft.forget();
        onClose();
      }}
      onClose={onClose}
    >
      <div className={classes.decision}>
        <div className={classes.side}>
          <InvoiceFacts invoice={invoice} />
          <SegmentedControl
            fullWidth
            aria-label={t`Your decision`}
            value={rejects ? 'reject' : 'approve'}
            onChange={(value) => setRejects(value === 'reject')}
            data={[
              { value: 'approve', label: t`Approve` },
              { value: 'reject', label: t`Reject` },
            ]}
          />
          {rejects && (
            <Textarea
              label={t`Reason`}
              required
              maxLength={10_000}
              error={unkeptTextWords(reason)}
              value={reason}
              onChange={(event) => draft.change({ reason: event.currentTarget.value })}
              onBlur={draft.keep}
            />
          )}
          <RestoredNote draft={draft} />
        </div>
        <DocumentPreview file={invoice.file} />
      </div>
    </DecisionDialog>
  );
}

/** With a reason it is rejected. */
function commandFor({ id: invoice, money }: Invoice, reason: string | null): CaseCommand {
  return reason === null
    ? { name: 'approve-invoice', input: { invoice, money } }
    : { name: 'reject-invoice', input: { invoice, reason } };
}
