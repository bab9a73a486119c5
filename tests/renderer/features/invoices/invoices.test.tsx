import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  aBudget,
  aCaseHandler,
  aContent,
  anInsurer,
  anna,
  aRole,
  aStanding,
  aTask,
  bertil,
  carla,
  monday,
} from '../../../support/builders.ts';
import { inEnglish } from '../../../support/in-english.ts';
import { anInvoice, itsDocument } from '../../../support/invoices.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';

const tasks = [aTask({ status: '3', responsibles: [anna] }), aTask({ id: 'drying-2', status: '2' })];
const approval = { version: 1, by: bertil, as: 'insurer', amount: 500_000, previous: 0, at: monday } as const;
const budgets = [aBudget({ state: 'approved', approvals: [approval] })];
const decided = { by: bertil, at: monday, reason: '' };
const first = anInvoice({
  id: 'first',
  number: 'KP 1',
  kind: 'partial',
  money: { amount: 300_000, currency: 'EUR' },
  state: 'approved',
  decided,
});
const invoice = anInvoice();
const withInvoices = (change: Parameters<typeof aContent>[0] = {}) =>
  aContent({
    tasks,
    budgets,
    invoices: [first, invoice],
    documents: [first, invoice].map(itsDocument),
    role: aRole({ user: carla }),
    ...change,
  });
const pdf = new File(['%PDF-1.4'], 'invoice.pdf', { type: 'application/pdf' });
const bytes = { 'file-of-invoice-1': new TextEncoder().encode('Invoice;3800\n') };

