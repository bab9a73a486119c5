import { personRef } from '../member/standing.ts';
import { isSame, revisionBy, standsAt, type Thing } from '../overwriting.ts';
import { may } from '../rights/may.ts';
import type { Case, Customer, CustomerDetails } from './case.ts';
import { casePage } from './case-page.ts';

/** Corrects who the policyholder is and how to reach them, as the insurer knows better than the import did. */
export type CorrectCustomer = CustomerDetails;

/** The page of `correct-customer`. How it was stays with the customer, not in the log: that is read by others too. */
export const correctCustomer = casePage<CorrectCustomer, object>({
  authority: 'case.correctCustomer',
  reads: ['head', 'customer'],
  changes: ['customer', 'log'],
  find: () => ({}),
  may: ({ standing, case: subject }) => may(standing, 'case.correctCustomer', { case: subject }),
  since: ({ case: { customer } }) => [customer?.corrections?.at(-1)?.decidedAt ?? null],
  basedOn: () => [customerOfCase],
  already: ({ case: { customer } }, input) => isSameCustomer(customer, input),
  apply: ({ case: { customer }, standing, stamp }, input) => {
    if (isSameCustomer(customer, input)) return null;
    const before = customer && detailsOf(customer);
    const correction = { ...revisionBy(stamp), by: personRef(standing), before };
    return { customer: { ...detailsOf(input), corrections: [...(customer?.corrections ?? []), correction] } };
  },
  log: () => ({ what: 'customer-corrected' }),
  instead: ({ log }) => log.findLast(({ what }) => what === 'customer-corrected') ?? null,
});

const customerOfCase: Thing<Case> = {
  thing: 'customer',
  in: ({ id, customer }) => {
    const last = customer?.corrections?.at(-1);
    return { ...standsAt(last, id), by: last?.by.name ?? null };
  },
};

function isSameCustomer(customer: Customer | null, input: CorrectCustomer): boolean {
  return customer !== null && isSame(detailsOf(customer), detailsOf(input));
}

function detailsOf({ name, phone, email }: CustomerDetails): CustomerDetails {
  return { name, phone, email };
}
