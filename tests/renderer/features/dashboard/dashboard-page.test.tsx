import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { useChosenScope } from '../../../../renderer/features/dashboard/dashboard-scope.ts';
import { useInsurerFilter } from '../../../../renderer/bindings/insurer-filter.ts';
import { filterOf, parseCaseSearch } from '../../../../renderer/bindings/case-search.ts';
import { listed } from '../../../../renderer/features/case-list/filter-parts.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import { aCaseHandler, anInsurer, anna, aStanding, carla } from '../../../support/builders.ts';
import { aPortalState } from '../../../support/renderer/in-memory-workplace.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';
import { aRow, aRowRole, aRowTask, dueIn, factsOf, manyFacts } from '../../../support/rows.ts';

const portalOf = (standing: Standing) => aPortalState({ portal: standing.portal, standing });
const rowOf = (name: string | RegExp) => screen.getByRole('row', { name });
const cells = (name: string | RegExp) =>
  within(rowOf(name))
    .getAllByRole('cell')
    .map((cell) => cell.textContent);

beforeEach(() => {
  useChosenScope.setState({ scope: null });
  useInsurerFilter.setState({ portal: null });
});

test('every number but zero, and every label with one, leads to a list of exactly as many cases', async () => {
  const standings = [aStanding({ marked: true }), aCaseHandler({ portal: 'b' }), anInsurer({ portal: 'c' })];
  const rows = manyFacts(150, standings);
  await showPage('/', { state: { rows, portals: standings.map(portalOf) } });
  const numbers = within(screen.getByRole('table')).getAllByRole('cell');
  expect(numbers).toHaveLength(15 * 4);
  for (const cell of numbers)
    expect(within(cell).queryAllByRole('link')).toHaveLength(cell.textContent === '0' ? 0 : 1);
  const links = within(screen.getByRole('table')).getAllByRole('link');
  for (const link of links) {
    const address = new URL(link.getAttribute('href') ?? '', 'app://desk');
    const search = Object.fromEntries(address.searchParams);
    const typed = parseCaseSearch({ ...search, ...(search['mine'] && { mine: true }) });
    const cases = listed(rows, filterOf(typed)).length;
    const [total] = within(link.closest('tr') ?? document.body).getAllByRole('cell');
    const told = link.closest('th') ? total?.textContent : link.textContent;
    expect(`${cases} ${address.search}`).toBe(`${told} ${address.search}`);
  }
});

test('a number that is clicked shows its cases', async () => {
  const rows = [
    factsOf(aRow({ id: 'late', number: 'NM-1', tasks: [aRowTask({ target: dueIn(-1) })] })),
    factsOf(aRow({ id: 'soon', number: 'NM-2', tasks: [aRowTask({ target: dueIn(1) })] })),
  ];
  const { user } = await showPage('/', { state: { rows } });
  await user.click(screen.getByRole('link', { name: '1 case: Confirm received, Overdue' }));
  expect(await screen.findByRole('heading', { name: 'Cases' })).toBeDefined();
  expect(screen.getByText('1 of 2 cases')).toBeDefined();
  expect(screen.getByText('NM-1')).toBeDefined();
  expect(screen.queryByText('NM-2')).toBeNull();
});

describe('new External case handler assignments', () => {
  test('stand first and carry the red arrow where the company has to name a user', async () => {
    const role = aRowRole({ office: 'kuopio', company: anna.company, target: dueIn(-2) });
    await showPage('/', { state: { rows: [factsOf(aRow({ role, tasks: [] }))] } });
    const [, first] = screen.getAllByRole('row');
    expect(first?.textContent).toContain('New External case handler assignments');
    expect(within(rowOf(/^Your company must act: New External/)).getAllByRole('link')).toHaveLength(3);
    expect(screen.getByRole('link', { name: '1 case: New External case handler assignments, Overdue' })).toBeDefined();
  });

  test('stay, without the arrow, where there are none', async () => {
    await showPage('/');
    expect(cells(/^New External case handler assignments/)).toEqual(['0', '0', '0', '0']);
    expect(screen.queryByText('Your company must act:')).toBeNull();
  });
});

