import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Right } from '../../../../shared/domain/rights/rights.ts';
import type { Settlement } from '../../../../shared/domain/settlement/settlement.ts';
import { aContent, anna, monday } from '../../../support/builders.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';
import { aSettledItem, aSettlement, aSettler, planned } from '../../../support/settlements.ts';

const all = ['cash.allTasks', 'cash.beforeApproval', 'ownwork.beforeApproval', 'budget.approve'] as const;
const floor = aSettledItem({ item: 'item-0', text: 'Dry the floor' });
const wall = aSettledItem({ item: 'item-1', text: 'Paint the wall', trade: 'Painting', amount: 20_000 });

interface Start {
  readonly rights?: readonly Right[];
  readonly limit?: number;
  readonly tab?: string;
  readonly settlements?: readonly Settlement[];
}

async function open({ rights = all, limit = 100_000, tab = 'settlements', settlements }: Start = {}) {
  const subject = planned(
    [
      { amount: 10_000, change: { text: 'Dry the floor', allocation: 'cashOffer' } },
      { amount: 20_000, change: { text: 'Paint the wall', trade: 'Painting', allocation: 'cashOffer' } },
    ],
    { settlements: settlements ?? [aSettlement({ items: [floor, wall] })] },
  );
  const shown = await showCase({ tab, content: aContent(subject), standing: aSettler(rights, limit) });
  return { ...shown, issued: () => shown.living.workplace.done.issued };
}

const dialog = async () => within(await screen.findByRole('dialog'));
const card = async (name: string) => within(await screen.findByRole('article', { name }));

test(
  'a settlement is read with its state, who made it by which right, and its sheet as it was',
  { timeout: 60_000 },
  async () => {
    const { user } = await open({
      settlements: [aSettlement({ items: [floor, wall], by: anna, as: 'external-case-handler' })],
    });
    const shown = await card('Cash offer: €300.00');
    expect(shown.getByText('Provisional')).toBeTruthy();
    const facts = plain(shown.getByLabelText('About it').textContent);
    expect(facts).toContain(
      'External case handler, by “Make cash offer for all tasks” and “Make cash offer before budget',
    );
    expect(facts).toContain('Adds to what was approved€300.00');
    expect(facts).toContain("Customer's answerNone yet");
    await user.click(shown.getByText('Settlement sheet'));
    const items = within(shown.getByRole('table', { name: 'Amounts by item' })).getAllByRole('row');
    expect(items.map(({ textContent }) => plain(textContent))).toContain(
      'Paint the wallnot approved: as calculatedPainting1 m²200.00200.00',
    );
  },
);

