import { SegmentedControl, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { invoiceKinds, type InvoiceKind } from '../../../shared/domain/invoice/invoice.ts';
import { invoiceKindWord } from '../../words/invoices/invoice-kind-word.ts';
import { unkeptTextWords } from '../../words/unkept-text-words.ts';
import { AmountField, useCaseView, type Draft } from '../case/frame.ts';
import type { InvoiceDraft } from './invoice-draft.ts';
import classes from './invoices.module.css';
import type { NumberCheck } from './use-number-check.ts';

interface InvoiceFieldsProps {
  readonly draft: Draft<InvoiceDraft>;
  readonly check: NumberCheck;
}

/** What is printed on the invoice: number, date, amounts, and whether more are to come. */
export function InvoiceFields({ draft, check }: InvoiceFieldsProps) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { currency } = open.standing.settings;
  const { value, change, keep } = draft;
  return (
    <div className={classes.fields}>
      <NumberField draft={draft} check={check} />
      <TextInput
        type="date"
        label={t`Date of the invoice`}
        required
        value={value.dated}
        onChange={(event) => change({ dated: event.currentTarget.value })}
        onBlur={keep}
      />
      <AmountField
        label={t`Amount in ${currency}`}
        description={t`Excluding VAT`}
        required
        currency={currency}
        value={value.amount}
        onChange={(amount) => change({ amount })}
        onBlur={keep}
      />
      <AmountField
        label={t`VAT in ${currency}`}
        description={t`As the invoice says, or left out`}
        currency={currency}
        value={value.vat}
        onChange={(vat) => change({ vat })}
        onBlur={keep}
      />
      <SegmentedControl
        aria-label={t`Kind of invoice`}
        value={value.kind}
        onChange={(kind) => change({ kind: kindOf(kind) })}
        data={invoiceKinds.map((kind) => ({ value: kind, label: invoiceKindWord(kind) }))}
      />
    </div>
  );
}

function NumberField({ draft, check }: InvoiceFieldsProps) {
  const { t } = useLingui();
  const { value, change, keep } = draft;
  const notes: Readonly<Record<NumberCheck, string>> = {
    free: t`Each number once: capitals and spaces make no difference.`,
    taken: '',
    asking: t`Each number once: capitals and spaces make no difference.`,
    unchecked: t`Whether it was used already is checked when it is sent.`,
  };
  const taken = check === 'taken' && t`Your company has used this number already.`;
  return (
    <TextInput
      label={t`Invoice number`}
      description={notes[check]}
      required
      data-autofocus
      maxLength={50}
      error={taken || unkeptTextWords(value.number)}
      value={value.number}
      onChange={(event) => change({ number: event.currentTarget.value })}
      onBlur={keep}
    />
  );
}

function kindOf(value: string): InvoiceKind {
  return value === 'partial' ? 'partial' : 'final';
}