describe('whose cases are counted', () => {
  test('only one’s own below level 2, without a choice', async () => {
    await showPage('/', { state: { portals: [portalOf(aStanding({ level: 1 }))] } });
    expect(screen.queryByRole('radiogroup')).toBeNull();
    expect(screen.getByText('Nothing waits for you.')).toBeDefined();
  });

  test('the filter for the External case handler is there for a marked user with no case at all', async () => {
    const standing = aStanding({ marked: true });
    const { user } = await showPage('/', { state: { portals: [portalOf(standing)] } });
    await user.click(screen.getByRole('radio', { name: 'Assigned to me as an External case handler' }));
    expect(screen.getByText('You are the External case handler of no case')).toBeDefined();
    expect(screen.queryByRole('link', { name: /of no case/ })).toBeNull();
  });

  test('it is not there for who is not marked', async () => {
    await showPage('/');
    expect(screen.getAllByRole('radio').map((each) => each.getAttribute('value'))).toEqual(['mine', 'company']);
  });

  test('who was marked when choosing it, and is not any more, has the company’s again', async () => {
    useChosenScope.setState({ scope: 'assigned-to-me' });
    await showPage('/');
    expect(screen.getByRole<HTMLInputElement>('radio', { checked: true }).value).toBe('company');
  });

  test('choosing mine leaves out what colleagues are responsible for', async () => {
    const rows = [
      factsOf(aRow({ id: 'a', tasks: [aRowTask({ status: '1', responsibles: [anna.member] })] })),
      factsOf(aRow({ id: 'b', tasks: [aRowTask({ status: '1', responsibles: ['colleague'] })] })),
    ];
    const { user } = await showPage('/', { state: { rows } });
    expect(cells(/^Set the time/)[0]).toBe('2');
    await user.click(screen.getByRole('radio', { name: 'Mine' }));
    expect(cells(/^Set the time/)[0]).toBe('1');
  });

  test('the insurer of the top bar narrows rows, numbers and choices', async () => {
    const insurer = anInsurer({ portal: 'own-portal' });
    const handler = aCaseHandler();
    const role = aRowRole({ user: carla });
    const rows = [
      factsOf(aRow({ role, tasks: [aRowTask({ status: '4' })] }), { standing: handler }),
      factsOf(aRow({ id: 'own', portal: 'own-portal', roleDeclined: true, tasks: [] }), { standing: insurer }),
    ];
    await showPage('/', { state: { rows, portals: [portalOf(insurer), portalOf(handler)] } });
    expect(cells(/^Declined External case handler roles/)[0]).toBe('1');
    expect(cells(/^Tasks to approve/)[0]).toBe('1');
    useInsurerFilter.getState().choose(handler.portal);
    expect(await screen.findByText('1 case where your company must act')).toBeDefined();
    expect(screen.queryByRole('row', { name: /^Declined External case handler roles/ })).toBeNull();
    useInsurerFilter.getState().choose('own-portal');
    expect(await screen.findByRole('row', { name: /^Declined External case handler roles/ })).toBeDefined();
    expect(screen.queryByRole('radio', { name: /External case handler/ })).toBeNull();
  });
});

test('what is due next names the time left and opens its case', async () => {
  const rows = [factsOf(aRow({ id: 'case-7', number: 'NM-7', tasks: [aRowTask({ target: dueIn(3) })] }))];
  const { user, router } = await showPage('/', { state: { rows } });
  await user.click(screen.getByRole('link', { name: /Confirm received.*On time: in 3h.*NM-7 · Kuopio/ }));
  expect(router.state.location.pathname).toBe('/cases/nordic-portal/case-7');
});

describe('the first time', () => {
  const first = { phase: 'first-sync' as const, rows: [], portals: [aPortalState({ asOf: null, received: 1200 })] };

  test('it says what the page will show and how many cases have come', async () => {
    await showPage('/', { state: first, sync: { syncing: true } });
    expect(screen.getByText(/New External case handler assignments: where/)).toBeDefined();
    expect(screen.getByText('1,200 cases received so far')).toBeDefined();
    expect(screen.queryByRole('button', { name: /Load|Try/ })).toBeNull();
  });

  test('without a connection it says so and tries again when asked', async () => {
    const { user, workplace } = await showPage('/', { state: first, sync: { reach: 'offline', trouble: null } });
    expect(screen.getByText('There is no connection to the portal.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(workplace.done.syncs).toBe(1);
  });
});
