import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
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
} from '../../../support/builders.ts';
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

describe('several completed tasks', () => {
  const completed = (id: string, type: string, change = {}) =>
    aTask({ id, type, status: '4', responsibles: [anna], revision: `revision-of-${id}`, ...change });
  const tasksOf = [completed('t1', 'drying'), completed('t2', 'first-aid'), completed('t3', 'inspection')];
  const budgets = [aBudget({ tasks: ['t2'] })];
  const content = aContent({ role: aRole({ user: carla }), tasks: tasksOf, budgets });

  const openDialog = async (start: Parameters<typeof showCase>[0] = {}) => {
    const shown = await showCase({ content, standing: anInsurer(), ...start });
    await shown.user.click(within(tasks()).getByRole('button', { name: 'Approve several…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Approve several tasks' });
    return { ...shown, dialog };
  };

  test('are listed with those that can be approved ticked, and the others with the reason', async () => {
    const { dialog } = await openDialog();
    const ticks = within(dialog).getAllByRole<HTMLInputElement>('checkbox');
    expect(ticks.map(({ checked, labels }) => [plain(labels?.[0]?.textContent), checked])).toEqual([
      [expect.stringMatching(/^Drying Kuivaus Kuopio · Anna Korhonen/), true],
      [expect.stringMatching(/^Inspection Kuivaus Kuopio · Anna Korhonen/), true],
    ]);
    const [, held] = within(dialog).getAllByRole('listitem');
    expect(plain(held?.textContent)).toMatch(/^First aid.*budget.*/);
    expect(within(dialog).getByRole('button', { name: 'Approve 2 tasks' })).toBeDefined();
  });

  test('are approved by keyboard with one command, each based on what was seen', async () => {
    const { user, dialog, living } = await openDialog();
    await user.click(within(dialog).getByRole('checkbox', { name: /Inspection/ }));
    await user.keyboard('[Space]');
    await user.keyboard('[Space]');
    expect(within(dialog).getByRole('button', { name: 'Approve 1 task' })).toBeDefined();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const seen = ['t1', 't2', 't3'].map((id) => ({ thing: `task:${id}`, revision: `revision-of-${id}` }));
    expect(living.workplace.done.issued).toEqual([
      expect.objectContaining({ name: 'approve-tasks', input: { tasks: ['t1'] }, seen }),
    ]);
    expect(plain(tasks().textContent)).toContain('2 open of 3');
    expect(await screen.findByText('Approved 1 task')).toBeDefined();
    const unconfirmed = screen.getByRole('heading', { name: 'Not confirmed by the portal yet' }).parentElement;
    expect(plain(unconfirmed?.textContent)).toMatch(/Approve tasks.*Waiting for the portal ?Drying$/);
  });

  test('with nothing ticked nothing is issued, and what is missing is said', async () => {
    const { user, dialog, living } = await openDialog();
    for (const tick of within(dialog).getAllByRole('checkbox')) await user.click(tick);
    await user.click(within(dialog).getByRole('button', { name: 'Approve 0 tasks' }));
    expect(within(dialog).getByRole('alert').textContent).toBe('Tick at least one task.');
    expect(living.workplace.done.issued).toEqual([]);
  });

  test('that were changed under the dialog are looked at again before they are decided on', async () => {
    const { user, dialog, meanwhile, living } = await openDialog();
    await meanwhile(({ arrives }) => {
      arrives(
        anInsurer({ member: 'birgit', name: 'Birgit' }),
        { name: 'send-back-task', input: { task: 't1', reason: 'wet' } },
        'revision-of-t1',
      );
      arrives(aStanding(), { name: 'complete-task', input: { task: 't1' } });
    });
    await user.click(within(dialog).getByRole('button', { name: 'I have looked again' }));
    expect(living.workplace.done.issued).toEqual([]);
    await user.click(await within(dialog).findByRole('button', { name: 'Approve 2 tasks' }));
    await waitFor(() => expect(living.workplace.done.issued).toHaveLength(1));
  });

  test('of which none can be approved say why at the button, and one alone has no such button', async () => {
    const { meanwhile } = await showCase({ content });
    const button = within(tasks()).getByRole('button', { name: 'Approve several…' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await meanwhile(({ arrives }) =>
      arrives(anInsurer(), { name: 'send-back-task', input: { task: 't1', reason: 'wet' } }, 'revision-of-t1'),
    );
    await meanwhile(({ arrives }) =>
      arrives(anInsurer(), { name: 'send-back-task', input: { task: 't3', reason: 'wet' } }, 'revision-of-t3'),
    );
    expect(within(tasks()).queryByRole('button', { name: 'Approve several…' })).toBeNull();
  });
});
