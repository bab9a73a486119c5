import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { useCaseListPlace } from '../../../../renderer/bindings/case-list-place.ts';
import { useInsurerFilter } from '../../../../renderer/bindings/insurer-filter.ts';
import { useWithdrawnSeen } from '../../../../renderer/features/case-list/withdrawn-seen.ts';
import { aCaseHandler, anna, aStanding, carla, monday } from '../../../support/builders.ts';
import { aCommand, anOutboxItem, aPortalState } from '../../../support/renderer/in-memory-workplace.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';
import {
  aRow,
  aRowRole,
  aRowTask,
  dueIn,
  factsOf,
  hoursAfterMonday,
  manyFacts,
  numberedFacts,
} from '../../../support/rows.ts';

const rows = () => screen.getAllByRole('row').slice(1);
const numbers = () => rows().map((row) => /[A-Z]{2}-\d+/.exec(row.textContent ?? '')?.[0]);

beforeEach(() => {
  useCaseListPlace.setState({ search: {}, row: null, offset: 0 });
  useInsurerFilter.setState({ portal: null });
  useWithdrawnSeen.setState({ until: '' });
});

describe('a row', () => {
  test('has the red arrow, in words too, where the company must act', async () => {
    const role = aRowRole({ office: 'kuopio', company: anna.company });
    await showPage('/cases', { state: { rows: [factsOf(aRow({ role, tasks: [] }))] } });
    const [row] = rows();
    expect(row?.textContent).toContain('Action required: Assign the External case handler');
    expect(within(row ?? document.body).getByText('Assign user')).toBeDefined();
  });

  test('has neither where another company must', async () => {
    await showPage('/cases', { state: { rows: [factsOf(aRow({ role: aRowRole(), tasks: [] }))] } });
    expect(rows()[0]?.textContent).not.toContain('Action required');
    expect(screen.getByText('No user yet')).toBeDefined();
  });

  test('names office and user of the role, tasks with code and words, the time left and what is unread', async () => {
    const tasks = [aRowTask({ status: 'B', target: dueIn(3) }), aRowTask({ id: 'i', type: 'inspection', status: 'A' })];
    const row = aRow({ role: aRowRole({ user: carla }), tasks });
    await showPage('/cases', { state: { rows: [factsOf(row, { unread: 2 })] } });
    const text = rows()[0]?.textContent ?? '';
    for (const words of [
      'Arvio Kuopio',
      'Carla Maki',
      'Drying: B, Budget waits',
      'Inspection: A',
      'in 3h',
      '2 unread',
    ]) {
      expect(text).toContain(words);
    }
  });

  test('looks waiting while the portal has not confirmed what was done in it', async () => {
    const outbox = [1, 2].map((position) =>
      anOutboxItem({ position, command: aCommand({ name: 'write-chat', input: { text: 'On my way' } }) }),
    );
    await showPage('/cases', { state: { rows: numberedFacts(2), outbox } });
    expect(rows()[1]?.textContent).toContain('2 changes wait for the portal');
    expect(rows()[0]?.textContent).not.toContain('wait for the portal');
  });
});

describe('before the index is read', () => {
  const opening = { phase: 'opening', rows: [], portals: [] } as const;
  const left = {
    list: JSON.stringify([{}, { column: 'action', descending: false }]),
    shown: 3,
    all: 1234,
    portals: [aPortalState()],
    rows: numberedFacts(2),
  };

  test('the list that was left stands there at once, with its own count', async () => {
    const { workplace } = await showPage('/cases', { state: { ...opening, lastView: left } });
    expect(numbers()).toEqual(['NM-000', 'NM-001']);
    expect(screen.getByText('3 of 1,234 cases')).toBeDefined();
    act(() =>
      workplace.setState({ phase: 'ready', rows: numberedFacts(5), portals: [aPortalState()], lastView: null }),
    );
    expect(rows()).toHaveLength(5);
    expect(screen.getByText('5 cases')).toBeDefined();
  });

  test('another list waits, and does not say that there are no cases', async () => {
    await showPage('/cases?unread=true', { state: { ...opening, lastView: left } });
    expect(screen.queryByRole('grid')).toBeNull();
    expect(screen.queryByText('No cases yet')).toBeNull();
  });

  test('a list that came to rest is kept by the names of its first cases', async () => {
    const { workplace } = await showPage('/cases', { state: { rows: numberedFacts(100) } });
    await waitFor(() => expect(workplace.done.views).toHaveLength(1), { timeout: 5000 });
    const [kept] = workplace.done.views;
    expect(kept).toMatchObject({ list: left.list, shown: 100, all: 100 });
    expect(kept?.cases).toHaveLength(64);
    expect(kept?.cases[0]).toEqual({ portal: 'nordic-portal', case: 'case-0' });
  });
});

