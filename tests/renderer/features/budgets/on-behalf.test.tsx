import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { versionOf } from '../../../../shared/domain/budget/budget-version.ts';
import {
  aBudget,
  aCaseHandler,
  aContent,
  aDirectory,
  aFile,
  anna,
  anOffice,
  aRole,
  aStanding,
  aTask,
  carla,
  monday,
} from '../../../support/builders.ts';
import { anApproval, eur } from '../../../support/budget-commands.ts';
import { aCommand, anOutboxItem } from '../../../support/renderer/in-memory-workplace.ts';
import { livingCase } from '../../../support/renderer/living-case.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';

const directory = aDirectory({
  offices: [
    anOffice({ id: 'kuopio', company: 'kuivaus', name: 'Kuivaus Kuopio' }),
    anOffice({ id: 'oulu', name: 'Third Oulu', company: 'third' }),
  ],
});
const tasks = [
  aTask({ status: '2', responsibles: [anna] }),
  aTask({ id: 'painting-1', type: 'painting', status: '2', company: 'third', office: 'oulu' }),
];
const calculation = new File(['Item;Sum\n'], 'calculation.csv', { type: 'text/csv' });

test('a budget on behalf is for the tasks of one partner; the note says what follows, and the file is asked for', async () => {
  const content = aContent({ role: aRole({ user: carla }), tasks });
  const { user, living } = await showCase({ content, standing: aCaseHandler(), directory, tab: 'budgets' });
  await user.click(screen.getByRole('button', { name: 'Add budget for tasks…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Budget for tasks' });
  const [drying, painting] = within(dialog).getAllByRole('checkbox');
  await user.click(painting ?? dialog);
  expect(drying).toHaveProperty('disabled', true);
  expect(dialog.textContent).toContain('You enter it on behalf of Third Oulu');
  await user.type(within(dialog).getByLabelText(/Description/), 'x');
  await user.type(within(dialog).getByLabelText(/Amount/), '100');
  await user.click(within(dialog).getByRole('button', { name: /Send/ }));
  expect(within(dialog).getByRole('alert').textContent).toContain('calculation file');
  await user.upload(within(dialog).getByLabelText(/Calculation/), calculation);
  await within(dialog).findByText('calculation.csv');
  await user.click(within(dialog).getByRole('button', { name: /Send/ }));
  await waitFor(() =>
    expect(living.workplace.done.issued).toMatchObject([{ name: 'submit-budget', input: { tasks: ['painting-1'] } }]),
  );
  expect(await screen.findByText(/entered by Carla .* on behalf of Third Oulu/)).toBeDefined();
});

test('who came second keeps what was entered, calculation and all', async () => {
  const input = {
    tasks: ['drying-1'],
    description: 'Drying, as measured',
    money: eur(123_400),
    file: aFile(),
    comment: 'As agreed',
    revises: null,
  };
  const refused = anOutboxItem({
    state: 'refused',
    command: aCommand({ name: 'submit-budget', input }),
    refusal: { code: 'status-conflict', grantor: 'nobody', status: 'B', expected: ['2'] },
  });
  const content = aContent({ role: aRole({ user: carla }), tasks });
  const { workplace } = livingCase({ content, standing: aCaseHandler(), directory });
  workplace.setState({ refusals: [refused] });
  const { user } = await showPage('/cases/nordic-portal/case-1?tab=budgets', { workplace });
  expect(plain((await screen.findByText(/was not sent/)).textContent)).toContain('Drying, as measured” of €1,234.00');
  await user.click(screen.getByRole('button', { name: 'Open it again…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Budget for tasks' });
  expect(within(dialog).getByLabelText(/Amount/)).toHaveProperty('value', '1,234.00');
  expect(within(dialog).getByLabelText(/Comment/)).toHaveProperty('value', 'As agreed');
  expect(within(dialog).getByText(aFile().name)).toBeDefined();
});

test('what was begun is kept where the portal uses work plans by now', async () => {
  const standing = aStanding({ settings: { ...aStanding().settings, workPlans: true } });
  const draft = { description: 'Drying', amount: '', tasks: [], file: null, comment: '' };
  await showCase({
    content: aContent({ tasks }),
    standing,
    tab: 'budgets',
    desk: { drafts: { 'case/nordic-portal/case-1/budget/new': JSON.stringify(draft) } },
  });
  expect(await screen.findByText(/uses work plans by now/)).toBeDefined();
});

test('a changed budget is shown as the difference with its reason, and the version before as it was decided', async () => {
  const first = aBudget({ submittedAt: monday });
  const changed = aBudget({
    version: 2,
    money: eur(500_000),
    description: 'Cellar and hall',
    reason: 'The hall is wet as well',
    approvals: [anApproval()],
  });
  const content = aContent({
    role: aRole({ user: carla }),
    tasks: [aTask({ status: 'B' })],
    budgets: [changed],
    budgetVersions: [versionOf(first)],
  });
  await showCase({ content, standing: aCaseHandler(), tab: 'budgets' });
  const changes = screen.getByRole('region', { name: 'What this version changes' });
  expect(plain(changes.textContent)).toBe(
    'Against version 1, which is in forceAmount€4,200.00 €5,000.00 +€800.00DescriptionDrying of the cellar Cellar and hallReasonThe hall is wet as well',
  );
  const before = screen.getByText('1 earlier version').closest('details');
  expect(plain(before?.textContent)).toContain('Approved by Carla');
  expect(plain(before?.textContent)).toContain('€4,200.00');
});
