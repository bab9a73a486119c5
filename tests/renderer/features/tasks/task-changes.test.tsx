import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import {
  aCaseHandler,
  aContent,
  anInquiry,
  anInsurer,
  anna,
  aRole,
  aStanding,
  aTask,
  bertil,
  carla,
  settingsWithRole,
} from '../../../support/builders.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';

const tasks = () => screen.getByRole('region', { name: 'Tasks' });
const inspection = aTask({
  id: 'i1',
  type: 'inspection',
  kind: 'inspection',
  main: true,
  status: '3',
  revision: 'r-i1',
});
const content = aContent({
  role: aRole({ user: carla }),
  tasks: [inspection, aTask({ id: 'd1', revision: 'r-d1' }), aTask({ id: 'd2', status: '3', revision: 'r-d2' })],
});

describe('add or remove tasks', () => {
  const openDialog = async (start: Parameters<typeof showCase>[0] = {}) => {
    const shown = await showCase({ content, standing: anInsurer(), ...start });
    await shown.user.click(within(tasks()).getByRole('button', { name: 'Add or remove tasks…' }));
    return { ...shown, dialog: await screen.findByRole('dialog') };
  };

  test('shows what stands of each type, and why what cannot be removed stays', async () => {
    const { dialog } = await openDialog();
    const list = within(dialog).getByRole('list', { name: 'Types of tasks' });
    expect(plain(list.textContent)).toContain('3 Started');
    expect(within(within(list).getByRole('list', { name: 'Inspection' })).queryByRole('checkbox')).toBeNull();
    expect(plain(list.textContent)).toContain('Every case keeps its main inspection');
    expect(plain(list.textContent)).toContain('Only a task at C, 0, 0+ or 1 can be removed.');
    expect(within(dialog).getAllByRole('checkbox', { name: /^Remove/ })).toHaveLength(1);
    expect(within(dialog).getByRole('checkbox', { name: 'Add First aid' })).toBeDefined();
  });

  test('is confirmed by what will be added and removed and who is told, and saved by a command each', async () => {
    const { user, dialog, living } = await openDialog();
    await user.click(within(dialog).getByRole('checkbox', { name: /^Remove Drying/ }));
    await user.click(within(dialog).getByRole('checkbox', { name: 'Add First aid' }));
    const extra = within(dialog).getByRole('textbox', { name: 'Extra tasks: Drying' });
    await user.clear(extra);
    await user.type(extra, '2');
    await user.click(within(dialog).getByRole('button', { name: 'Review changes' }));
    const review = await within(dialog).findByRole('group', { name: 'What will be saved' });
    await waitFor(() => expect(document.activeElement).toBe(review));
    expect(plain(review.textContent)).toMatch(/Added ?First aid ?Drying extra task ?Drying extra task/);
    expect(plain(review.textContent)).toContain('Drying Kuivaus Kuopio is told');
    expect(living.workplace.done.issued).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(living.workplace.done.issued).toMatchObject([
      {
        name: 'add-tasks',
        input: {
          added: [
            { type: 'first-aid', extra: false },
            { type: 'drying', extra: true },
            { type: 'drying', extra: true },
          ],
        },
      },
      { name: 'remove-tasks', input: { removed: [{ task: 'd1', type: 'drying' }] } },
    ]);
    expect(plain(tasks().textContent)).toContain('5 open of 5');
  });

  test('by keyboard alone, and nothing is saved where nothing was chosen', async () => {
    const { user, dialog, living } = await openDialog();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await within(dialog).findByRole('alert')).toHaveProperty(
      'textContent',
      'Choose at least one task to add or to remove.',
    );
    within(dialog).getByRole('checkbox', { name: 'Add First aid' }).focus();
    await user.keyboard('[Space]');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await within(dialog).findByRole('group', { name: 'What will be saved' });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(living.workplace.done.issued).toMatchObject([{ name: 'add-tasks' }]));
  });

  test('a double click, or a key that is held down, reviews the changes and saves none of them', async () => {
    const { user, dialog, living } = await openDialog();
    await user.click(within(dialog).getByRole('checkbox', { name: 'Add First aid' }));
    await user.dblClick(within(dialog).getByRole('button', { name: 'Review changes' }));
    fireEvent.keyDown(await within(dialog).findByRole('group', { name: 'What will be saved' }), {
      key: 'Enter',
      ctrlKey: true,
      repeat: true,
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(living.workplace.done.issued).toEqual([]);
  });

  test('without the right stays in its place, with the reason', async () => {
    const settings = settingsWithRole({ rights: [] });
    await showCase({ content, standing: aCaseHandler({ settings }) });
    const button = within(tasks()).getByRole('button', { name: /^Add or remove tasks…/ });
    expect(button.getAttribute('aria-disabled')).toBe('true');
  });
});

