import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aCaseHandler } from '../../../support/builders.ts';
import { aPortalState } from '../../../support/renderer/in-memory-workplace.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';
import { aRow, factsOf, numberedFacts } from '../../../support/rows.ts';

const search = () => screen.findByPlaceholderText('Case number, place, claim, or a command');

test('a case is found by any of its words, in any order', async () => {
  const { user, router } = await showPage('/settings', {
    state: { rows: [factsOf(aRow()), factsOf(aRow({ id: 'case-2', number: 'NM-2026-00002', city: 'Helsinki' }))] },
  });
  await user.click(screen.getByRole('button', { name: /Search or command/ }));
  await user.type(await search(), 'kuopio harbour');
  const found = await screen.findByRole('button', { name: /NM-2026-00001/ });
  expect(screen.queryByRole('button', { name: /NM-2026-00002/ })).toBeNull();
  await user.click(found);
  await waitFor(() => expect(router.state.location.pathname).toBe('/cases/nordic-portal/case-1'));
});

test('of many cases the first are shown, and how many there are leads to the list of exactly those', async () => {
  const rows = [...numberedFacts(42), factsOf(aRow({ id: 'else', number: 'ELSE-1' }))];
  const { user, router } = await showPage('/settings', { state: { rows } });
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await search(), 'nm-0');
  expect(await screen.findAllByRole('button', { name: /^NM-0/ })).toHaveLength(8);
  await user.click(screen.getByRole('button', { name: 'Show all 42' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/cases'));
  expect(await screen.findByText('42 of 43 cases')).toBeTruthy();
});

test('pages and acts are found by name and run with Enter', async () => {
  const { user, workplace } = await showPage('/settings');
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await search(), 'send and receive{Enter}');
  await waitFor(() => expect(workplace.done.syncs).toBe(1));
});

test('a list of the cases opens with its filter', async () => {
  const { user, router } = await showPage('/settings', {
    state: { portals: [aPortalState({ standing: aCaseHandler() })] },
  });
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await search(), 'assigned to me{Enter}');
  await waitFor(() => expect(router.state.location.search).toEqual({ assignedToMe: true }));
});

test('who is not marked is not offered the list of the marked', async () => {
  const { user } = await showPage('/settings');
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await search(), 'assigned to me');
  expect(await screen.findByText('Nothing is called that')).toBeTruthy();
});

test('the first of several is selected while one types, so that Enter opens it', async () => {
  const { user, router } = await showPage('/settings');
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await search(), 'cases');
  const first = await screen.findByRole('button', { name: /^Cases ?G ?C$/ });
  await waitFor(() => expect(first.dataset['selected']).toBe('true'));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/cases'));
});