describe('filters', () => {
  const involved = factsOf(aRow({ id: 'a', number: 'NM-1', tasks: [aRowTask({ responsibles: [anna.member] })] }));
  const handled = factsOf(aRow({ id: 'b', number: 'NM-2', role: aRowRole({ user: carla }), tasks: [] }));
  const other = factsOf(aRow({ id: 'c', number: 'NM-3', tasks: [aRowTask({ company: 'other', office: 'other' })] }));
  const state = { rows: [involved, handled, other] };

  test.each([
    ['Action required', ['NM-1']],
    ['My task', ['NM-1']],
    ['With External case handler', ['NM-2']],
  ])('%s leaves its cases, and again all of them', async (name, left) => {
    const { user } = await showPage('/cases', { state });
    const filters = within(screen.getByRole('group', { name: 'Filters' }));
    await user.click(filters.getByRole('button', { name }));
    await waitFor(() => expect(numbers()).toEqual(left));
    expect(screen.getByText('1 of 3 cases')).toBeDefined();
    await user.click(filters.getByRole('button', { name, pressed: true }));
    await waitFor(() => expect(rows()).toHaveLength(3));
  });

  test('the filter for the own role is a marked user’s only', async () => {
    const standing = aCaseHandler();
    const mine = {
      rows: state.rows.map(({ row }) => factsOf(row, { standing })),
      portals: [aPortalState({ standing })],
    };
    const { user } = await showPage('/cases', { state: mine });
    await user.click(screen.getByRole('button', { name: 'Assigned to me' }));
    await waitFor(() => expect(numbers()).toEqual(['NM-2']));
  });

  test('nobody else sees it', async () => {
    await showPage('/cases', { state });
    expect(screen.queryByRole('button', { name: /Assigned to me/ })).toBeNull();
  });

  test('a user has the cases of the own tasks and roles', async () => {
    const { user } = await showPage('/cases', { state });
    await user.click(screen.getByRole('combobox', { name: 'User' }));
    await user.click(await screen.findByRole('option', { name: carla.name, hidden: true }));
    await waitFor(() => expect(numbers()).toEqual(['NM-2']));
    expect(screen.getByRole('button', { name: `Remove filter User: ${carla.name}` })).toBeDefined();
  });

  test('free text narrows while typing and is no step for Back', async () => {
    const { user, router } = await showPage('/cases', { state });
    await user.keyboard('/maki');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    await waitFor(() => expect(numbers()).toEqual(['NM-2']));
    expect(router.history.length).toBe(1);
  });

  test('Back leads to the list before the last filter', async () => {
    const { user, router } = await showPage('/cases?withRole=true', { state });
    expect(numbers()).toEqual(['NM-2']);
    await user.click(screen.getByRole('button', { name: 'Reset all' }));
    await waitFor(() => expect(rows()).toHaveLength(3));
    router.history.back();
    await waitFor(() => expect(numbers()).toEqual(['NM-2']));
  });

  test('each chip takes its own filter off', async () => {
    const { user } = await showPage('/cases?withRole=true&text=kuopio&status=A', { state });
    await user.click(screen.getByRole('button', { name: /^Remove filter Status: A/ }));
    await waitFor(() => expect(numbers()).toEqual(['NM-2']));
    const removes = screen.getAllByRole('button', { name: /^Remove filter/ });
    expect(removes.map((each) => each.getAttribute('aria-label'))).toEqual([
      'Remove filter Cases with External case handler',
      'Remove filter “kuopio”',
    ]);
  });

  test('without a case it says what to remove and how many there are then; one click does it', async () => {
    const { user } = await showPage('/cases?withRole=true&text=nowhere', { state });
    expect(screen.getByText('No case passes these filters')).toBeDefined();
    expect(screen.getByText('0 of 3 cases')).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Remove Cases with External/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Remove “nowhere”: 1 case' }));
    await waitFor(() => expect(numbers()).toEqual(['NM-2']));
  });

  test('the insurer is the one of the top bar, wherever it is chosen', async () => {
    const standing = aStanding({ portal: 'b', portalName: 'Baltic Insurance' });
    const baltic = factsOf(aRow({ id: 'd', number: 'BA-4', portal: 'b' }), { standing });
    const portals = [aPortalState(), aPortalState({ portal: 'b', standing })];
    const { user, router } = await showPage('/cases?portal=b', { state: { rows: [...state.rows, baltic], portals } });
    expect(numbers()).toEqual(['BA-4']);
    await waitFor(() => expect(useInsurerFilter.getState().portal).toBe('b'));
    expect(router.state.location.search).not.toHaveProperty('portal');
    await user.click(screen.getByRole('button', { name: 'Remove filter Insurer: Baltic Insurance' }));
    await waitFor(() => expect(rows()).toHaveLength(4));
    expect(useInsurerFilter.getState().portal).toBeNull();
  });
});

