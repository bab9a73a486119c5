import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Budget } from '../../../../shared/domain/budget/budget.ts';
import { anApproval, eur } from '../../../support/budget-commands.ts';
import {
  aBudget,
  aCaseHandler,
  aContent,
  anInsurer,
  aRole,
  aTask,
  bertil,
  carla,
  monday,
  settingsWithRole,
} from '../../../support/builders.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';
import { aPlan } from '../../../support/work-plan.ts';

const sent = (id: string, hour: number, change: Partial<Budget> = {}) =>
  aBudget({
    id,
    description: `Budget ${id}`,
    revision: `of-${id}`,
    submittedAt: `2026-11-20T0${hour}:00:00.000Z`,
    ...change,
  });
const approved = sent('a', 1, { state: 'approved', money: eur(100_000), approvals: [anApproval({ amount: 100_000 })] });
const raised = sent('b', 5, {
  version: 2,
  money: eur(250_000),
  approvals: [anApproval({ amount: 50_000, by: bertil, as: 'insurer' })],
});
const dear = sent('c', 4, { money: eur(350_000) });
const small = sent('d', 3, { money: eur(200_000) });
const rejected = sent('e', 2, {
  state: 'rejected',
  money: eur(900_000),
  rejection: { by: bertil, reason: 'Not ours', at: monday },
  answered: { by: carla, at: monday },
});
const content = aContent({
  role: aRole({ user: carla }),
  tasks: [aTask({ status: 'B' })],
  budgets: [approved, rejected, small, dear, raised],
});

const show = (standing = aCaseHandler()) => showCase({ content, standing, tab: 'cost-control' });
const table = () => screen.getByRole('table', { name: 'Budgets and what they cost' });
const figures = (name: RegExp) =>
  within(within(table()).getByRole('row', { name }))
    .getAllByRole('cell')
    .map((cell) => plain(cell.textContent));

