import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { aboveBudget, invoiceSums } from '../../../shared/domain/invoice/invoice-sums.ts';
import type { Invoice } from '../../../shared/domain/invoice/invoice.ts';
import { dayText, momentText, moneyText } from '../../words/figures.ts';
import { invoiceKindWord } from '../../words/invoices/invoice-kind-word.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { useCaseView } from '../case/frame.ts';
import { AboveBudget } from './above-budget.tsx';
import classes from './invoices.module.css';

/** What an invoice is, with the budget that it is held against. */
export function InvoiceFacts({ invoice }: { readonly invoice: Invoice }) {
  const { open } = useCaseView();
  const { content, directory, standing } = open;
  const { money, vat, company } = invoice;
  const { currency } = money;
  const text = (amount: number): string => moneyText({ amount, currency });
  const sums = invoiceSums(content.case, company, currency);
  const tasks = content.case.tasks
    .filter(({ id }) => invoice.tasks.includes(id))
    .map((task) => taskTypeName(task.type, standing.settings))
    .join(', ');
  const office = directory.offices.find(({ id }) => id === invoice.office)?.name ?? '';
  return (
    <>
      <p className={classes.sum}>
        <span className="figures">{moneyText(money)}</span>
        <span className={classes.aside}>
          <Trans>excl. VAT</Trans>
        </span>
      </p>
      <dl className={classes.facts}>
        <Fact term={<Trans>Invoice number</Trans>}>{invoice.number}</Fact>
        {vat !== undefined && <Fact term={<Trans>VAT</Trans>}>{text(vat)}</Fact>}
        <Fact term={<Trans>Kind</Trans>}>{[invoiceKindWord(invoice.kind), dayText(invoice.dated)].join(' · ')}</Fact>
        <Fact term={<Trans>Tasks</Trans>}>{tasks}</Fact>
        <Fact term={<Trans>From</Trans>}>
          {[invoice.enteredBy.name, office, momentText(invoice.enteredAt)].filter(Boolean).join(' · ')}
        </Fact>
        {invoice.comment !== '' && <Fact term={<Trans>Comment</Trans>}>{invoice.comment}</Fact>}
        <Fact term={<Trans>Approved budget</Trans>}>
          {sums.budget === null ? <Trans>none</Trans> : text(sums.budget)}
        </Fact>
        <Fact term={<Trans>Approved invoices</Trans>}>{text(sums.approved)}</Fact>
      </dl>
      <AboveBudget amount={aboveBudget({ ...sums, waiting: 0 }, money.amount)} currency={currency} />
    </>
  );
}

function Fact({ term, children }: { readonly term: ReactNode; readonly children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd className={classes.typed}>{children}</dd>
    </>
  );
}
