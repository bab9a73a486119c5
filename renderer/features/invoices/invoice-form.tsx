import { Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { aboveBudget, invoiceSums } from '../../../shared/domain/invoice/invoice-sums.ts';
import { invoicesOf, type Invoice } from '../../../shared/domain/invoice/invoice.ts';
import { moneyText } from '../../words/figures.ts';
import { unkeptTextWords } from '../../words/unkept-text-words.ts';
import {
  DecisionDialog,
  draftKey,
  forecast,
  OneFileField,
  RestoredNote,
  useCaseIssue,
  useCaseView,
  useDraft,
  useSeen,
  type DialogProps,
  type Draft,
} from '../case/frame.ts';
import { AboveBudget } from './above-budget.tsx';
import { amountsIn, draftOf, emptyInvoice, enteredOf, invoiceCommand, invoiceDraftSchema } from './invoice-draft.ts';
import type { InvoiceDraft } from './invoice-draft.ts';
import { InvoiceFields } from './invoice-fields.tsx';
import { InvoiceTasks } from './invoice-tasks.tsx';
import { useNumberCheck, type NumberCheck } from './use-number-check.ts';
import { useRefusedInvoice } from './use-refused-invoice.ts';

/** Sends an invoice, or changes one that nobody has decided on: its number, amount and file, and the tasks it is for. */
export function InvoiceForm({ about: { invoice, task }, onClose }: DialogProps<'enter-invoice'>) {
  const { open, now } = useCaseView();
  const issue = useCaseIssue();
  const { currency } = open.standing.settings;
  const earlier = invoicesOf(open.content.case).find(({ id }) => id === invoice) ?? null;
  const refused = useRefusedInvoice();
  const begins = earlier
    ? draftOf(enteredOf(earlier), null)
    : refused
      ? draftOf(refused, refused.file)
      : emptyInvoice(task);
  const draft = useDraft(draftKey(open, `invoice/${invoice ?? 'new'}`), begins, invoiceDraftSchema);
  const seen = useSeen(earlier?.revision ?? null);
  const check = useCheck(draft.value, earlier);
  const missing = useMissing(draft.value, earlier, check);
  const { amount } = amountsIn(draft.value, currency);
  const command = invoiceCommand(draft.value, currency, earlier);
  const shown = amount ? moneyText({ amount, currency }) : null;
  return (
    <DecisionDialog
      title={earlier ? <Trans>Change invoice</Trans> : <Trans>Invoice for tasks</Trans>}
      primary={<Deed changes={earlier !== null} amount={shown} />}
      seen={seen}
      command={command}
      refusal={draft.value.tasks.length > 0 ? forecast({ open, now }, command) : null}
      missing={missing}
      width={600}
      onDecide={() => issue(command, seen.revision)}
      onDone={() => {
        draft.forget();
        onClose();
      }}
      onClose={onClose}
    >
      <InvoiceFields draft={draft} check={check} />
      <Warning draft={draft.value} earlier={earlier} />
      <InvoiceTasks draft={draft} />
      <InvoiceFile draft={draft} earlier={earlier} />
      <Comment draft={draft} />
      <RestoredNote draft={draft} />
    </DecisionDialog>
  );
}

function Deed({ changes, amount }: { readonly changes: boolean; readonly amount: string | null }) {
  if (changes) return <Trans>Change invoice</Trans>;
  return amount ? <Trans>Send invoice of {amount}</Trans> : <Trans>Send invoice</Trans>;
}

function useCheck({ number, tasks }: InvoiceDraft, earlier: Invoice | null): NumberCheck {
  const { open } = useCaseView();
  const company = open.content.case.tasks.find(({ id }) => tasks.includes(id))?.company ?? open.standing.company;
  return useNumberCheck({ portal: open.key.portal, company, number, except: earlier });
}

function useMissing(draft: InvoiceDraft, earlier: Invoice | null, check: NumberCheck): string | null {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { amount, vat } = amountsIn(draft, open.standing.settings.currency);
  if (draft.number.trim() === '') return t`Enter the number of the invoice.`;
  if (check === 'taken') return t`Enter another number: your company has used this one.`;
  if (!amount) return t`Enter the amount, excluding VAT.`;
  if (vat === null && draft.vat.trim() !== '') return t`Enter the VAT as an amount, or leave it out.`;
  if (draft.dated === '') return t`Enter the date of the invoice.`;
  if (draft.tasks.length === 0) return t`Choose at least one task.`;
  if (draft.file === null && !earlier) return t`Add the invoice as a file: none is sent without it.`;
  return unkeptTextWords(draft.number) ?? unkeptTextWords(draft.comment);
}

interface Part {
  readonly draft: Draft<InvoiceDraft>;
}

function InvoiceFile({ draft, earlier }: Part & { readonly earlier: Invoice | null }) {
  const { t } = useLingui();
  const name = earlier?.file.name;
  return (
    <OneFileField
      label={t`Invoice file`}
      description={name ? t`Without another file ${name} stays.` : t`A PDF or a picture; whoever decides looks at it.`}
      required={!earlier}
      onlyOne={t`An invoice has one file.`}
      value={draft.value.file}
      onChange={(file) => draft.change({ file })}
      onKept={draft.keep}
    />
  );
}

function Comment({ draft }: Part) {
  const { t } = useLingui();
  return (
    <Textarea
      label={t`Comment`}
      maxLength={10_000}
      error={unkeptTextWords(draft.value.comment)}
      value={draft.value.comment}
      onChange={(event) => draft.change({ comment: event.currentTarget.value })}
      onBlur={draft.keep}
    />
  );
}

function Warning({ draft, earlier }: { readonly draft: InvoiceDraft; readonly earlier: Invoice | null }) {
  const { open } = useCaseView();
  const { currency } = open.standing.settings;
  const { amount } = amountsIn(draft, currency);
  const sums = invoiceSums(open.content.case, open.standing.company, currency);
  return <AboveBudget amount={aboveBudget(sums, (amount ?? 0) - (earlier?.money.amount ?? 0))} currency={currency} />;
}