test('a task is handed back with the reason, which stands at it for who allocates it next', async () => {
  const waits = aContent({ tasks: [aTask({ responsibles: [anna] })] });
  const { user, living } = await showCase({ content: waits });
  await user.click(within(tasks()).getByRole('button', { name: 'Hand back…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Hand Drying back' });
  await user.type(within(dialog).getByLabelText(/Reason/), 'No van this week');
  await user.click(within(dialog).getByRole('button', { name: 'Hand back' }));
  await waitFor(() =>
    expect(living.workplace.done.issued).toMatchObject([{ name: 'hand-back-task', seen: 'revision-of-drying-1' }]),
  );
  expect(plain(tasks().textContent)).toContain('Anna Korhonen ended the work of Kuivaus Kuopio: No van this week');
});

describe('information', () => {
  test('is asked for with who owes it, and the task then says so', async () => {
    const { user, living } = await showCase({ content: aContent({ tasks: [aTask({ status: '3' })] }) });
    await user.click(within(tasks()).getByRole('button', { name: /^Drying/ }));
    await user.click(within(tasks()).getByRole('button', { name: 'Ask for information…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Ask for information about Drying' });
    await user.click(within(dialog).getByRole('button', { name: 'Ask' }));
    expect(within(dialog).getByRole('alert').textContent).toBe('Choose who owes the information first.');
    await user.click(within(dialog).getByRole('radio', { name: /^Insurer/ }));
    await user.type(within(dialog).getByLabelText(/What you need to know/), 'Which rooms are insured?');
    await user.click(within(dialog).getByRole('button', { name: 'Ask' }));
    await waitFor(() =>
      expect(living.workplace.done.issued).toMatchObject([{ name: 'ask-information', input: { owedBy: 'insurer' } }]),
    );
    expect(plain(tasks().textContent)).toContain('Owed by: Insurer.');
    expect(plain(tasks().textContent)).toContain('Anna Korhonen asks: Which rooms are insured?');
  });

  const inquiryText = { question: 'Which rooms are insured?', by: anna, at: '2026-11-23T08:00:00.000Z', answer: null };
  const waiting = aContent({
    tasks: [aTask({ status: 'I', inquiry: anInquiry({ owedBy: 'insurer' }), inquiryText })],
  });

  test('that is owed is the next step of who owes it, and the answer stands beside the question', async () => {
    const { user, living } = await showCase({ content: waiting, standing: anInsurer() });
    const next = screen.getByRole('region', { name: 'Decide next' });
    await user.click(within(next).getByRole('button', { name: 'Give information' }));
    const dialog = await screen.findByRole('dialog', { name: 'Information about Drying' });
    expect(plain(dialog.textContent)).toContain('Which rooms are insured?');
    await user.type(within(dialog).getByLabelText(/Answer/), 'The cellar');
    await user.click(within(dialog).getByRole('button', { name: 'Give information' }));
    await waitFor(() =>
      expect(living.workplace.done.issued).toMatchObject([{ name: 'give-information', seen: 'inquiry-1' }]),
    );
    await waitFor(() => expect(plain(tasks().textContent)).toContain(`${bertil.name} answered: The cellar`));
  });

  test('is withdrawn by who asked, after a look at the question', async () => {
    const { user, living } = await showCase({ content: waiting, standing: aStanding() });
    await user.click(within(tasks()).getByRole('button', { name: /^Drying/ }));
    await user.click(within(tasks()).getByRole('button', { name: 'Withdraw the question…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Withdraw the question about Drying' });
    await user.click(within(dialog).getByRole('button', { name: 'Withdraw the question' }));
    await waitFor(() => expect(living.workplace.done.issued).toMatchObject([{ name: 'withdraw-information' }]));
    expect(plain(tasks().textContent)).not.toContain('Which rooms are insured?');
  });
});
