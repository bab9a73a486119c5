import { bindingAmount } from '../budget/budget.ts';
import type { Case } from '../case/case.ts';
import type { CompanyId, InvoiceId } from '../ids.ts';
import { valuesOf } from '../work-plan/plan-items.ts';
import { invoicesOf, stands, type Invoice } from './invoice.ts';

/** What a company was granted and what it sent invoices for, in minor units of one currency (domain.md §6.4). */
export interface InvoiceSums {
  /** The amounts in force of its budgets; null where none was approved. */
  readonly budget: number | null;
  readonly approved: number;
  /** Of invoices that wait for a decision. */
  readonly waiting: number;
  /** What of the budget is of items that went to the customer: nobody sends an invoice for them (domain.md §7.1). */
  readonly toCustomer: number;
  /** What the approved invoices leave of the rest of the budget, less than nothing where they are above it; null without a budget. */
  readonly left: number | null;
}

/** The sums of one company in a case; what is in another currency is no part of them. */
export function invoiceSums(subject: Case, company: CompanyId, currency: string): InvoiceSums {
  const inForce = subject.budgets
    .filter((each) => each.company === company && each.money.currency === currency)
    .flatMap((each) => bindingAmount(each) ?? []);
  const invoices = invoicesOf(subject).filter((each) => each.company === company && each.money.currency === currency);
  const sumOf = (state: Invoice['state']): number =>
    invoices.reduce((sum, each) => sum + (each.state === state ? each.money.amount : 0), 0);
  const budget = inForce.length === 0 ? null : inForce.reduce((sum, each) => sum + each, 0);
  const approved = sumOf('approved');
  const toCustomer = givenToCustomer(subject, company, currency);
  const left = budget === null ? null : budget - toCustomer - approved;
  return { budget, approved, waiting: sumOf('entered'), toCustomer, left };
}

/** What of a company's items that went to the customer is in force: their state is seen by everybody, what they cost by the company. */
function givenToCustomer(subject: Case, company: CompanyId, currency: string): number {
  const sentIn = new Set(subject.budgets.flatMap(({ id, money }) => (money.currency === currency ? [id] : [])));
  const values = valuesOf(subject);
  return (subject.workItems ?? []).reduce((sum, { id, allocation, budget }) => {
    const value = values.get(id);
    const counts = allocation !== 'partner' && budget !== null && sentIn.has(budget) && value?.company === company;
    return counts ? sum + (value.approved?.amount ?? 0) : sum;
  }, 0);
}

/** How far an amount beside all that was sent or approved is above the budget, in minor units; 0 where it is not. */
export function aboveBudget({ budget, approved, waiting, toCustomer }: InvoiceSums, amount = 0): number {
  return budget === null ? 0 : Math.max(0, approved + waiting + amount + toCustomer - budget);
}

/** Which partial invoice of its company one is, and what was invoiced with it and all before it, in minor units. */
export interface PlaceInSum {
  /** From 1; null for a final one. */
  readonly partial: number | null;
  readonly sum: number;
}

/** The places of the invoices that stand, each among those of its company, in the order in which they came. */
export function placesInSum(invoices: readonly Invoice[]): ReadonlyMap<InvoiceId, PlaceInSum> {
  const places = new Map<InvoiceId, PlaceInSum>();
  const ofCompany = new Map<CompanyId, { readonly partials: number; readonly sum: number }>();
  for (const { id, company, kind, money } of invoices.filter(stands)) {
    const before = ofCompany.get(company) ?? { partials: 0, sum: 0 };
    const after = { partials: before.partials + (kind === 'partial' ? 1 : 0), sum: before.sum + money.amount };
    ofCompany.set(company, after);
    places.set(id, { partial: kind === 'partial' ? after.partials : null, sum: after.sum });
  }
  return places;
}
