import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { aCaseHandler, aContent, anInsurer, aRole, aTask, anna, carla } from '../../../support/builders.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';
import { dueIn } from '../../../support/rows.ts';

const tasks = () => screen.getByRole('region', { name: 'Tasks' });

describe('a task', () => {
  test('says code and word, office and people, target, and unfolded who acts next', async () => {
    const task = aTask({ status: 'B', responsibles: [anna], target: dueIn(-3) });
    const { user } = await showCase({ content: aContent({ tasks: [task], role: aRole({ user: carla }) }) });
    const row = within(tasks()).getByRole('button', { name: /Drying/ });
    expect(plain(row.textContent)).toBe('DryingKuivaus Kuopio · Anna KorhonenB Budget waitsOverdue, 3h late');
    await user.click(row);
    expect(plain(tasks().textContent)).toContain('NextInsurer or External case handler: Decide on the budget');
  });

  test('is unfolded from the start where the viewer has to do something with it', async () => {
    await showCase({ content: aContent({ tasks: [aTask({ id: 'a', status: '3' }), aTask()] }) });
    const unfolded = within(tasks()).getAllByRole('button', { expanded: true });
    expect(unfolded.map((row) => plain(row.textContent))).toEqual([expect.stringContaining('0 To confirm')]);
    expect(plain(tasks().textContent)).toContain('NextYou: Confirm received');
  });

  test('that is finished is folded away, and forty are counted', async () => {
    const many = Array.from({ length: 40 }, (_, index) => aTask({ id: `t${index}`, status: index < 12 ? 'A' : '3' }));
    await showCase({ content: aContent({ tasks: many }) });
    expect(within(tasks()).getByText('28 open of 40')).toBeDefined();
    const finished = within(tasks()).getByText('Finished').closest('details');
    expect(finished?.open).toBe(false);
    expect(plain(finished?.textContent)).toMatch(/^Finished 12/);
  });
});

describe('a completed task', () => {
  const content = aContent({ role: aRole({ user: carla }), tasks: [aTask({ status: '4', responsibles: [anna] })] });

  test('is approved with the revision that was seen', async () => {
    const { user, living } = await showCase({ content, standing: aCaseHandler() });
    await user.click(within(tasks()).getByRole('button', { name: 'Approve…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Approve Drying' });
    expect(dialog.textContent).toContain('Anna Korhonen of Kuivaus Kuopio marked it as done.');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('marked it as done'));
    await user.keyboard('{Enter}');
    expect(living.workplace.done.issued).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(living.workplace.done.issued).toMatchObject([{ name: 'approve-task', seen: 'revision-of-drying-1' }]),
    );
  });

  test('is sent back with what has to be corrected, which the office reads at the task', async () => {
    const { user } = await showCase({ content, standing: anInsurer() });
    await user.click(within(tasks()).getByRole('button', { name: 'Send back…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Send Drying back' });
    await user.type(within(dialog).getByLabelText(/What has to be corrected/), 'The photo is missing');
    await user.click(within(dialog).getByRole('button', { name: 'Send back' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    // It stays unfolded: what comes next for the one who acts is where the last step was.
    expect(plain(tasks().textContent)).toContain('Sent back by Bertil Lind: The photo is missing');
  });
});
