import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useInsurerFilter } from '../../../../renderer/bindings/insurer-filter.ts';
import { anInsurer, anOperator, aStanding } from '../../../support/builders.ts';
import { aPortalState } from '../../../support/renderer/in-memory-workplace.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';
import { aRow, factsOf } from '../../../support/rows.ts';

const baltic = aStanding({ portal: 'baltic-portal', portalName: 'Baltic Insurance' });

test('the insurer filter narrows the cases that are counted', async () => {
  const { user } = await showPage('/settings', {
    state: {
      portals: [aPortalState(), aPortalState({ portal: 'baltic-portal', standing: baltic })],
      rows: [factsOf(aRow()), factsOf(aRow({ id: 'case-2', portal: 'baltic-portal' }), { standing: baltic })],
    },
  });
  expect(screen.getByRole('link', { name: 'Cases 2 open cases' })).toBeTruthy();
  await user.click(screen.getByRole('combobox', { name: 'Insurer' }));
  await user.click(await screen.findByRole('option', { name: 'Baltic Insurance' }));
  expect(await screen.findByRole('link', { name: 'Cases 1 open case' })).toBeTruthy();
  act(() => useInsurerFilter.getState().choose(null));
});

test('who works for one insurer is not asked which', async () => {
  await showPage('/settings');
  expect(screen.queryByRole('combobox', { name: 'Insurer' })).toBeNull();
});

test.each([
  ['a coordinator', aStanding({ level: 2 }), []],
  ['the manager of an office', aStanding({ level: 3 }), ['/admin/offices']],
  ['a company’s admin', aStanding({ level: 4 }), ['/admin/members', '/admin/offices', '/admin/reports', '/rights']],
  [
    'the insurer’s people',
    anInsurer(),
    ['/admin/members', '/admin/offices', '/admin/categories', '/admin/reports', '/rights', '/admin/portal'],
  ],
  ['the operator', anOperator(), ['/admin/members', '/admin/offices', '/admin/portal', '/operator']],
])('in the navigation %s finds the pages that are for such a person', async (_, standing, admin) => {
  await showPage('/settings', { state: { portals: [aPortalState({ standing })] } });
  const pages = screen.getByRole('navigation', { name: 'Pages' });
  const links = [...pages.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  expect(links).toEqual(['/', '/cases', ...admin]);
});

test('the entries of the native menu do what they say', async () => {
  const { desk, router, workplace } = await showPage('/settings');
  await act(() => router.navigate({ to: '/cases/$portal/$case', params: { portal: 'nordic-portal', case: 'case-1' } }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/cases/nordic-portal/case-1'));
  act(() => desk.tell({ kind: 'command', name: 'go-back' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/settings'));
  act(() => desk.tell({ kind: 'command', name: 'go-forward' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/cases/nordic-portal/case-1'));
  act(() => desk.tell({ kind: 'command', name: 'open-settings' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/settings'));
  act(() => desk.tell({ kind: 'command', name: 'sync-now' }));
  expect(workplace.done.syncs).toBe(1);
  act(() => desk.tell({ kind: 'command', name: 'open-palette' }));
  expect(await screen.findByPlaceholderText(/Case number/)).toBeTruthy();
});

test('the page is remembered for the next start', async () => {
  const { desk, router } = await showPage('/settings');
  await router.navigate({ to: '/cases', search: { myTask: true } });
  await waitFor(() => expect(desk.done.drafts['app.place']).toBe('/cases?myTask=true'), { timeout: 3000 });
});

test('an address that leads nowhere says so and leads on', async () => {
  await showPage('/nowhere');
  expect(screen.getByRole('heading', { name: 'Page not found' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Go to the dashboard' })).toBeTruthy();
});
