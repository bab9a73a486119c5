import { casePage, type CasePage, type CaseVerb } from '../case/case-page.ts';
import type { CaseQuestion, Told } from '../decision.ts';
import { personRef } from '../member/standing.ts';
import type { Money } from '../money.ts';
import { stale } from '../overwriting.ts';
import { may } from '../rights/may.ts';
import {
  decidedRefusal,
  factsOfInvoice,
  findInvoice,
  lastOfInvoice,
  momentsOfInvoice,
  shownOfInvoice,
  stepOfInvoice,
  wholeInvoice,
  withInvoice,
  type OnInvoice,
} from './invoice-page.ts';
import type { Invoice } from './invoice.ts';

/** Approves an invoice; amount and currency are repeated and compared (sync.md 11; domain.md §6.4). */
export interface ApproveInvoice extends OnInvoice {
  readonly money: Money;
}

/** Rejects it, with the reason. */
export interface RejectInvoice extends OnInvoice {
  readonly reason: string;
}

interface Found {
  readonly found: Invoice;
}

/** The page of `approve-invoice`, also once its tasks are approved: only entering ends with that. */
export const approveInvoice = decisionPage<ApproveInvoice>('approved', {
  limits: ({ found }, { money }) => {
    const same = money.amount === found.money.amount && money.currency === found.money.currency;
    return same ? null : stale({ revision: found.revision, by: found.enteredBy.name, at: found.enteredAt });
  },
  reason: () => '',
});

/** The page of `reject-invoice`; the number is free again. */
export const rejectInvoice = decisionPage<RejectInvoice>('rejected', { reason: ({ reason }) => reason });

interface Way<Input> extends Pick<CaseVerb<Input, Found>, 'limits'> {
  readonly reason: (input: Input) => string;
}

/** Only the insurer decides on invoices: there is no right by which a partner could (domain.md §6.4). */
function decisionPage<Input extends OnInvoice>(
  state: 'approved' | 'rejected',
  { reason, ...way }: Way<Input>,
): CasePage<Input, true> {
  return casePage<Input, Found>({
    ...stepOfInvoice,
    ...way,
    authority: 'invoice.approve',
    find: ({ case: subject }, { invoice }) => {
      const found = findInvoice(subject, invoice);
      return found ? { found } : null;
    },
    since: ({ found }) => momentsOfInvoice(found),
    may: ({ standing, case: subject }) => may(standing, 'invoice.approve', { case: subject }),
    check: ({ found }) => decidedRefusal(found),
    basedOn: (input) => [wholeInvoice(input)],
    apply: (asked, input) => {
      const { found, standing, stamp } = asked;
      const decided = { by: personRef(standing), at: stamp.at, reason: reason(input) };
      return { invoices: withInvoice(asked, { ...found, state, decided, revision: stamp.id }) };
    },
    log: ({ found }, input) => {
      const why = reason(input);
      return {
        what: `invoice-${state}`,
        facts: { ...factsOfInvoice(found), ...(why === '' ? {} : { reason: why }) },
        company: found.company,
      };
    },
    shows: (subject, { found }) => shownOfInvoice(findInvoice(subject, found.id)),
    tells: (asked) => toItsOffice(asked, `invoice-${state}`),
    instead: lastOfInvoice,
  });
}

function toItsOffice(
  { found }: CaseQuestion & Found,
  notice: 'invoice-approved' | 'invoice-rejected',
): readonly Told[] {
  return [[notice, { kind: 'office', office: found.office, company: found.company }]];
}
