import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ranked, type OfficeCategories } from '../../../../shared/domain/category/category.ts';
import { aDirectory, anInsurer, anOffice, aStanding, monday } from '../../../support/builders.ts';
import { aCommand, anOutboxItem, aPortalState } from '../../../support/renderer/in-memory-workplace.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';

// The router loads the page when it is first opened: loaded before the tests begin, that takes no test's time.
await import('../../../../renderer/app/categories-screen.tsx');
configure({ asyncUtilTimeout: 8000 });

const revision = { command: '0199aaaa-0000-7000-8000-00000000000a', decidedAt: monday };
const kuopio = anOffice({ id: 'kuopio', company: 'kuivaus', name: 'Kuivaus Kuopio' });
const directory = aDirectory({ offices: [anOffice(), kuopio] });
const categories: OfficeCategories = {
  defined: {
    categories: ranked([
      { code: 'first', label: 'First choice', colour: 'green' },
      { code: 'last', label: 'On request', colour: 'orange' },
    ]),
    revision,
  },
  offices: [{ office: 'kuopio', categories: [{ category: 'last', taskType: 'drying' }], revision }],
};
const subject = { kind: 'categories', id: 'nordic-portal' } as const;

const seenBy = (standing = anInsurer(), held: OfficeCategories | null = categories) => ({
  state: { portals: [aPortalState({ standing, directory, categories: held })] },
});

function portalAnswers(log: unknown): void {
  vi.stubGlobal('fetch', async () => Response.json(log));
}
afterEach(() => void vi.unstubAllGlobals());

const fill = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });

test('a senior of the insurer renames, moves, adds and removes; how many offices lose one is asked before', async () => {
  const { workplace } = await showPage('/admin/categories', seenBy());
  const list = await screen.findByRole('list', { name: 'Categories by rank' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toMatchObject([expect.stringMatching(/1First choice.*No office/), expect.stringMatching(/2On request.*1 office/)]);
  fireEvent.click(screen.getByLabelText('Move On request up'));
  fill(screen.getByLabelText('Name of category 2'), 'Usual');
  fireEvent.click(screen.getByText('Add category'));
  fill(screen.getByLabelText('Name of category 3'), 'Usual');
  fireEvent.click(screen.getByText('Save categories'));
  expect(workplace.done.issued).toEqual([]);
  fill(screen.getByLabelText('Name of category 3'), 'Övriga');
  fireEvent.click(screen.getByLabelText('Remove On request'));
  await screen.findByText('Remove On request?');
  expect(screen.getByText(/^1 office has this category, and loses it when you save/)).toBeTruthy();
  fireEvent.click(screen.getByText('Remove category'));
  fireEvent.click(screen.getByText('Save categories'));
  await waitFor(() => expect(workplace.done.issued).toHaveLength(1));
  expect(workplace.done.issued).toMatchObject([
    {
      name: 'define-categories',
      subject,
      seen: revision.command,
      input: {
        categories: [
          { code: 'first', label: 'Usual', colour: 'green' },
          { code: 'ovriga', label: 'Övriga' },
        ],
      },
    },
  ]);
});

test('an office is found, and has a category for all of its tasks or for types of them', async () => {
  const { user, workplace } = await showPage('/admin/categories', seenBy());
  await user.click(await screen.findByRole('tab', { name: 'Offices' }));
  const list = await screen.findByRole('list', { name: 'Offices' });
  await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(2));
  fill(screen.getByLabelText('Search offices'), 'kuivaus');
  await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(1));
  expect(within(list).getByRole('listitem').textContent).toContain('On request (Drying)');
  await user.click(screen.getByRole('button', { name: 'Categories of Kuivaus Kuopio' }));
  const dialog = await screen.findByRole('dialog', { name: 'Categories of Kuivaus Kuopio' });
  await user.click(within(dialog).getByRole('checkbox', { name: '1. First choice' }));
  await user.click(within(dialog).getByRole('checkbox', { name: '2. On request' }));
  await user.click(within(dialog).getByRole('button', { name: 'Save office' }));
  expect(workplace.done.issued).toMatchObject([
    {
      name: 'categorise-office',
      subject,
      seen: revision.command,
      input: { office: 'kuopio', categories: [{ category: 'first', taskType: null }] },
    },
  ]);
});

test('what was set when names offices, and what is gone by the name that it had', async () => {
  portalAnswers([
    {
      what: 'categorise-office',
      by: 'Bertil Lind',
      at: monday,
      before: { 'office:kuopio': null },
      after: { 'office:kuopio': [{ category: 'last', taskType: 'drying' }] },
    },
    {
      what: 'define-categories',
      by: 'Bertil Lind',
      at: monday,
      before: { categories: [] },
      after: { categories: [{ code: 'old', label: 'Old one', rank: 1, colour: 'red' }] },
    },
  ]);
  const { user } = await showPage('/admin/categories', seenBy());
  await user.click(await screen.findByRole('tab', { name: 'Who changed what' }));
  expect(await screen.findByText('Kuivaus Kuopio: none → On request (Drying)')).toBeTruthy();
  expect(screen.getByText('Categories: none → 1. Old one')).toBeTruthy();
});

test.each([
  ['somebody of level 4 reads and is told who may change', seenBy(anInsurer({ level: 4 })), 'authority level 5'],
  [
    'a change that waits is not changed once more',
    {
      state: {
        ...seenBy().state,
        outbox: [
          anOutboxItem({ command: aCommand({ name: 'define-categories', subject, input: { categories: [] } }) }),
        ],
      },
    },
    'waits for the portal',
  ],
])('%s', async (_, start, reason) => {
  const { user, workplace } = await showPage('/admin/categories', start);
  const save = await screen.findByRole('button', { name: 'Save categories' });
  expect(save.getAttribute('aria-disabled')).toBe('true');
  expect(document.getElementById(save.getAttribute('aria-describedby') ?? '')?.textContent).toContain(reason);
  await user.click(save);
  expect(workplace.done.issued).toEqual([]);
});

test('the page is for the insurer; a partner and an older portal server are told why there is nothing', async () => {
  await showPage('/admin/categories', seenBy(aStanding({ level: 4 }), null));
  expect(await screen.findByText('Kept by the insurer’s people')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Office categories' })).toBeNull();
});

test('where the portal told none yet, that is said', async () => {
  await showPage('/admin/categories', seenBy(anInsurer(), null));
  expect(await screen.findByText('Not here yet')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Office categories', current: 'page' })).toBeTruthy();
});
