import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../../../shared/domain/case/case.ts';
import type { PriceList } from '../../../../shared/domain/price-list/price-list.ts';
import {
  aBudget,
  aCaseHandler,
  aContent,
  anInsurer,
  anna,
  aRole,
  aStanding,
  aTask,
  carla,
  someSettings,
} from '../../../support/builders.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';
import { aPlan, aRoom, editing, putOf } from '../../../support/work-plan.ts';

const settings = someSettings({ workPlans: true });
const task = aTask({ status: '2', responsibles: [anna] });
const two = aPlan(
  [{ text: 'Dry the floor' }, { text: 'Paint the wall', quantity: '2', amountOf: 20_000 }],
  [{}, { amount: 20_000 }],
);
const kitchen = aRoom({ length: 42_000, width: 26_000 });
const planned = (change: Partial<Case> = {}) => aContent({ tasks: [task], rooms: [kitchen], ...two, ...change });

const dryingPrices: PriceList = {
  id: 'list-2',
  mark: 2,
  name: 'Drying 2026',
  validFrom: '2026-01-01',
  validUntil: null,
  currency: 'EUR',
  count: 1,
  items: [{ code: 'DR-10', text: 'Dry', unit: 'm²', trade: 'Drying', unitPrice: 9_500 }],
};

async function openPlan(start: Parameters<typeof showCase>[0] = {}) {
  const shown = await showCase({ tab: 'work-plan', content: planned(), standing: aStanding({ settings }), ...start });
  await screen.findByRole('toolbar');
  const cell = (row: number, column: number) => {
    const lines = screen.getAllByRole('row').filter((each) => each.dataset['index'] !== undefined);
    const found = lines[row] && within(lines[row]).getAllByRole('gridcell')[column];
    if (!found) throw new Error(`there is no cell ${row}/${column}`);
    return found;
  };
  const texts = (row: number) => [0, 1, 2, 3, 4, 5, 6, 7, 8].map((column) => plain(cell(row, column).textContent));
  return { ...shown, cell, texts, issued: () => shown.living.workplace.done.issued };
}

