import { Anchor } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconEdit, IconPaperclip, IconReceipt2, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlaceInSum } from '../../../shared/domain/invoice/invoice-sums.ts';
import type { Invoice } from '../../../shared/domain/invoice/invoice.ts';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { dayText, momentText, moneyText } from '../../words/figures.ts';
import { invoiceKindWord } from '../../words/invoices/invoice-kind-word.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { ActionButton, DocumentPreview, useCaseView, waitingFor } from '../case/frame.ts';
import { InvoiceBadge } from './invoice-badge.tsx';
import { draftOf, enteredOf, invoiceCommand } from './invoice-draft.ts';
import classes from './invoices.module.css';

interface InvoiceRowProps {
  readonly invoice: Invoice;
  /** null for one that was rejected. */
  readonly place: PlaceInSum | null;
}

/** An invoice with its amount, state, file and what was decided, and what can be done about it. */
export function InvoiceRow({ invoice, place }: InvoiceRowProps) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const [looked, setLooked] = useState(false);
  const waits = waitingFor(open, invoice.revision);
  const { money, vat } = invoice;
  const vatText = vat === undefined ? null : moneyText({ ...money, amount: vat });
  return (
    <>
      <tr data-waiting={waits ? true : undefined}>
        <th scope="row" className={classes.invoice}>
          <span className={classes.number}>{invoice.number}</span>
          <About invoice={invoice} place={place} />
        </th>
        <td>
          <span className={classes.states}>
            <InvoiceBadge state={invoice.state} />
            {waits && <WaitingMark since={waits.since} />}
          </span>
          <Decided invoice={invoice} />
        </td>
        <td data-figure>
          {moneyText(money)}
          {vatText && <span className={classes.aside}>{t`VAT ${vatText}`}</span>}
        </td>
        <td data-figure>{place && moneyText({ ...money, amount: place.sum })}</td>
      </tr>
      <tr data-deeds>
        <td colSpan={4}>
          <div className={classes.deeds}>
            <Anchor
              component="button"
              type="button"
              onClick={() => setLooked(!looked)}
              aria-expanded={looked}
              className={classes.file}
            >
              <IconPaperclip size={14} aria-hidden />
              {invoice.file.name}
            </Anchor>
            <Deeds invoice={invoice} />
          </div>
          {looked && (
            <div className={classes.preview}>
              <DocumentPreview file={invoice.file} />
            </div>
          )}
        </td>
      </tr>
    </>
  );
}

function About({ invoice, place }: InvoiceRowProps) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { content, standing } = open;
  const tasks = content.case.tasks
    .filter(({ id }) => invoice.tasks.includes(id))
    .map((task) => taskTypeName(task.type, standing.settings));
  const partial = place?.partial;
  const kind = partial ? t`Partial ${partial}` : invoiceKindWord(invoice.kind);
  return (
    <>
      <span className={classes.aside}>{[kind, dayText(invoice.dated), ...tasks].join(' · ')}</span>
      <span className={classes.aside}>{[invoice.enteredBy.name, momentText(invoice.enteredAt)].join(' · ')}</span>
      {invoice.comment !== '' && <span className={classes.typed}>{invoice.comment}</span>}
    </>
  );
}

function Decided({ invoice: { decided } }: { readonly invoice: Invoice }) {
  if (!decided) return null;
  return (
    <>
      <span className={classes.aside}>{[decided.by.name, momentText(decided.at)].join(' · ')}</span>
      {decided.reason !== '' && <q className={classes.typed}>{decided.reason}</q>}
    </>
  );
}

function Deeds({ invoice }: { readonly invoice: Invoice }) {
  const { open } = useCaseView();
  const { company, settings } = open.standing;
  if (invoice.state !== 'entered') return null;
  const { id } = invoice;
  if (invoice.company !== company)
    return (
      <ActionButton
        primary
        command={{ name: 'reject-invoice', input: { invoice: id, reason: 'x' } }}
        dialog={{ kind: 'decide-invoice', invoice: id }}
        icon={<IconReceipt2 size={16} aria-hidden />}
      >
        <Trans>Decide…</Trans>
      </ActionButton>
    );
  return (
    <>
      <ActionButton
        command={invoiceCommand(draftOf(enteredOf(invoice), null), settings.currency, invoice)}
        dialog={{ kind: 'enter-invoice', invoice: id, task: null }}
        icon={<IconEdit size={16} aria-hidden />}
      >
        <Trans>Change…</Trans>
      </ActionButton>
      <ActionButton
        command={{ name: 'remove-invoice', input: { invoice: id } }}
        dialog={{ kind: 'remove-invoice', invoice: id }}
        icon={<IconTrash size={16} aria-hidden />}
      >
        <Trans>Remove…</Trans>
      </ActionButton>
    </>
  );
}
