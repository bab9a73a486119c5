import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aBudget, aContent, aStanding, aTask, anna } from '../../../support/builders.ts';
import { inEnglish } from '../../../support/in-english.ts';
import { showCase } from '../../../support/renderer/show-case.ts';

const tasks = [
  aTask({ status: '2', responsibles: [anna] }),
  aTask({ id: 'drying-2', status: '2' }),
  aTask({ id: 'drying-3', status: '0' }),
];
const calculation = new File(['Item;Sum\nDryer;672\n'], 'calculation.csv', { type: 'text/csv' });

async function openForm(start: Parameters<typeof showCase>[0] = {}) {
  const shown = await showCase({ content: aContent({ tasks }), tab: 'budgets', ...start });
  await shown.user.click(screen.getByRole('button', { name: 'Add budget for tasks…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Budget for tasks' });
  const fill = async (label: RegExp, text: string) => {
    await shown.user.clear(within(dialog).getByLabelText(label));
    await shown.user.type(within(dialog).getByLabelText(label), text);
  };
  return { ...shown, dialog, fill };
}

test('a budget is sent with amount, tasks and its file, whose bytes are kept before', async () => {
  const { user, dialog, fill, living, desk } = await openForm();
  await fill(/Description/, 'Drying of the cellar');
  await fill(/Amount/, '4,200.50');
  expect(within(dialog).getByText('= €4,200.50')).toBeDefined();
  await user.click(within(dialog).getByRole('checkbox', { name: 'Drying (Anna Korhonen)' }));
  await user.upload(within(dialog).getByLabelText(/Calculation/), calculation);
  await within(dialog).findByText('calculation.csv');
  expect(living.workplace.done.issued).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Send €4,200.50 for approval' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const [sent] = living.workplace.done.issued;
  expect(sent).toMatchObject({
    name: 'submit-budget',
    input: {
      tasks: ['drying-1'],
      description: 'Drying of the cellar',
      money: { amount: 420_050, currency: 'EUR' },
      file: { name: 'calculation.csv', size: calculation.size, mediaType: 'text/csv' },
      revises: null,
    },
  });
  const { file } = (sent?.input ?? {}) as { readonly file?: { readonly sha256: string } };
  expect(await desk.desk.files.read(file?.sha256 ?? '')).toHaveLength(calculation.size);
});

test('only tasks that wait for a budget are offered, and what is missing is said', async () => {
  const { user, dialog, fill } = await openForm();
  expect(within(dialog).getAllByRole('checkbox')).toHaveLength(2);
  const send = within(dialog).getByRole('button', { name: /for approval/ });
  const missing = async () => {
    await user.click(send);
    return within(dialog).getByRole('alert').textContent;
  };
  expect(await missing()).toContain('Describe');
  await fill(/Description/, 'x');
  expect(await missing()).toContain('amount');
  await fill(/Amount/, '100');
  expect(await missing()).toContain('at least one task');
  await user.click(within(dialog).getAllByRole('checkbox')[0] ?? dialog);
  expect(await missing()).toContain('calculation file');
});

test.each([
  ['fi-FI', '4 200,50'],
  ['de-DE', '4.200,50'],
  ['en-GB', '4,200.50'],
])('an amount is read as people write it in %s', async (place, typed) => {
  const { dialog, fill } = await openForm();
  inEnglish(place);
  await fill(/Amount/, typed);
  expect(within(dialog).getByText(/^= .*4.?200[.,]50/)).toBeDefined();
});

test('an amount that cannot be read is not guessed at', async () => {
  const { dialog, fill } = await openForm();
  await fill(/Amount/, '4.20.0');
  expect(within(dialog).getByText('Write it like €4,200.00.')).toBeDefined();
  await fill(/Amount/, '4.200');
  expect(within(dialog).getByText('This can mean €4,200.00 or €4.20. Write it like one of them.')).toBeDefined();
});

test('of several files one is taken as the calculation, and each of the others is named', async () => {
  const { dialog } = await openForm();
  const files = [new File([], 'empty.csv'), calculation, new File(['x'], 'notes.txt')];
  fireEvent.drop(within(dialog).getByText('or drop or paste it here'), { dataTransfer: { files } });
  await within(dialog).findByText('calculation.csv');
  expect(
    within(dialog).getByText('empty.csv: The file is empty. notes.txt: A budget has one calculation.'),
  ).toBeDefined();
});

test('what was typed is there again after an accidental close, with the file', async () => {
  const { user, dialog, fill, desk } = await openForm();
  await fill(/Description/, 'Drying');
  await user.upload(within(dialog).getByLabelText(/Calculation/), calculation);
  await within(dialog).findByText('calculation.csv');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(Object.keys(desk.done.drafts)).toContain('case/nordic-portal/case-1/budget/new');
  await user.click(screen.getByRole('button', { name: 'Add budget for tasks…' }));
  const again = await screen.findByRole('dialog');
  expect(await within(again).findByDisplayValue('Drying')).toBeDefined();
  expect(within(again).getByText('calculation.csv')).toBeDefined();
  expect(within(again).getByText('This is what you had typed before.')).toBeDefined();
  await user.click(within(again).getByRole('button', { name: 'Start empty' }));
  expect(within(again).getByLabelText(/Description/)).toHaveProperty('value', '');
});

test('a new version begins with the earlier one and asks for a new calculation', async () => {
  const content = aContent({ tasks: [aTask({ status: 'B' })], budgets: [aBudget()] });
  const { user, living } = await showCase({ content, tab: 'budgets' });
  await user.click(screen.getByRole('button', { name: 'New version…' }));
  const dialog = await screen.findByRole('dialog', { name: 'New version of the budget' });
  expect(within(dialog).getByLabelText(/Amount/)).toHaveProperty('value', '4,200.00');
  await user.upload(within(dialog).getByLabelText(/Calculation/), calculation);
  await within(dialog).findByText('calculation.csv');
  await user.click(within(dialog).getByRole('button', { name: /Send/ }));
  expect(within(dialog).getByRole('alert').textContent).toContain('why it changes');
  await user.type(within(dialog).getByLabelText(/Reason/), 'The hall is wet too');
  await user.click(within(dialog).getByRole('button', { name: /Send/ }));
  await waitFor(() =>
    expect(living.workplace.done.issued).toMatchObject([
      { seen: 'revision-of-budget-1', input: { revises: 'budget-1', reason: 'The hall is wet too' } },
    ]),
  );
  expect(await screen.findByText(/Version 2 for Drying/)).toBeDefined();
});

test('without the permission the button keeps its place and says who grants it', async () => {
  await showCase({ content: aContent({ tasks }), standing: aStanding({ budgetPermission: false }), tab: 'budgets' });
  const button = screen.getByRole('button', { name: 'Add budget for tasks…' });
  const described = document.getElementById(button.getAttribute('aria-describedby') ?? '');
  expect(described?.textContent).toBe(
    'You are not allowed to see and enter budgets. An admin of Kuivaus Oy can allow it.',
  );
});
