import {
  aBudget,
  aContent,
  aDirectory,
  anInsurer,
  anna,
  aRole,
  aStanding,
  aTask,
  bertil,
  carla,
  monday,
} from '../builders.ts';
import { anInvoice, itsDocument } from '../invoices.ts';
import { aSession, deskInMemory } from '../renderer/in-memory-desk.ts';
import { livingCase, type LivingStart } from '../renderer/living-case.ts';

const approval = { version: 1, by: bertil, as: 'insurer', amount: 500_000, previous: 0, at: monday } as const;
const decided = { by: bertil, at: monday };
const invoices = [
  anInvoice({
    id: 'first',
    number: 'KP 2026-011',
    kind: 'partial',
    money: { amount: 300_000, currency: 'EUR' },
    vat: 75_000,
    state: 'approved',
    decided: { ...decided, reason: '' },
  }),
  anInvoice({
    id: 'second',
    number: 'KP 2026-013',
    money: { amount: 410_000, currency: 'EUR' },
    state: 'rejected',
    decided: { ...decided, reason: 'The hours of the second week are on it twice.' },
  }),
  anInvoice({ comment: 'Two more days of drying than were planned.' }),
];
const content = aContent({
  role: aRole({ user: carla, userAssignedAt: monday }),
  tasks: [aTask({ status: '4', responsibles: [anna], budget: 'required' })],
  budgets: [aBudget({ state: 'approved', approvals: [approval] })],
  invoices,
  documents: invoices.map(itsDocument),
});

const bytes = new TextEncoder().encode('Item;Amount\nDrying;3800,00\n');
const scene = (standing: LivingStart['standing']) => () => ({
  desk: deskInMemory({ session: aSession, copies: { 'file-of-invoice-1': bytes } }),
  workplace: livingCase({ content, directory: aDirectory(), standing }).workplace,
});

/** The invoices of a case, as the partner and the insurer see them. */
export const invoiceScenes = {
  'invoices-partner': scene(aStanding()),
  'invoices-insurer': scene(anInsurer()),
} as const;