describe('the costs of a case', () => {
  test('stand in one table: latest, in force, difference, what approving adds and by how much it is above', async () => {
    await show();
    expect(figures(/Budget b/)).toEqual(['€2,500.00', '€500.00', '+€2,000.00', '+€2,000.00', '–']);
    expect(figures(/Budget c/)).toEqual(['€3,500.00', '–', '+€3,500.00', '+€3,500.00', '–']);
    expect(figures(/Budget a(?!nd)/)).toEqual(['€1,000.00', '€1,000.00', '–', '–', '–']);
    expect(figures(/^Together/)).toEqual(['€9,000.00', '€1,500.00', '+€7,500.00', '+€7,500.00', '–']);
    expect(plain(screen.getByRole('region', { name: 'Your approval limit' }).textContent)).toContain(
      'Above your limit by €3,500.00',
    );
  });

  test('tell in the same row who answered what was forwarded, when and what', async () => {
    await show();
    expect(plain(table().textContent)).toContain(
      'Version 1 rejected by Bertil Lind, 23 Nov, 10:00: Not oursIt was forwarded by Carla Maki, 23 Nov, 10:00, and is answered.',
    );
  });

  test('bind nobody at the insurer: no limit is shown, and nothing is to be forwarded', async () => {
    await show(anInsurer());
    expect(screen.queryByRole('region', { name: 'Your approval limit' })).toBeNull();
    expect(screen.queryByRole('columnheader', { name: 'Over by' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Forward…' })).toBeNull();
  });
});

describe('by keyboard', () => {
  test('the arrows go from row to row, Space ticks, and a letter opens the decision for what it says', async () => {
    const { user } = await show();
    const [first, second] = within(table()).getAllByRole('checkbox');
    first?.focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(second);
    await user.keyboard(' ');
    expect(second).toHaveProperty('checked', true);
    await user.keyboard('r');
    const dialog = await screen.findByRole('dialog', { name: 'Decide on the budget' });
    expect(within(dialog).getByText('Budget c')).toBeDefined();
    expect(within(dialog).getByRole('radio', { name: 'Reject' })).toHaveProperty('checked', true);
  });
});

describe('several at once', () => {
  test('what would become of each is said before, and what is carried out is in the order that was seen', async () => {
    const { user, living } = await show();
    await user.click(screen.getByRole('button', { name: 'Approve several…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Approve several budgets' });
    const lines = () =>
      within(dialog)
        .getAllByRole('listitem')
        .map((each) => plain(each.textContent));
    expect(plain(within(dialog).getByRole('status').textContent)).toBe('2 of 3 can be approved');
    expect(lines()[0]).toBe('1 is left out: The amount is above your approval limit.');
    expect(lines()[2]).toContain('Budget c');
    expect(lines()[2]).toContain('Above your limit by €1,500.00');
    // Without the first the others fit.
    await user.click(within(dialog).getByRole('checkbox', { name: /Budget b/ }));
    expect(within(dialog).queryByText(/Above your limit by/)).not.toBeNull();
    await user.click(within(dialog).getByRole('checkbox', { name: /Budget d/ }));
    expect(within(dialog).queryByText(/Above your limit by/)).toBeNull();
    await user.click(within(dialog).getByRole('checkbox', { name: /Budget b/ }));
    await user.click(within(dialog).getByRole('checkbox', { name: /Budget d/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Approve 2 budgets, €4,500.00' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(living.workplace.done.issued).toMatchObject([
      {
        name: 'approve-budgets',
        input: {
          budgets: [
            { budget: 'b', version: 2 },
            { budget: 'd', version: 1 },
          ],
        },
        seen: [
          { thing: 'budget:b', revision: 'of-b' },
          { thing: 'budget:d', revision: 'of-d' },
        ],
      },
    ]);
  });

  test('only what is ticked is proposed', async () => {
    const { user } = await show();
    await user.click(within(table()).getByRole('checkbox', { name: /Budget d/ }));
    await user.click(screen.getByRole('button', { name: 'Approve 1 ticked…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Approve several budgets' });
    expect(within(dialog).getByRole('button', { name: 'Approve 1 budget, €2,000.00' })).toBeDefined();
  });
});

describe('approvals that were drawn', () => {
  const drawn = aContent({
    role: aRole({ user: carla }),
    tasks: [aTask({ status: 'B++' })],
    budgets: [sent('a', 1, { state: 'approved', approvals: [anApproval({ sampled: true })] })],
  });

  test('who approves is told before that the insurer looks at it as well', async () => {
    const settings = settingsWithRole({ enabled: true, rights: ['budget.approve'], sampleWithinLimit: 100 });
    const { user } = await showCase({ content, standing: aCaseHandler({ settings }), tab: 'cost-control' });
    await user.click(screen.getByRole('checkbox', { name: /Budget d/ }));
    await user.click(screen.getByRole('button', { name: 'Approve 1 ticked…' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('Also checked by the insurer: your approval stands.')).toBeDefined();
  });

  test('the insurer says that it was looked at', async () => {
    const { user, living } = await showCase({ content: drawn, standing: anInsurer(), tab: 'cost-control' });
    await user.click(screen.getByRole('button', { name: 'I have looked at it' }));
    await waitFor(() =>
      expect(living.workplace.done.issued).toMatchObject([
        { name: 'check-approval', input: { budget: 'a', version: 1 }, seen: 'of-a' },
      ]),
    );
    await screen.findByText(/^Looked at for the insurer by/);
  });

  test('who approved reads that it was drawn, and has no button', async () => {
    await showCase({ content: drawn, standing: aCaseHandler(), tab: 'cost-control' });
    expect(screen.getByText('Drawn to be looked at by the insurer. The approval stands.')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'I have looked at it' })).toBeNull();
  });
});

test('a budget of work items leads to its items in the work plan, and is not ticked with the others', async () => {
  const settings = { ...settingsWithRole({ rights: ['budget.approve'] }), workPlans: true };
  const items = aPlan([{ text: 'Dry', budget: 'p', state: 'submitted' }, { text: 'Paint' }]);
  const plan = sent('p', 6, { file: null, money: eur(76_400), waiting: 76_400 });
  const { user } = await showCase({
    content: { ...content, case: { ...content.case, ...items, budgets: [plan] } },
    standing: aCaseHandler({ settings }),
    tab: 'cost-control',
  });
  expect(within(table()).queryByRole('checkbox')).toBeNull();
  await user.click(within(table()).getByRole('button', { name: 'In the work plan' }));
  const rows = await screen.findAllByRole('row', { selected: true });
  expect(rows.map((row) => plain(row.textContent))).toEqual([expect.stringContaining('Dry')]);
});
