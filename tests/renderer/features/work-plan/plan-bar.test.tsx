import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { CaseContent } from '../../../../shared/domain/case/case.ts';
import type { LogEntry } from '../../../../shared/domain/case/log-entry.ts';
import { aContent, anna, aStanding, aTask, monday, someSettings } from '../../../support/builders.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';
import { aPlan, aRoom } from '../../../support/work-plan.ts';

const settings = someSettings({ workPlans: true });
const plan = aPlan(
  [
    { text: 'Dry the floor', room: 'kitchen' },
    { text: 'Paint the wall', quantity: '2', amountOf: 20_000 },
  ],
  [{}, { amount: 20_000 }],
);
const content: CaseContent = aContent({
  tasks: [aTask({ status: '2', responsibles: [anna] })],
  rooms: [aRoom()],
  ...plan,
});

async function openPlan(start: Parameters<typeof showCase>[0] = {}) {
  const shown = await showCase({ tab: 'work-plan', content, standing: aStanding({ settings }), ...start });
  await screen.findByRole('toolbar');
  return { ...shown, letters: () => shown.desk.done.letters };
}

const hidden: CaseContent['case']['hidden'] = ['budgets', 'other-budgets', 'cover', 'other-log'];

const press = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the plan on paper', () => {
  test('is printed by room, by performer and trade, or as money alone, with its sums', async () => {
    const { user, letters } = await openPlan();
    await user.click(press('Print…'));
    const dialog = await screen.findByRole('dialog', { name: 'Print the work plan' });
    await user.click(within(dialog).getByRole('button', { name: 'Print…' }));
    await waitFor(() => expect(letters()).toHaveLength(1));
    const [byRoom] = letters();
    expect(byRoom?.name).toBeNull();
    expect(byRoom?.letter.facts.map(({ value }) => plain(value))).toContain('€964.00');
    expect(byRoom?.letter.table?.rows.map((row) => row.map(plain))).toEqual([
      ['', 'KITCHEN', '', '', '€764.00', ''],
      ['DR-10', 'Dry the floor', '7.64 m²', '€100.00', '€764.00', 'Draft'],
      ['', 'IN NO ROOM', '', '', '€200.00', ''],
      ['DR-10', 'Paint the wall', '2 m²', '€100.00', '€200.00', 'Draft'],
    ]);
    await user.click(within(dialog).getByRole('radio', { name: /^Money only/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Save as PDF…' }));
    await waitFor(() => expect(letters()).toHaveLength(2));
    const money = letters()[1];
    expect(money?.name).toMatch(/^work-plan-.*\.pdf$/);
    expect(money?.letter.table?.rows.at(-1)?.map(plain)).toEqual(['In all', '2', '€964.00']);
    expect(JSON.stringify(money?.letter)).not.toContain('Paint the wall');
  });

  test('has no prices for who sees none, and nothing that is not saved', async () => {
    const { user, letters } = await openPlan({
      content: { ...content, case: { ...content.case, workValues: [], hidden } },
      standing: aStanding({ settings, budgetPermission: false }),
    });
    await user.click(press('Print…'));
    const dialog = await screen.findByRole('dialog', { name: 'Print the work plan' });
    expect(within(dialog).queryByRole('radio', { name: /^Money only/ })).toBeNull();
    await user.click(within(dialog).getByRole('button', { name: 'Print…' }));
    await waitFor(() => expect(letters()).toHaveLength(1));
    expect(letters()[0]?.letter.table?.columns).toEqual(['Code', 'Work', 'Quantity', 'State']);
  });

  test('waits until the plan is saved', async () => {
    const { user, letters } = await openPlan();
    await user.click(press('Add trip'));
    await user.click(press('Print…'));
    const dialog = await screen.findByRole('dialog', { name: 'Print the work plan' });
    const print = within(dialog).getByRole('button', { name: 'Print…' });
    expect(print.getAttribute('aria-disabled')).toBe('true');
    await user.click(print);
    expect(letters()).toEqual([]);
  });
});

test('the log of the plan tells of the plan and its budgets, and of nothing else', async () => {
  const line = (what: LogEntry['what'], id: string, facts: LogEntry['facts'] = {}): LogEntry => ({
    id,
    command: id,
    at: monday,
    receivedAt: monday,
    by: anna,
    as: 'office',
    what,
    facts,
    company: null,
  });
  const log = [
    line('work-plan-edited', 'one', { added: '2', changed: '0', removed: '0', rooms: '1' }),
    line('received-confirmed', 'two', { task: 'drying' }),
    line('budget-recalled', 'three', { description: 'Drying', money: 'EUR 76400', version: '1' }),
  ];
  const { user } = await openPlan({ content: { ...content, log } });
  await user.click(press('Log…'));
  const dialog = await screen.findByRole('dialog', { name: 'Log of the work plan' });
  const lines = within(dialog).getAllByRole('listitem');
  expect(lines).toHaveLength(2);
  expect(lines[1]?.textContent).toContain('Anna Korhonen');
});

test('what is pasted reaches the cell with the focus, wherever the browser says it was pasted', async () => {
  const { user } = await openPlan();
  await user.click(screen.getByRole('gridcell', { name: 'Paint the wall' }));
  fireEvent.paste(document.body, { clipboardData: { getData: () => 'Paint the ceiling' } });
  expect(await screen.findByRole('gridcell', { name: 'Paint the ceiling' })).toBeDefined();
  const setData: string[] = [];
  fireEvent.copy(document.body, { clipboardData: { setData: (_: string, text: string) => setData.push(text) } });
  expect(setData).toEqual(['Paint the ceiling']);
});