describe('the grid', () => {
  test('is edited like a spreadsheet and saved as one command', { timeout: 60_000 }, async () => {
    const { user, cell, texts, issued } = await openPlan();
    expect(texts(0)).toEqual([
      '',
      'DR-10',
      'Dry the floor',
      'Drying',
      '4,2*2,2-1,6= 7.64',
      'm²',
      '100.00',
      '764.00',
      'Draft',
    ]);
    await user.click(cell(0, 4));
    // Typing takes the place of what is there, Enter keeps it and leads down, the next formula has a fault.
    await user.keyboard('3*2{Enter}2**2{Enter}');
    expect(texts(0)[4]).toBe('3*2= 6');
    expect(texts(0)[7]).toBe('600.00');
    expect(cell(1, 4).getAttribute('aria-invalid')).toBe('true');
    expect(texts(1)[4]).toBe('2**2A number is missing behind a sign');
    const save = screen.getByRole('button', { name: 'Save plan' });
    expect(save.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getAllByText('Paint the wall: A number is missing behind a sign.')).not.toEqual([]);
    // F2 goes on with what is there; Escape leaves the cell as it was.
    await user.keyboard('{F2}9{Escape}');
    expect(texts(1)[4]).toContain('2**2');
    await user.keyboard('{F2}{Backspace}{Backspace}{Backspace}*3{Tab}');
    expect(texts(1)[4]).toBe('2*3= 6');
    expect(document.activeElement).toBe(cell(1, 5));
    await user.keyboard('{Delete}');
    expect(texts(1)[5]).toBe('');
    await user.keyboard('{Control>}z{/Control}');
    expect(texts(1)[5]).toBe('m²');
    await user.keyboard('{Control>}y{/Control}');
    expect(texts(1)[5]).toBe('');
    await user.click(screen.getByRole('button', { name: 'Save plan' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save plan' })).toBeNull());
    expect(issued()).toMatchObject([
      {
        name: 'edit-work-plan',
        input: {
          items: [
            { id: 'item-0', revision: 'revision-of-item-0', quantity: '3*2', unitPrice: 10_000 },
            { id: 'item-1', quantity: '2*3', unit: '' },
          ],
          itemsRemoved: [],
        },
      },
    ]);
    expect(texts(0)[7]).toBe('600.00');
  });

  test('takes cells that were copied from a spreadsheet, also below the last line', async () => {
    const { user, cell, texts } = await openPlan();
    await user.click(cell(1, 1));
    await user.paste('X-1\tSand the floor\tFlooring\t2*2\tm²\t12.50\nX-2\tLay parquet\tFlooring\t4\tm²\t64.00\n');
    expect(texts(1)).toEqual(['', 'X-1', 'Sand the floor', 'Flooring', '2*2= 4', 'm²', '12.50', '50.00', 'Draft']);
    expect(texts(2).slice(1, 8)).toEqual(['X-2', 'Lay parquet', 'Flooring', '4', 'm²', '64.00', '256.00']);
  });

  test('selects lines by key and takes them out; nothing is done to what waits for a decision', async () => {
    const waits = aPlan([
      { text: 'Dry the floor', state: 'submitted', budget: 'budget-1' },
      { text: 'Paint the wall' },
    ]);
    const { user, cell } = await openPlan({ content: planned(waits) });
    await user.click(cell(0, 4));
    await user.keyboard('5');
    expect(screen.getByText('It waits for a decision: recall it first.')).toBeDefined();
    await user.keyboard('{ArrowDown} ');
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    expect(screen.queryByText('Paint the wall')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByText('Paint the wall')).toBeDefined();
  });

  test('who is outside the agreement reads quantities, and has no column for what it costs', async () => {
    const content = planned({ workValues: [], hidden: ['budgets', 'other-budgets', 'cover', 'other-log'] });
    await openPlan({ content, standing: aStanding({ settings, budgetPermission: false }) });
    const heads = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    expect(heads).toEqual(['Selected', 'Code', 'Work', 'Trade', 'Quantity', 'Unit', 'State', 'Task']);
    expect(screen.getByRole('button', { name: 'Add item' }).getAttribute('aria-disabled')).toBe('true');
  });
});

describe('the draft', () => {
  test('is kept when one leaves, and what others changed too is chosen from', async () => {
    const shown = await openPlan();
    const { user, cell, meanwhile, desk } = shown;
    await user.click(cell(0, 4));
    await user.keyboard('5{Enter}');
    await user.click(screen.getByRole('tab', { name: /^Overview/ }));
    await waitFor(() => expect(Object.values(desk.done.drafts).join()).toContain('"quantity":"5"'));
    await user.click(screen.getByRole('tab', { name: /^Work plan/ }));
    expect(await screen.findByText(/They were kept on this computer since you left/)).toBeDefined();
    const [item] = two.workItems ?? [];
    if (!item) throw new Error('the plan has an item');
    await meanwhile((living) =>
      living.arrives(anInsurer({ settings }), {
        name: 'edit-work-plan',
        input: editing({ items: [putOf(item, { quantity: '8' })] }),
      }),
    );
    // The plan is as it was when it was opened until one asks for the changes.
    expect(screen.getByText(/1 thing was changed since/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Save plan' }).getAttribute('aria-disabled')).toBe('true');
    const choice = screen.getByRole('region', { name: 'Changed by others too' });
    expect(plain(choice.textContent)).toContain('Dry the floor · 8 m² · €800.00');
    await user.click(within(choice).getByRole('button', { name: 'Take theirs' }));
    expect(shown.texts(0)[4]).toBe('8');
    expect(screen.queryByRole('button', { name: 'Save plan' })).toBeNull();
  });

  test('rooms have measures, which are offered where a quantity is typed', async () => {
    const { user, cell } = await openPlan({
      content: planned(aPlan([{ text: 'Dry the floor', room: 'kitchen' }])),
    });
    await user.click(screen.getByRole('button', { name: 'Rooms…' }));
    const rooms = await screen.findByRole('dialog');
    await user.type(within(rooms).getByLabelText('Height, m'), '2,5');
    await user.click(within(rooms).getByRole('button', { name: 'Done' }));
    await user.dblClick(cell(0, 4));
    const field = screen.getByRole('combobox', { name: 'Quantity' });
    const offered = [...((field as HTMLInputElement).list?.options ?? [])].map(({ value }) => value);
    expect(offered).toEqual(['4.2*2.6', '2*(4.2+2.6)', '2*(4.2+2.6)*2.5', '4.2*2.6*2.5']);
  });
});

test('items of a price list are searched, several are ticked, and they are added with their prices', async () => {
  const item = { unit: 'm²', trade: 'Flooring', unitPrice: 6400 };
  const list: PriceList = {
    id: 'list-1',
    mark: 1,
    name: 'Prices 2026',
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
    currency: 'EUR',
    count: 3,
    items: [
      { ...item, code: 'FL-30', text: 'Lay oak parquet' },
      { ...item, code: 'FL-31', text: 'Oil parquet', unitPrice: 950 },
      { ...item, code: 'PA-11', text: 'Paint walls' },
    ],
  };
  const { user, texts } = await openPlan({ priceLists: [list] });
  await user.click(screen.getByRole('button', { name: 'From price list…' }));
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByText(/^1 Jan 2026 to 31 Dec 2026$/);
  await user.type(within(dialog).getByLabelText('Search'), 'parquet');
  await waitFor(() => expect(within(dialog).queryByText(/Paint walls/)).toBeNull());
  await user.click(within(dialog).getByRole('checkbox', { name: /Lay oak parquet/ }));
  await user.type(within(dialog).getByLabelText('Quantity of Lay oak parquet'), '4,2*2,6');
  await user.click(within(dialog).getByRole('checkbox', { name: /Oil parquet/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Add 2 items' }));
  expect(texts(2).slice(1, 8)).toEqual([
    'FL-30',
    'Lay oak parquet',
    'Flooring',
    '4,2*2,6= 10.92',
    'm²',
    '64.00',
    '698.88',
  ]);
  expect(texts(3)[4]).toBe('Quantity missing');
});

describe('sending and deciding', () => {
  test('a selection is sent with its sum and what follows, and waits then', async () => {
    const { user, cell, texts, issued } = await openPlan();
    await user.click(cell(1, 0));
    await user.click(screen.getByRole('button', { name: 'Submit…' }));
    const dialog = await screen.findByRole('dialog');
    expect(plain(dialog.textContent)).toMatch(/Together €200\.00.*Drying becomes: /);
    await user.click(within(dialog).getByRole('button', { name: 'Submit 1 item' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(issued()).toMatchObject([
      { name: 'submit-work-items', input: { items: [{ id: 'item-1', revision: 'revision-of-item-1' }] } },
    ]);
    expect(texts(1)[8]).toBe('Submitted');
    expect(texts(0)[8]).toBe('Draft');
    expect(screen.getByRole('button', { name: 'Recall…' })).toBeDefined();
  });

  test('what fits the limit is approved, one item is rejected with its reason, the others wait', async () => {
    const sent = { state: 'submitted', budget: 'budget-1' } as const;
    const plan = aPlan(
      [sent, sent, sent].map((each, at) => ({ ...each, text: `Work ${at}` })),
      [{ amount: 300_000 }, { amount: 400_000 }, { amount: 100_000 }],
    );
    const budget = aBudget({ file: null, items: [], waiting: 800_000, money: { amount: 800_000, currency: 'EUR' } });
    const content = planned({
      ...plan,
      tasks: [aTask({ status: 'B', responsibles: [anna] })],
      budgets: [budget],
      role: aRole({ user: carla }),
    });
    const { user, issued } = await openPlan({ content, standing: aCaseHandler({ settings }) });
    await user.click(within(screen.getByRole('toolbar')).getByRole('button', { name: 'Decide…' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'These 2 fit your limit: approve them' }));
    expect(plain(dialog.textContent)).toContain('Within your limit of €5,000.00: €1,000.00 left after it.');
    await user.click(within(dialog).getByRole('button', { name: 'Approve: Work 1' }));
    expect(plain(dialog.textContent)).toContain('Above your limit of €5,000.00 by €3,000.00.');
    await user.click(within(dialog).getByRole('button', { name: 'Approve: Work 1' }));
    await user.click(within(dialog).getByRole('button', { name: 'Approve: Work 2' }));
    await user.click(within(dialog).getByRole('button', { name: 'Reject: Work 2' }));
    const deed = within(dialog).getByRole('button', { name: 'Approve 1 item, reject 1 item' });
    await user.click(deed);
    expect(within(dialog).getByRole('alert').textContent).toBe('Write the reason first: the office reads it.');
    await user.type(within(dialog).getByLabelText(/^Why these are rejected/), 'not agreed');
    await user.click(deed);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(issued()).toMatchObject([
      {
        name: 'decide-work-items',
        seen: 'revision-of-budget-1',
        input: {
          approved: ['item-0'],
          rejected: ['item-2'],
          money: { amount: 300_000, currency: 'EUR' },
          reason: 'not agreed',
        },
      },
    ]);
  });

  test('what is worth a second look says why, and is approved all the same', async () => {
    const sent = { state: 'submitted', budget: 'budget-1', room: 'kitchen' } as const;
    const plan = aPlan(
      [
        { ...sent, text: 'Dry the floor', quantity: '12', amountOf: 120_000 },
        { ...sent, text: 'Dry it again', unit: 'day' },
        { ...sent, code: null, text: 'Paint the wall' },
      ],
      [{}, { unitPrice: 9_000 }, {}],
    );
    const content = planned({
      ...plan,
      rooms: [aRoom({ length: 42_000, width: 26_000 })],
      tasks: [aTask({ status: 'B', responsibles: [anna] })],
      budgets: [aBudget({ file: null, items: [], waiting: 300_000, submittedAt: '2026-11-24T08:00:00.000Z' })],
    });
    const { user, issued } = await openPlan({ content, standing: anInsurer({ settings }), priceLists: [dryingPrices] });
    await user.click(within(screen.getByRole('toolbar')).getByRole('button', { name: 'Decide…' }));
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText('2 items are worth a second look. They can be approved all the same.');
    const row = (text: string) => plain(within(dialog).getByRole('row', { name: new RegExp(text) }).textContent);
    expect(row('12 m²')).toContain('More than the room: its floor has 10.92 m².');
    expect(row('12 m²')).toContain('Above the price list: 95.00 in Drying 2026.');
    expect(row('Dry it again')).toContain('Twice in the room: “Dry the floor” is there already.');
    expect(row('Dry it again')).not.toContain('Above the price list');
    expect(row('Paint the wall')).not.toMatch(/More than|Above|Twice/);
    await user.click(within(dialog).getByRole('button', { name: 'Approve all' }));
    await user.click(within(dialog).getByRole('button', { name: 'Approve 3 items' }));
    await waitFor(() => expect(issued()).toMatchObject([{ name: 'decide-work-items' }]));
  });

  test('what was approved in part is answered by the partner', async () => {
    const approved = { amount: 76_400, quantity: 76_400, unitPrice: 10_000 };
    const plan = aPlan([{ state: 'approved' }, { state: 'rejected', text: 'Paint the wall' }], [{ approved }, {}]);
    const content = planned({ ...plan, tasks: [aTask({ status: 'B+', responsibles: [anna] })] });
    const { user, issued } = await openPlan({ content });
    const note = screen.getByRole('region', { name: 'Approved in part: Drying' });
    expect(plain(note.textContent)).toContain('1 item was rejected.');
    await user.click(within(note).getByRole('button', { name: 'Do without it' }));
    await waitFor(() =>
      expect(issued()).toMatchObject([{ name: 'accept-partial-approval', input: { task: 'drying-1' } }]),
    );
    expect(screen.queryByRole('region', { name: 'Approved in part: Drying' })).toBeNull();
  });
});

test('there is no such tab where the portal takes simple budgets', async () => {
  await showCase({ content: planned(), standing: aStanding() });
  expect(screen.queryByRole('tab', { name: /^Work plan/ })).toBeNull();
});
