import { act, configure, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { useCaseListPlace } from '../../../../../renderer/bindings/case-list-place.ts';
import { useSingleKeys } from '../../../../../renderer/bindings/single-keys.ts';
import { placeInList } from '../../../../../renderer/features/case/steps/place-in-list.ts';
import type { OpenCase } from '../../../../../renderer/offline/offline-desk.ts';
import type { RowFacts } from '../../../../../shared/domain/case/list-filter.ts';
import { toListRow } from '../../../../../shared/domain/case/list-row.ts';
import { aContent, aDirectory, aStanding, monday } from '../../../../support/builders.ts';
import { workplaceInMemory } from '../../../../support/renderer/in-memory-workplace.ts';
import { showPage } from '../../../../support/renderer/show-page.tsx';
import { factsOf } from '../../../../support/rows.ts';

// The page is loaded when it is first opened; on a busy machine that takes longer than a second.
configure({ asyncUtilTimeout: 20_000 });

const numbers = [1, 2, 3, 4];
const contentOf = (number: number, city = 'Kuopio') => {
  const content = aContent({ id: `case-${number}`, number: `NM-${number}` });
  return { ...content, case: { ...content.case, site: { ...content.case.site, city } } };
};
const rowsOf = (...which: number[]) => which.map((number) => factsOf(toListRow(contentOf(number))));

beforeEach(() => {
  useCaseListPlace.setState({ search: {}, order: null, row: null, offset: 0 });
  useSingleKeys.setState({ on: true });
});

async function show(address: string, rows: readonly RowFacts[] = rowsOf(...numbers)) {
  const openCase = async ({ portal, case: id }: OpenCase['key']): Promise<OpenCase | null> => {
    const content = contentOf(Number(id.split('-')[1]));
    const held = workplace.offline.state().rows.some(({ row }) => row.id === id);
    const more = { standing: aStanding(), directory: aDirectory(), waiting: [], fates: [], asOf: monday, read: 0 };
    return held ? { key: { portal, case: id }, content, confirmed: content, ...more } : null;
  };
  const workplace = workplaceInMemory({ state: { rows }, openCase });
  return showPage(address, { workplace });
}

const heading = (number: number) => screen.findByRole('heading', { level: 1, name: new RegExp(`NM-${number}`) });

test('through the cases of the list in its order, with buttons and keys, and the ends say so', async () => {
  const cases = numbers.toReversed().map((each) => ({ portal: 'nordic-portal', case: `case-${each}` }));
  useCaseListPlace.setState({ order: { cases, filter: {} } });
  const { user, router } = await show('/cases/nordic-portal/case-3');
  await heading(3);
  expect(await screen.findByText('2 of 4')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Next case, NM-2' }));
  await heading(2);
  await user.keyboard('j');
  await heading(1);
  const end = screen.getByRole('button', { name: 'Next case' });
  expect(document.getElementById(end.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'This is the last case of the list.',
  );
  await user.keyboard('j{Alt>}{PageUp}{/Alt}');
  await heading(2);
  await user.keyboard('k');
  await heading(3);
  act(() => useSingleKeys.setState({ on: false }));
  await user.keyboard('k');
  expect(router.state.location.pathname).toBe('/cases/nordic-portal/case-3');
  expect(useCaseListPlace.getState()).toMatchObject({ row: 'nordic-portal/case-3', offset: null });
});

test('a case that no longer passes says so, and the next one is the one that followed; one that left is passed over', async () => {
  const order = { cases: numbers.map((each) => ({ portal: 'nordic-portal', case: `case-${each}` })), filter: {} };
  useCaseListPlace.setState({ order: { ...order, filter: { unread: true } } });
  const { user, workplace } = await show('/cases/nordic-portal/case-2');
  await heading(2);
  expect(screen.getByText('2 of 4, no longer in the list')).toBeDefined();
  act(() => workplace.setState({ rows: rowsOf(1, 2, 4) }));
  await user.click(await screen.findByRole('button', { name: 'Next case, NM-4' }));
  await heading(4);
  act(() => workplace.setState({ rows: rowsOf(1, 2) }));
  await screen.findByText('This case is not here');
  await user.keyboard('k');
  await heading(2);
});

test('a case that is opened before any list stands in the usual one; one that no list had says so', async () => {
  const { router } = await show('/cases/nordic-portal/case-2');
  await heading(2);
  expect(await screen.findByText(/ of 4$/)).toBeDefined();
  await act(() => router.navigate({ to: '/cases/$portal/$case', params: { portal: 'nordic-portal', case: 'case-9' } }));
  expect(await screen.findByText('not in the list')).toBeDefined();
});

test('places are counted among those that are here', () => {
  const key = (number: number) => ({ portal: 'nordic-portal', case: `case-${number}` });
  const order = { cases: numbers.map(key), filter: {} };
  expect(placeInList(order, key(3), rowsOf(1, 3))).toMatchObject({ place: 2, count: 2, left: false, next: null });
  expect(placeInList(order, key(3), rowsOf(1, 4))).toMatchObject({ place: 2, count: 3, left: true });
  expect(placeInList(order, key(9), rowsOf(1)).place).toBeNull();
});

test('the list hands over its order, and is found again at the case one has come to', async () => {
  const { user } = await show('/cases?sort=number&down=true');
  await screen.findByRole('row', { name: /NM-3/ });
  await user.click(screen.getByText('NM-3'));
  await heading(3);
  await user.keyboard('j');
  await heading(2);
  await user.click(screen.getByRole('link', { name: 'Back to the cases' }));
  await waitFor(() => expect(document.activeElement?.textContent).toContain('NM-2'));
});
