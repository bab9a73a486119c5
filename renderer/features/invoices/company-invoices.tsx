import { Trans, useLingui } from '@lingui/react/macro';
import type { CompanyId } from '../../../shared/domain/ids.ts';
import { aboveBudget, invoiceSums, placesInSum } from '../../../shared/domain/invoice/invoice-sums.ts';
import { invoicesOf } from '../../../shared/domain/invoice/invoice.ts';
import { moneyText } from '../../words/figures.ts';
import { useCaseView } from '../case/frame.ts';
import { AboveBudget } from './above-budget.tsx';
import { InvoiceRow } from './invoice-row.tsx';
import classes from './invoices.module.css';

interface CompanyInvoicesProps {
  readonly company: CompanyId;
  /** Its name stands above, where it is not the viewer's alone. */
  readonly named: boolean;
}

/** What a company was granted, its invoices, what of them is approved, and what is left. */
export function CompanyInvoices({ company, named }: CompanyInvoicesProps) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { currency } = open.standing.settings;
  const sums = invoiceSums(open.content.case, company, currency);
  const invoices = invoicesOf(open.content.case).filter((each) => each.company === company);
  const places = placesInSum(invoices);
  const name = open.directory.companies.find(({ id }) => id === company)?.name ?? '';
  const label = name ? t`Invoices of ${name}` : t`Invoices`;
  return (
    <section className={classes.company} aria-label={label}>
      {named && <h3 className={classes.name}>{name}</h3>}
      <AboveBudget amount={aboveBudget(sums)} currency={currency} />
      <div className={classes.scroll}>
        <table className={classes.table} aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{t`Invoice`}</th>
              <th scope="col">{t`State`}</th>
              <th scope="col" data-figure>{t`Amount excl. VAT`}</th>
              <th scope="col" data-figure>{t`Sum so far`}</th>
            </tr>
          </thead>
          <tbody>
            <Sum title={t`Approved budget`} amount={sums.budget} currency={currency} />
            {invoices.map((invoice) => (
              <InvoiceRow key={invoice.id} invoice={invoice} place={places.get(invoice.id) ?? null} />
            ))}
            <Sum title={t`Approved invoices`} amount={sums.approved} currency={currency} />
            <Sum title={t`Left of the budget`} amount={sums.left} currency={currency} />
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface SumProps {
  readonly title: string;
  readonly amount: number | null;
  readonly currency: string;
}

function Sum({ title, amount, currency }: SumProps) {
  return (
    <tr data-sum>
      <th scope="row" colSpan={2}>
        {title}
      </th>
      <td data-figure>{amount === null ? <Trans>none</Trans> : moneyText({ amount, currency })}</td>
    </tr>
  );
}