describe('sorting', () => {
  test('a click on a head sorts by it, a second one turns round, a third one gives the usual order back', async () => {
    const { user } = await showPage('/cases', { state: { rows: numberedFacts(3) } });
    const head = screen.getByRole('columnheader', { name: 'Case' });
    const sort = () => user.click(within(head).getByRole('button'));
    await sort();
    await waitFor(() => expect(head.getAttribute('aria-sort')).toBe('ascending'));
    await sort();
    await waitFor(() => expect(numbers()).toEqual(['NM-002', 'NM-001', 'NM-000']));
    expect(head.getAttribute('aria-sort')).toBe('descending');
    await sort();
    await waitFor(() => expect(head.getAttribute('aria-sort')).toBe('none'));
  });

  test('the last changed come first', async () => {
    const changed = [1, 3, 2].map((hours) =>
      factsOf(aRow({ id: `${hours}`, number: `NM-${hours}`, changedAt: hoursAfterMonday(-hours) })),
    );
    const { user } = await showPage('/cases', { state: { rows: changed } });
    await user.click(screen.getByRole('button', { name: 'Changed' }));
    await waitFor(() => expect(numbers()).toEqual(['NM-1', 'NM-2', 'NM-3']));
  });
});

test('a case that is opened before the typing has settled stays open', async () => {
  const { router, user } = await showPage('/cases', { state: { rows: numberedFacts(3) } });
  await user.type(screen.getByPlaceholderText(/^Number, place/), 'NM-001');
  fireEvent.click(screen.getByText('NM-001'));
  await waitFor(() => expect(router.state.location.pathname).toBe('/cases/nordic-portal/case-1'));
  await expect(waitFor(() => expect(router.state.location.pathname).toBe('/cases'), { timeout: 500 })).rejects.toThrow(
    '/cases',
  );
});

test('only what is in sight is painted of a long list', async () => {
  await showPage('/cases?state=all', { state: { rows: manyFacts(2000, [aStanding()]) } });
  expect(rows().length).toBeLessThan(60);
  expect(screen.getByRole('grid', { name: 'Cases' }).getAttribute('aria-rowcount')).toBe('2001');
});

describe('cases that left', () => {
  const withdrawn = [
    { portal: 'nordic-portal', case: 'x', number: 'NM-900', at: hoursAfterMonday(2), reason: 'role-moved' as const },
    { portal: 'nordic-portal', case: 'y', number: 'NM-901', at: monday, reason: 'task-moved' as const },
  ];

  test('are told with number, date and reason until that is dismissed', async () => {
    const { user } = await showPage('/cases', { state: { rows: numberedFacts(1), withdrawn } });
    const notice = screen.getByRole('region', { name: 'Cases that are no longer yours' });
    expect(notice.textContent).toContain('NM-900');
    expect(notice.textContent).toContain('23 Nov');
    expect(notice.textContent).toContain('The External case handler role is with somebody else now.');
    await user.click(within(notice).getByRole('button', { name: 'Show 1 more' }));
    expect(notice.textContent).toContain('NM-901');
    await user.click(within(notice).getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('region', { name: 'Cases that are no longer yours' })).toBeNull();
  });

  test('a later one is told again', async () => {
    useWithdrawnSeen.setState({ until: monday });
    await showPage('/cases', { state: { withdrawn } });
    const notice = screen.getByRole('region', { name: 'Cases that are no longer yours' });
    expect(notice.textContent).toContain('NM-900');
    expect(notice.textContent).not.toContain('1 more');
  });
});

test.each([
  ['an office', { level: 3 }, /gives one of your offices a task/],
  ['somebody of the own tasks only', { level: 1 }, /you are responsible for a task/],
  ['an insurer', { side: 'insurer' }, /imported into your portal/],
  ['the operator', { side: 'operator' }, /cases belong to the insurers/],
] as const)('without any case it says to %s when there will be one', async (_, change, words) => {
  await showPage('/cases', { state: { portals: [aPortalState({ standing: aStanding(change) })] } });
  expect(screen.getByText('No cases yet')).toBeDefined();
  expect(screen.getByText(words)).toBeDefined();
});

test('a damaged address opens the list without what is not known in it', async () => {
  await showPage('/cases?action=approve-tasks?scene=x&target=red&status=Z&sort=odd&state=gone', {
    state: { rows: [] },
  });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Cases');
});
