import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMemoryHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { configure, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { families } from '../../../../renderer/app/families.ts';
import { CasePage } from '../../../../renderer/features/case/case-page.tsx';
import type { Family } from '../../../../renderer/features/case/frame.ts';
import { aContent, anInsurer, aTask } from '../../../support/builders.ts';
import { livingCase, type LivingStart } from '../../../support/renderer/living-case.ts';
import { showRouter } from '../../../support/renderer/show-page.tsx';
import { receipts } from './example-family/family.tsx';

configure({ asyncUtilTimeout: 8000 });

const content = aContent({ tasks: [aTask({ status: '0' })] });

function showWith(list: readonly Family[], tab = '', start: LivingStart = {}) {
  const root = createRootRoute();
  const oneCase = createRoute({
    getParentRoute: () => root,
    path: '/cases/$portal/$case',
    component: () => <CasePage families={list} />,
  });
  const history = createMemoryHistory({ initialEntries: [`/cases/nordic-portal/case-1${tab}`] });
  const router = createRouter({ routeTree: root.addChildren([oneCase]), history });
  return showRouter(router, { workplace: livingCase({ content, ...start }).workplace });
}

const tabNames = () => screen.getAllByRole('tab').map(({ textContent }) => textContent);

test('a family that is added to the list has its tab, among those of the others, by its place and in the address', async () => {
  const { user } = await showWith([...families, receipts], '?tab=receipts');
  expect(tabNames()).toEqual([
    'Overview',
    'Budgets',
    'Decision',
    'Cost control',
    'Invoices',
    'Receipts2',
    'Chat',
    'Documents',
    'Log',
  ]);
  expect(screen.getByText('Receipts of NM-2026-00001')).toBeTruthy();
  await user.click(screen.getByRole('tab', { name: 'Overview' }));
  expect(screen.queryByText('Receipts of NM-2026-00001')).toBeNull();
});

test('its lock says why, in place of what the tab holds', async () => {
  await showWith([...families, receipts], '?tab=receipts', { standing: anInsurer() });
  expect(within(screen.getByRole('tab', { name: /Receipts/u })).getByRole('img', { name: 'locked' })).toBeTruthy();
  expect(screen.getByRole('tabpanel').textContent).toMatch(/role in this case/u);
  expect(screen.queryByText('Receipts of NM-2026-00001')).toBeNull();
});

test('its action is among those of a task, and opens its dialog', async () => {
  const { user } = await showWith([...families, receipts]);
  const list = screen.getByRole('region', { name: 'Tasks' });
  const offered = within(list)
    .getAllByRole('button')
    .map(({ textContent }) => textContent);
  expect(offered.filter((words) => !words?.startsWith('Drying'))).toEqual([
    'Add or remove tasks…',
    'Confirm received',
    'Change partner…',
    'Hand back…',
    'Assign members…',
    'Invoice this task',
  ]);
  await user.click(screen.getByRole('button', { name: 'Invoice this task' }));
  const dialog = await screen.findByRole('dialog', { name: 'Invoice of drying-1' });
  await user.click(within(dialog).getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('its step is among what is to be decided next', async () => {
  const { user } = await showWith([...families, receipts]);
  const next = screen.getByRole('region', { name: 'Decide next' });
  expect(within(next).getAllByRole('listitem')).toHaveLength(2);
  expect(within(next).getByText('Invoice that waits')).toBeTruthy();
  await user.click(within(next).getByRole('button', { name: 'Write it' }));
  expect(await screen.findByRole('dialog', { name: 'Invoice of drying-1' })).toBeTruthy();
});

test('without its line nothing of it is there', async () => {
  await showWith(families, '?tab=receipts');
  expect(tabNames()).toEqual([
    'Overview',
    'Budgets',
    'Decision',
    'Cost control',
    'Invoices',
    'Chat',
    'Documents',
    'Log',
  ]);
  expect(screen.getByRole('tab', { name: 'Overview', selected: true })).toBeTruthy();
  expect(screen.queryByText(/receipt|invoice this task|invoice that waits/iu)).toBeNull();
});

test('it knows the frame and no other family', () => {
  const text = readFileSync(join(import.meta.dirname, 'example-family/family.tsx'), 'utf8');
  const known = [...text.matchAll(/ from '.*renderer\/(.*)';/gu)].map(([, path]) => path);
  expect(known).toEqual(['features/case/frame.ts']);
});
