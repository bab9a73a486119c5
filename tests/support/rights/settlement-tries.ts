import { entered } from '../settlements.ts';
import { made, older, type Tries } from './try.ts';
import { amountOf } from './words.ts';

const revision = 'revision-of-settlement-1';
const seen = { settlement: 'settlement-1', revision };
const money = (amount: number) => ({ amount, currency: 'EUR' });

/** What is given to the customer, and back; the portals of the matrix use no work plans, which who may is told. */
export const settlementTries: Tries = {
  'Give a work item to the customer as a cash offer': made({
    name: 'settle-items',
    input: () => ({
      kind: 'cashOffer',
      items: [{ id: 'item-of-kuivaus', revision: 'revision-of-item-one' }],
      entered: entered(),
      result: money(1),
    }),
  }),
  'Give a work item to the customer’s own work': made({
    name: 'settle-items',
    input: () => ({
      kind: 'customerOwnWork',
      items: [{ id: 'item-of-rival', revision: 'revision-of-item-one' }],
      entered: entered(),
      result: money(1),
    }),
  }),
  'Bind what a settlement adds, within the limit': made({
    name: 'bind-settlement',
    input: () => ({ ...seen, money: money(1000) }),
    basedOn: revision,
    change: { settlement: { adds: 1000 } },
  }),
  'Bind what a settlement adds, above the limit': made({
    name: 'bind-settlement',
    input: () => ({ ...seen, money: money(amountOf('one', 61)) }),
    basedOn: revision,
  }),
  'Bind what a settlement adds, seen otherwise': made({
    name: 'bind-settlement',
    input: () => ({ ...seen, revision: older, money: money(amountOf('one', 61)) }),
    basedOn: older,
  }),
  'Take an item back from the customer': made({
    name: 'return-items',
    input: () => ({ ...seen, items: ['item-of-kuivaus'], reason: 'x' }),
    basedOn: revision,
  }),
  'Write down that the customer declined own work': made({
    name: 'record-customer-answer',
    input: () => ({ ...seen, answer: 'declined', note: '' }),
    basedOn: revision,
    change: { settlement: { kind: 'customerOwnWork' } },
  }),
};
