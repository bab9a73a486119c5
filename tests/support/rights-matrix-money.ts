import { anApproval } from './budget-commands.ts';
import { aBudget } from './builders.ts';
import { aSettledItem, aSettlement, entered } from './settlements.ts';
import { aPlan, aPut, editing } from './work-plan.ts';
import { anEntry, anInvoice, itsDocument } from './invoices.ts';

import { approvers, file, inStatus, insurerOnly, officeOnly, task, type MatrixOf } from './rights-matrix-people.ts';

const onBudget = { basedOn: 'revision-of-budget-1', change: inStatus('B') };
const planned = { ...inStatus('2'), budgets: [], ...aPlan([{}]) };
const money = { amount: 420_000, currency: 'EUR' };
const sent = {
  ...inStatus('B'),
  budgets: [aBudget({ file: null, waiting: money.amount })],
  ...aPlan([{ state: 'submitted', budget: 'budget-1' }], [{ amount: money.amount }]),
};
const onInvoice = {
  basedOn: 'revision-of-invoice-1',
  change: { ...inStatus('3'), invoices: [anInvoice()], documents: [itsDocument(anInvoice())] },
};
const offer = aSettlement({ items: [aSettledItem({ amount: money.amount })] });
const settled = { settlement: offer.id, revision: offer.revision };
const onSettlement = {
  basedOn: offer.revision,
  change: { ...inStatus('2'), budgets: [], ...aPlan([{ id: 'floor', allocation: 'cashOffer' }]), settlements: [offer] },
};
/** The portal uses no work plans; a partner is not told that there is a settlement. */
const settlers = {
  ...approvers,
  bertil: 'feature-off',
  carla: 'feature-off',
  anna: 'case-not-found',
  cora: 'case-not-found',
} as const;
const version = { budget: 'budget-1', version: 1 };

/** What is done with budgets, invoices and work plans. */
export const moneyMatrix: MatrixOf<
  | 'submit-budget'
  | 'approve-budget'
  | 'approve-budgets'
  | 'reject-budget'
  | 'forward-budget'
  | 'recall-budget'
  | 'check-approval'
  | 'add-invoice'
  | 'change-invoice'
  | 'remove-invoice'
  | 'approve-invoice'
  | 'reject-invoice'
  | 'edit-work-plan'
  | 'submit-work-items'
  | 'decide-work-items'
  | 'accept-partial-approval'
  | 'mark-plan-ready'
  | 'settle-items'
  | 'bind-settlement'
  | 'return-items'
  | 'record-customer-answer'
> = {
  'submit-budget': {
    input: (subject) => ({
      tasks: ['drying-1'],
      description: 'x',
      money,
      file: file(subject),
      comment: '',
      revises: null,
    }),
    change: { ...inStatus('2'), budgets: [] },
    // Right 7: on behalf of another partner.
    expected: { ...officeOnly, carla: 'carried-out' },
  },
  'approve-budget': { input: () => ({ ...version, money }), ...onBudget, expected: approvers },
  'approve-budgets': { input: () => ({ budgets: [{ ...version, money }] }), ...onBudget, expected: approvers },
  'reject-budget': { input: () => ({ ...version, reason: 'x' }), ...onBudget, expected: approvers },
  'forward-budget': {
    input: () => ({ ...version, note: '' }),
    ...onBudget,
    change: { ...inStatus('B'), budgets: [aBudget({ money: { amount: 900_000, currency: 'EUR' } })] },
    expected: { ...approvers, bertil: 'within-limit' },
  },
  // Right 7 takes back what its holder entered: this one Anna did.
  'recall-budget': { input: () => ({ ...version, comment: '' }), ...onBudget, expected: officeOnly },
  'check-approval': {
    input: () => version,
    ...onBudget,
    change: {
      ...inStatus('B++'),
      budgets: [aBudget({ state: 'approved', approvals: [anApproval({ sampled: true })] })],
    },
    expected: { ...insurerOnly, cora: 'case-not-found' },
  },
  'add-invoice': {
    // Each number once, also over the cases of the matrix.
    input: (subject) => ({ ...anEntry({ number: subject }), file: file(subject) }),
    change: { ...inStatus('3'), invoices: [] },
    expected: officeOnly,
  },
  'change-invoice': {
    input: (subject) => ({ ...anEntry({ number: `changed ${subject}` }), invoice: 'invoice-1', file: null }),
    ...onInvoice,
    expected: officeOnly,
  },
  'remove-invoice': { input: () => ({ invoice: 'invoice-1' }), ...onInvoice, expected: officeOnly },
  // No right of the External case handler reaches an invoice.
  'approve-invoice': {
    input: () => ({ invoice: 'invoice-1', money: anInvoice().money }),
    ...onInvoice,
    expected: { ...insurerOnly, cora: 'case-not-found' },
  },
  'reject-invoice': {
    input: () => ({ invoice: 'invoice-1', reason: 'x' }),
    ...onInvoice,
    expected: { ...insurerOnly, cora: 'case-not-found' },
  },
  // The portal uses no work plans: who may is told so, and everybody else why not.
  'edit-work-plan': {
    input: () => editing({ items: [aPut()] }),
    change: inStatus('2'),
    expected: { ...officeOnly, bertil: 'feature-off', anna: 'feature-off' },
  },
  'submit-work-items': {
    input: () => ({ items: [{ id: 'item-0', revision: 'revision-of-item-0' }], comment: '' }),
    change: planned,
    expected: { ...officeOnly, anna: 'feature-off' },
  },
  // What waits is decided on, also where plans are not in use any more.
  'decide-work-items': {
    input: () => ({ budget: 'budget-1', version: 1, money, approved: ['item-0'], rejected: [], reason: '' }),
    basedOn: 'revision-of-budget-1',
    change: sent,
    expected: approvers,
  },
  'accept-partial-approval': {
    input: task,
    basedOn: 'revision-of-drying-1',
    change: { ...inStatus('B+'), ...aPlan([{ state: 'rejected' }]) },
    expected: officeOnly,
  },
  'mark-plan-ready': { input: task, change: planned, expected: { ...officeOnly, anna: 'feature-off' } },
  'settle-items': {
    input: () => ({
      kind: 'cashOffer',
      items: [{ id: 'item-0', revision: 'revision-of-item-0' }],
      entered: entered(),
      result: { amount: 76_400, currency: 'EUR' },
    }),
    change: { ...planned, invoices: [] },
    expected: { ...settlers, anna: 'no-role-in-case' },
  },
  // What waits is bound, also where plans are not in use any more; who does not see it is told of the right.
  'bind-settlement': {
    input: () => ({ ...settled, money }),
    ...onSettlement,
    expected: approvers,
  },
  'return-items': { input: () => ({ ...settled, items: ['floor'], reason: '' }), ...onSettlement, expected: settlers },
  'record-customer-answer': {
    input: () => ({ ...settled, answer: 'accepted', note: '' }),
    ...onSettlement,
    expected: settlers,
  },
};