async function openForm(content = withInvoices()) {
  const shown = await showCase({ content, tab: 'invoices' });
  await shown.user.click(within(screen.getByRole('tabpanel')).getByRole('button', { name: 'Add invoice…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Invoice for tasks' });
  const fill = async (label: RegExp, text: string) => {
    await shown.user.clear(within(dialog).getByLabelText(label));
    await shown.user.type(within(dialog).getByLabelText(label), text);
  };
  return { ...shown, dialog, fill };
}

test('the tab holds the invoices against the budget: each with the sum so far, what is approved and what is left', async () => {
  await showCase({ content: withInvoices(), tab: 'invoices' });
  const table = screen.getByRole('table', { name: 'Invoices of Kuivaus Oy' });
  const rows = within(table)
    .getAllByRole('row')
    .map((row) => plain(row.textContent));
  expect(rows[1]).toBe('Approved budget€5,000.00');
  expect(rows[2]).toMatch(/^KP 1Partial 1 · .*Approved.*€3,000\.00.*€3,000\.00$/);
  expect(rows[4]).toMatch(
    /^KP 2026-014Final · 20 Nov 2026 · Drying.*Waits for a decision€3,800\.00VAT €950\.00€6,800\.00$/,
  );
  expect(rows.slice(-2)).toEqual(['Approved invoices€3,000.00', 'Left of the budget€2,000.00']);
  expect(screen.getByText('The invoices are €1,800.00 above the approved budget.')).toBeDefined();
});

test('an invoice is sent with what is printed on it and its file; what is missing is said, above the budget is only warned of', async () => {
  const { user, dialog, fill, living } = await openForm();
  const send = () => within(dialog).getByRole('button', { name: /Send invoice/ });
  const missing = async () => {
    await user.click(send());
    return within(dialog).getByRole('alert').textContent;
  };
  expect(await missing()).toContain('number');
  await fill(/Invoice number/, 'kp2026-014');
  expect(within(dialog).getByText('Your company has used this number already.')).toBeDefined();
  expect(await missing()).toContain('another number');
  await fill(/Invoice number/, 'KP 2026-015');
  expect(await missing()).toContain('amount');
  await fill(/Amount in EUR/, '2,000.50');
  expect(await missing()).toContain('date');
  await user.type(within(dialog).getByLabelText(/Date of the invoice/), '2026-11-20');
  expect(await missing()).toContain('at least one task');
  expect(within(dialog).getAllByRole('checkbox')).toHaveLength(1);
  await user.click(within(dialog).getByRole('checkbox', { name: /Drying/ }));
  expect(await missing()).toContain('file');
  await user.upload(within(dialog).getByLabelText(/Invoice file/), pdf);
  await within(dialog).findByText('invoice.pdf');
  expect(within(dialog).getByText('The invoices are €3,800.50 above the approved budget.')).toBeDefined();
  await user.click(send());
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(living.workplace.done.issued).toMatchObject([
    {
      name: 'add-invoice',
      input: {
        number: 'KP 2026-015',
        tasks: ['drying-1'],
        money: { amount: 200_050, currency: 'EUR' },
        vat: null,
        dated: '2026-11-20',
        kind: 'final',
        file: { name: 'invoice.pdf' },
      },
    },
  ]);
});

test.each([
  ['fi-FI', '4 200,50'],
  ['de-DE', '4.200,50'],
  ['en-GB', '4,200.50'],
])('an amount is read as people write it in %s', async (place, typed) => {
  const { dialog, fill } = await openForm();
  inEnglish(place);
  await fill(/Amount in EUR/, typed);
  expect(within(dialog).getByText(/^= .*4.?200[.,]50/)).toBeDefined();
});

test('the insurer approves it with its file beside it, or rejects it with the reason', async () => {
  const { user, living } = await showCase({
    content: withInvoices(),
    standing: anInsurer(),
    tab: 'invoices',
    desk: { copies: bytes },
  });
  await user.click(screen.getByRole('button', { name: 'Decide…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Decide on the invoice' });
  expect(within(dialog).getByText('The invoices are €1,800.00 above the approved budget.')).toBeDefined();
  expect(within(dialog).getByRole('button', { name: 'Approve €3,800.00' })).toBeDefined();
  await user.click(within(dialog).getByRole('radio', { name: 'Reject' }));
  await user.click(within(dialog).getByRole('button', { name: 'Reject invoice' }));
  expect(within(dialog).getByRole('alert').textContent).toContain('Write the reason first');
  await user.type(within(dialog).getByLabelText(/Reason/), 'Twice on it');
  await user.click(within(dialog).getByRole('button', { name: 'Reject invoice' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(living.workplace.done.issued).toMatchObject([
    { name: 'reject-invoice', seen: 'revision-of-invoice-1', input: { invoice: 'invoice-1', reason: 'Twice on it' } },
  ]);
});

test('the External case handler sees that only the insurer decides', async () => {
  await showCase({ content: withInvoices(), standing: aCaseHandler(), tab: 'invoices' });
  const button = screen.getByRole('button', { name: 'Decide…' });
  const reason = document.getElementById(button.getAttribute('aria-describedby') ?? '');
  expect(reason?.textContent).toContain('insurer');
});

test('who may not see budgets is told why the tab is locked', async () => {
  const unseen = withInvoices({ invoices: [], documents: [], budgets: [], hidden: ['budgets', 'other-budgets'] });
  await showCase({ content: unseen, standing: aStanding({ budgetPermission: false }), tab: 'invoices' });
  expect(screen.getByRole('tabpanel').textContent).toContain('An admin of Kuivaus Oy can allow it.');
});

test('an invoice that waits is changed without a new file, and taken back', async () => {
  const { user, living } = await showCase({ content: withInvoices(), tab: 'invoices' });
  await user.click(screen.getByRole('button', { name: 'Change…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Change invoice' });
  await user.clear(within(dialog).getByLabelText(/Amount in EUR/));
  await user.type(within(dialog).getByLabelText(/Amount in EUR/), '1,500');
  await user.click(within(dialog).getByRole('button', { name: 'Change invoice' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(await screen.findByRole('button', { name: 'Remove…' }));
  const removal = await screen.findByRole('dialog', { name: 'Remove invoice KP 2026-014' });
  await user.click(within(removal).getByRole('button', { name: 'Remove invoice' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(living.workplace.done.issued).toMatchObject([
    { name: 'change-invoice', input: { money: { amount: 150_000 }, file: null, number: 'KP 2026-014' } },
    { name: 'remove-invoice' },
  ]);
});

test('approving a task that needs an invoice and has none says so first', async () => {
  const content = aContent({ tasks: [aTask({ status: '4', budget: 'required', responsibles: [anna] })] });
  const { user } = await showCase({ content, standing: anInsurer(), tab: 'tasks' });
  const [button] = screen.getAllByRole('button', { name: /Approve/ });
  if (!button) throw new Error('the task cannot be approved');
  await user.click(button);
  const dialog = await screen.findByRole('dialog', { name: /Approve/ });
  expect(
    within(dialog).getByText('No invoice was sent for it yet, and once it is approved none can be.'),
  ).toBeDefined();
});
