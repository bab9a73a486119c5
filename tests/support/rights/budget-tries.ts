import { anApproval } from '../budget-commands.ts';
import { calculation, made, type Tries } from './try.ts';
import { amountOf } from './words.ts';

const money = (amount: number) => ({ amount, currency: 'EUR' });
const asSeen = { budget: 'budget-1', version: 2 };
const rivals = { budget: 'budget-of-rival', version: 2 };
const onBudget = 'revision-of-budget-1';
const small = { money: money(420_000), forwarded: null };
const submission = (subject: string, who: string) => ({
  tasks: ['drying-1'],
  description: 'x',
  money: money(1),
  file: calculation(subject, who),
  comment: '',
});

/** What is done with budgets. */
export const budgetTries: Tries = {
  'Send a budget': made({
    name: 'submit-budget',
    input: (subject, who) => ({ ...submission(subject, who), revises: null }),
    change: { drying: { status: '2' }, budget: null },
  }),
  'Send a new version': made({
    name: 'submit-budget',
    input: (subject, who) => ({ ...submission(subject, who), revises: 'budget-1', reason: 'x' }),
    basedOn: onBudget,
    change: { budget: { forwarded: null } },
  }),
  'Send a new version of what lies with the insurer': made({
    name: 'submit-budget',
    input: (subject, who) => ({ ...submission(subject, who), revises: 'budget-1' }),
    basedOn: onBudget,
  }),
  'Send a new version of another partner’s': made({
    name: 'submit-budget',
    input: (subject, who) => ({ ...submission(subject, who), tasks: ['painting-1'], revises: 'budget-of-rival' }),
    basedOn: 'revision-of-budget-of-rival',
  }),
  'Approve a budget within the limit': made({
    name: 'approve-budget',
    input: () => ({ ...asSeen, money: small.money }),
    basedOn: onBudget,
    change: { budget: small },
  }),
  'Approve a budget above the limit': made({
    name: 'approve-budget',
    input: () => ({ ...asSeen, money: money(amountOf('one', 2)) }),
    basedOn: onBudget,
  }),
  'Approve several budgets at once': made({
    name: 'approve-budgets',
    input: () => ({ budgets: [{ ...asSeen, money: small.money }] }),
    basedOn: onBudget,
    change: { budget: small },
  }),
  'Approve several budgets at once, seen otherwise': made({
    name: 'approve-budgets',
    input: () => ({ budgets: [{ ...rivals, money: money(1) }] }),
    basedOn: 'revision-of-budget-of-rival',
  }),
  'Approve another partner’s budget, seen otherwise': made({
    name: 'approve-budget',
    input: () => ({ ...rivals, money: money(1) }),
    basedOn: 'revision-of-budget-of-rival',
  }),
  'Approve a budget that is decided': made({
    name: 'approve-budget',
    input: () => ({ ...asSeen, money: money(amountOf('one', 2)) }),
    basedOn: onBudget,
    change: { budget: { state: 'approved', forwarded: null } },
  }),
  'Reject a budget': made({
    name: 'reject-budget',
    input: () => ({ ...asSeen, reason: 'x' }),
    basedOn: onBudget,
  }),
  'Send a budget on to the insurer': made({
    name: 'forward-budget',
    input: () => ({ ...asSeen, note: '' }),
    basedOn: onBudget,
    change: { budget: { forwarded: null } },
  }),
  'Look at an approval that was drawn': made({
    name: 'check-approval',
    input: () => asSeen,
    basedOn: onBudget,
    change: { budget: { state: 'approved', forwarded: null, approvals: [anApproval({ sampled: true })] } },
  }),
  'Recall a budget': made({
    name: 'recall-budget',
    input: () => ({ ...asSeen, comment: '' }),
    basedOn: onBudget,
    change: { budget: { forwarded: null } },
  }),
  'Recall a budget that lies with the insurer': made({
    name: 'recall-budget',
    input: () => ({ ...asSeen, comment: '' }),
    basedOn: onBudget,
  }),
};
