import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { aBudget, aContent, aStanding, aTask, carla, monday } from '../../../support/builders.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';
import { anApproval } from '../../../support/budget-commands.ts';

const sender = aStanding({ level: 3, budgetPermission: true });
const waiting = (change: Parameters<typeof aBudget>[0] = {}) =>
  aContent({ tasks: [aTask({ status: 'B' })], budgets: [aBudget(change)] });

describe('recalling a budget', () => {
  test('says what stays in force, asks for a comment that may be left out, and shows who recalled it', async () => {
    const inForce = { version: 2, approvals: [anApproval({ amount: 300_000 })] };
    const { user, living } = await showCase({ content: waiting(inForce), standing: sender, tab: 'budgets' });
    await user.click(screen.getByRole('button', { name: 'Recall…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Recall the budget' });
    expect(plain(dialog.textContent)).toContain('the approved €3,000.00 stays in force');
    await user.type(within(dialog).getByLabelText('Comment'), 'A wrong sum');
    await user.click(within(dialog).getByRole('button', { name: 'Recall version 2' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(living.workplace.done.issued).toMatchObject([
      {
        name: 'recall-budget',
        seen: 'revision-of-budget-1',
        input: { budget: 'budget-1', version: 2, comment: 'A wrong sum' },
      },
    ]);
    expect(await screen.findByText('Recalled')).toBeDefined();
    expect(screen.getByText(/Version 2 recalled by Anna Korhonen/).textContent).toContain('A wrong sum');
  });

  test('what lies with the insurer says so, and stays', async () => {
    const forwarded = { by: carla, at: monday, note: '', over: null };
    await showCase({ content: waiting({ forwarded }), standing: sender, tab: 'budgets' });
    const recall = screen.getByRole('button', { name: 'Recall…' });
    expect(recall.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByRole('button', { name: 'New version…' }).getAttribute('aria-disabled')).toBe('true');
    expect(screen.getAllByText(/It lies with Nordic Mutual: Carla/).length).toBeGreaterThan(0);
  });
});