test('what it adds is approved within the limit: it counts, and is binding then', { timeout: 60_000 }, async () => {
  const { user, issued } = await open({ limit: 30_000 });
  const shown = await card('Cash offer: €300.00');
  expect(shown.getByText('Within your limit, €0.00 left after it')).toBeTruthy();
  await user.click(shown.getByRole('button', { name: 'Approve…' }));
  await user.click((await dialog()).getByRole('button', { name: 'Approve €300.00' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(issued()).toMatchObject([
    { name: 'bind-settlement', input: { settlement: 'settlement-1', money: { amount: 30_000, currency: 'EUR' } } },
  ]);
  expect((await card('Cash offer: €300.00')).getByText('Binding')).toBeTruthy();
});

test('above the limit it is refused with the amounts', { timeout: 60_000 }, async () => {
  await open({ limit: 29_999 });
  const shown = await card('Cash offer: €300.00');
  expect(shown.getByText('Above your limit by €0.01')).toBeTruthy();
  expect(shown.getByRole('button', { name: 'Approve…' }).getAttribute('aria-disabled')).toBe('true');
  expect(plain(document.body.textContent)).toMatch(/€299\.99/);
});

test('some of it goes back: what stays is told before, and follows as another offer', { timeout: 60_000 }, async () => {
  const { user, issued } = await open();
  const shown = await card('Cash offer: €300.00');
  await user.click(shown.getByRole('button', { name: 'Give items back…' }));
  const asked = await dialog();
  expect(asked.getByText(/^The settlement ends. Its items are the partner's again/)).toBeTruthy();
  await user.click(asked.getByRole('checkbox', { name: 'Dry the floor' }));
  expect(asked.getByText(/another one follows it with what stays: the customer is paid €100.00/)).toBeTruthy();
  await user.type(asked.getByRole('textbox', { name: /Reason/ }), 'Wrong room');
  await user.click(asked.getByRole('button', { name: 'Give 1 item back' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(issued()).toMatchObject([{ name: 'return-items', input: { items: ['item-1'], reason: 'Wrong room' } }]);
  expect((await card('Cash offer: €300.00')).getAllByText('Ended')).not.toEqual([]);
  expect((await card('Cash offer: €100.00')).getByText('Provisional')).toBeTruthy();
});

test(
  'what the customer said is written down; a no gives everything back, which is said first',
  { timeout: 60_000 },
  async () => {
    const { user, issued } = await open();
    const shown = await card('Cash offer: €300.00');
    await user.click(shown.getByRole('button', { name: "Record the customer's answer…" }));
    const asked = await dialog();
    await user.click(asked.getByRole('button', { name: 'Record the answer' }));
    expect((await asked.findByRole('alert')).textContent).toBe('Choose first what the customer said.');
    await user.click(asked.getByRole('radio', { name: 'The customer declined' }));
    expect(asked.getByText(/^All its items go back to the partner/)).toBeTruthy();
    await user.type(asked.getByRole('textbox', { name: 'Note' }), 'Wants the work done');
    await user.click(asked.getByRole('button', { name: 'The customer declined' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(issued()).toMatchObject([
      { name: 'record-customer-answer', input: { answer: 'declined', note: 'Wants the work done' } },
    ]);
    const ended = await card('Cash offer: €300.00');
    expect(ended.getAllByText('Ended')).not.toEqual([]);
    expect(plain(ended.getByLabelText('About it').textContent)).toContain('the customer declined');
    expect(ended.queryByRole('button', { name: 'Give items back…' })).toBeNull();
  },
);

test(
  'the letter to the customer says what is paid, for what, and what comes with a receipt',
  { timeout: 60_000 },
  async () => {
    const { user, desk } = await open({
      settlements: [
        aSettlement({
          items: [floor, wall],
          state: 'binding',
          adds: 0,
          answer: { answer: 'accepted', note: '', by: anna, at: monday },
        }),
      ],
    });
    const shown = await card('Cash offer: €300.00');
    await user.click(shown.getByRole('button', { name: 'Print the letter…' }));
    const letter = desk.done.letters[0]?.letter;
    expect(letter?.title).toBe('Cash offer');
    expect(letter?.facts.map(({ value }) => plain(value))).toContain('€300.00');
    expect(letter?.table?.rows.map((row) => row.map(plain))).toEqual([
      ['Dry the floor', '', '1 m²', '€100.00'],
      ['Paint the wall', '', '1 m²', '€200.00'],
      ['Items', '', '', '€300.00'],
      ['The customer is paid', '', '', '€300.00'],
    ]);
    expect(plain(letter?.closing.join())).toContain('VAT of 25.5%, €76.50 at most, is paid once you send a receipt');
  },
);

test('cost control shows what waits, and its meter counts it', { timeout: 60_000 }, async () => {
  const { user } = await open({ tab: 'cost-control', limit: 20_000 });
  const waiting = within(await screen.findByRole('region', { name: 'Settlements with the customer that wait' }));
  expect(waiting.getByText(/the customer is paid €300.00, €300.00 more than was approved/)).toBeTruthy();
  const meter = within(screen.getByRole('region', { name: 'Your approval limit' }));
  expect(meter.getByText('Above your limit by €100.00')).toBeTruthy();
  await user.click(waiting.getByRole('button', { name: 'Approve…' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});
