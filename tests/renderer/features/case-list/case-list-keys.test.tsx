import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { useCaseListPlace } from '../../../../renderer/bindings/case-list-place.ts';
import type { OfflineState } from '../../../../renderer/offline/offline-desk.ts';
import { livingCase, type LivingCase } from '../../../support/renderer/living-case.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';
import { aRow, factsOf, numberedFacts } from '../../../support/rows.ts';

const rows = () => screen.getAllByRole('row').slice(1);
const focused = () => /NM-\d+/.exec(document.activeElement?.textContent ?? '')?.[0];

/** The state of a living case with other rows; the same object as long as nothing changes. */
const states = new WeakMap<OfflineState, OfflineState>();
function withRows({ workplace }: LivingCase, shown: OfflineState['rows']): OfflineState {
  const state = workplace.offline.state();
  const made = states.get(state) ?? { ...state, rows: shown };
  states.set(state, made);
  return made;
}

beforeEach(() => {
  useCaseListPlace.setState({ search: {}, row: null, offset: 0 });
});

test('whoever comes to the list moves in it at once', async () => {
  const { user } = await showPage('/', { state: { rows: numberedFacts(10) } });
  await user.click(screen.getByRole('link', { name: /^Cases/ }));
  await waitFor(() => expect(focused()).toBe('NM-000'));
  await user.keyboard('{ArrowDown}');
  expect(focused()).toBe('NM-001');
});

test('down leads from the filter into what it leaves, and Enter opens it: onto its heading', async () => {
  const living = livingCase();
  const rest = numberedFacts(10);
  const found = factsOf(aRow({ number: 'XX-7' }));
  const { user, router } = await showPage('/cases', {
    workplace: {
      ...living.workplace,
      offline: { ...living.workplace.offline, state: () => withRows(living, [...rest, found]) },
    },
  });
  await user.keyboard('/xx-7{ArrowDown}');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('XX-7'));
  await waitFor(() => expect(rows()).toHaveLength(1));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/cases/nordic-portal/case-1'));
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'), { timeout: 5000 });
  expect(document.activeElement?.textContent).toContain('NM-2026-00001');
});

test('a look at a case goes from row to row by mouse too, and the second click opens it', async () => {
  const { user, router } = await showPage('/cases', { state: { rows: numberedFacts(3) } });
  await user.click(screen.getByRole('button', { name: 'Look at the case beside the list' }));
  await user.click(screen.getByText('NM-002'));
  expect(screen.getByRole('complementary', { name: 'Case NM-002' })).toBeDefined();
  expect(router.state.location.pathname).toBe('/cases');
  await user.click(screen.getAllByText('NM-002')[0] ?? document.body);
  await waitFor(() => expect(router.state.location.pathname).toBe('/cases/nordic-portal/case-2'));
});

test('rows that come back while somebody filters leave the focus where it is', async () => {
  const { user } = await showPage('/cases', { state: { rows: numberedFacts(10) } });
  await user.keyboard('/NM-00?');
  await waitFor(() => expect(screen.queryByRole('grid')).toBeNull());
  await user.keyboard('{Backspace}');
  await waitFor(() => expect(rows()).toHaveLength(10));
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
});

test('the list is one tab stop whose focus moves by arrows, J and K, Home, End and pages', async () => {
  const { user } = await showPage('/cases', { state: { rows: numberedFacts(100) } });
  expect(screen.getAllByRole('row').filter((row) => row.tabIndex === 0)).toHaveLength(1);
  screen.getByRole('button', { name: 'More filters' }).focus();
  await user.tab();
  expect(focused()).toBe('NM-000');
  await user.keyboard('{ArrowDown}jjk');
  expect(focused()).toBe('NM-002');
  await user.keyboard('{End}');
  await waitFor(() => expect(focused()).toBe('NM-099'));
  await user.keyboard('{PageUp}');
  await waitFor(() => expect(focused()).toBe('NM-083'));
  await user.keyboard('{Home}');
  await waitFor(() => expect(focused()).toBe('NM-000'));
});

test('the heads are above the first row, along the arrows', async () => {
  const { user } = await showPage('/cases', { state: { rows: numberedFacts(3) } });
  rows()[0]?.focus();
  await user.keyboard('{ArrowUp}{ArrowRight}');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Case' }));
  await user.keyboard('{Enter}{ArrowDown}');
  await waitFor(() => expect(focused()).toBe('NM-000'));
  expect(screen.getByRole('columnheader', { name: 'Case' }).getAttribute('aria-sort')).toBe('ascending');
});

test('Enter opens the case, and coming back leads to the same row of the same list', async () => {
  const { user, router } = await showPage('/cases?text=kuopio', { state: { rows: numberedFacts(100) } });
  rows()[0]?.focus();
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/cases/nordic-portal/case-2'));
  router.history.back();
  await waitFor(() => expect(focused()).toBe('NM-002'));
  expect(useCaseListPlace.getState().search).toEqual({ text: 'kuopio' });
});

test('Space looks at the case beside the list, the look follows the focus, Escape closes it', async () => {
  const { user } = await showPage('/cases', { state: { rows: numberedFacts(3) } });
  rows()[0]?.focus();
  await user.keyboard(' ');
  expect(screen.getByRole('complementary', { name: 'Case NM-000' })).toBeDefined();
  await user.keyboard('{ArrowDown}');
  const look = await screen.findByRole('complementary', { name: 'Case NM-001' });
  expect(look.textContent).toContain('0 To confirm');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('complementary', { name: /^Case/ })).toBeNull();
  expect(focused()).toBe('NM-001');
});

test('copying takes the case number of the row', async () => {
  const { user } = await showPage('/cases', { state: { rows: numberedFacts(3) } });
  rows()[0]?.focus();
  await user.keyboard('{ArrowDown}');
  const copied: string[] = [];
  const setData = (type: string, text: string) => copied.push(type, text);
  fireEvent.copy(document.activeElement ?? document.body, { clipboardData: { setData } });
  expect(copied).toEqual(['text/plain', 'NM-001']);
  expect(await screen.findByText('NM-001 copied')).toBeDefined();
});

test('the focus goes to the next case where the focused one leaves the list', async () => {
  const facts = numberedFacts(3);
  const { user, workplace } = await showPage('/cases', { state: { rows: facts } });
  rows()[0]?.focus();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  workplace.setState({ rows: facts.slice(0, 2) });
  await waitFor(() => expect(focused()).toBe('NM-001'));
});
