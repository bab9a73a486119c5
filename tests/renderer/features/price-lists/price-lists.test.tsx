import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { guessColumns, guessDecimalSign, topOf } from '../../../../renderer/features/price-lists/guess-columns.ts';
import type { ImportedPrices } from '../../../../shared/contract/price-lists.ts';
import type { SettingsEntry } from '../../../../shared/contract/settings-log.ts';
import type { PriceItem, PriceListHead } from '../../../../shared/domain/price-list/price-list.ts';
import { anInsurer, monday } from '../../../support/builders.ts';
import { aPortalState } from '../../../support/renderer/in-memory-workplace.ts';
import { plain } from '../../../support/renderer/show-case.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';

const aList = (change: Partial<PriceListHead> = {}): PriceListHead => ({
  id: 'list-1',
  mark: 7,
  name: 'Repairs',
  validFrom: '2026-01-01',
  validUntil: null,
  currency: 'EUR',
  count: 2,
  ...change,
});
const items: readonly PriceItem[] = [
  { code: '100', text: 'Kuivaus', unit: 'vrk', trade: 'Drying', unitPrice: 1250, hours: 2500 },
  { code: '200', text: 'Maalaus', unit: 'm2', trade: 'Painting', unitPrice: 435 },
];
const csv = 'Koodi;Selite;Yks;Hinta\n100;Kuivaus 1/2" asti;vrk;12,50\n200;Maalaus;m2;4,35\n';
const read: ImportedPrices = {
  dryRun: true,
  rows: 2,
  messages: [],
  list: aList({ validFrom: '2027-01-01' }),
  replaced: false,
  ended: [aList({ validUntil: '2026-12-31' })],
  overlapping: [],
  first: [...items],
};

let lists: readonly PriceListHead[];
let log: readonly SettingsEntry[];
let imported: (dryRun: boolean) => ImportedPrices;
let posts: { readonly query: string; readonly body: Record<string, unknown> }[];
let removal: Response;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(monday) });
  [lists, log, posts] = [[aList(), aList({ id: 'old', mark: 3, name: 'Old', validUntil: '2026-06-30' })], [], []];
  imported = (dryRun) => ({ ...read, dryRun });
  removal = Response.json({ list: 'list-1' });
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (path.includes('/settings-log/')) return Response.json(log);
    if (path.includes('/items?')) return new Response(items.map((each) => JSON.stringify(each)).join('\n'));
    if (init.method === 'DELETE') return removal;
    if (init.method === 'POST' && path.includes('/price-lists')) {
      const [, query = ''] = path.split('?');
      posts.push({ query, body: JSON.parse(String(init.body)) as Record<string, unknown> });
      return Response.json(imported(query === 'dryRun=true'));
    }
    if (path.endsWith('/price-lists')) return Response.json(lists);
    throw new TypeError('not reached');
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function show(standing = anInsurer({ level: 5 })) {
  const shown = await showPage('/admin/portal', { state: { portals: [aPortalState({ standing })] } });
  await shown.user.click(await screen.findByRole('tab', { name: 'Price lists' }));
  return shown;
}
const importButton = { name: 'Import a price list…' } as const;

async function chooseFile() {
  const { user } = await show();
  await user.click(await screen.findByRole('button', importButton));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText(/^Price list/), { target: { files: [new File([csv], 'repairs.csv')] } });
  await dialog.findByRole('region', { name: 'The first rows' });
  return { user, dialog };
}

async function fillIn() {
  const { user, dialog } = await chooseFile();
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Repairs');
  fireEvent.change(dialog.getByLabelText(/^Valid from/), { target: { value: '2027-01-01' } });
  return { user, dialog };
}

test('shows each list with its days, whether it is in force and how much is in it, and searches inside', async () => {
  const { user } = await show();
  const rows = (await screen.findAllByRole('row')).slice(1).map((row) => plain(row.textContent ?? ''));
  expect(rows[0]).toMatch(/Repairs.*no end set.*In force.*2/);
  expect(rows[1]).toMatch(/Old.*30 Jun 2026.*Ended/);
  await user.click(screen.getByRole('button', { name: 'Open Repairs' }));
  const search = await screen.findByRole('textbox', { name: 'Search in Repairs' });
  expect(await screen.findByText('2 of 2 items')).toBeTruthy();
  await user.type(search, 'maal');
  const table = within(await screen.findByRole('region', { name: 'Items of Repairs' }));
  await waitFor(() => expect(table.getAllByRole('row')).toHaveLength(2));
  expect(plain(table.getAllByRole('row')[1]?.textContent ?? '')).toContain('€4.35');
  await user.type(search, 'xyz');
  expect(await screen.findByText(/No item fits/)).toBeTruthy();
});

test('who is below level 5 reads, and is told at the buttons why no list can be imported or removed', async () => {
  await show(anInsurer({ level: 4 }));
  expect((await screen.findByRole('button', importButton)).getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByRole('button', { name: 'Remove Repairs…' }).getAttribute('aria-disabled')).toBe('true');
  expect(screen.getAllByText(/level 5/).length).toBeGreaterThan(0);
});

test('a file is shown with its columns, tried, and what was tried comes in', async () => {
  const { user, dialog } = await fillIn();
  const chosen = (label: string) => dialog.getByRole<HTMLInputElement>('combobox', { name: label }).value;
  expect(['Code', 'Text', 'Unit', 'Price a unit', 'Decimals are behind'].map(chosen)).toEqual([
    'Koodi',
    'Selite',
    'Yks',
    'Hinta',
    'A comma (12,50)',
  ]);
  await user.click(dialog.getByRole('button', { name: 'Check the file' }));
  expect(await dialog.findByText(/Nothing is written yet/)).toBeTruthy();
  expect(dialog.getByText(/The earlier list is valid .*31 Dec 2026/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Import 2 items' }));
  expect(await dialog.findByText(/is there with 2 items/)).toBeTruthy();
  expect(posts.map(({ query }) => query)).toEqual(['dryRun=true', 'dryRun=false']);
  expect(posts[1]?.body).toEqual(posts[0]?.body);
  expect(posts[1]?.body).toMatchObject({
    csv,
    mapping: { delimiter: ';', decimalSign: ',', quotes: 'letters', columns: { code: 'Koodi', unitPrice: 'Hinta' } },
    list: { name: 'Repairs', validFrom: '2027-01-01', validUntil: null, fileName: 'repairs.csv', endsEarlier: true },
  });
});

test('rows that are wrong are named, and what is changed has to be checked again', async () => {
  const message = { row: 3, faults: [], text: 'Row 3, column “Hinta”: “x” is no such number.' };
  imported = (dryRun) => ({ ...read, dryRun, list: null, messages: [message], ended: [], first: [] });
  const { user, dialog } = await fillIn();
  await user.click(dialog.getByRole('button', { name: 'Check the file' }));
  expect(await dialog.findByText(message.text)).toBeTruthy();
  expect(dialog.getByText(/1 row is wrong, so nothing is taken/)).toBeTruthy();
  imported = (dryRun) => ({ ...read, dryRun });
  await user.click(dialog.getByRole('button', { name: 'Check the file' }));
  await dialog.findByRole('button', { name: 'Import 2 items' });
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), ' 2');
  expect(dialog.queryByText(/Nothing is written yet/)).toBeNull();
  expect(dialog.getByRole('button', { name: 'Check the file' })).toBeTruthy();
});

test('says what is missing before anything is sent', async () => {
  const { user, dialog } = await chooseFile();
  const check = dialog.getByRole('button', { name: 'Check the file' });
  expect(check.getAttribute('aria-disabled')).toBe('true');
  expect(dialog.getByText('Enter the name of the list.')).toBeTruthy();
  await user.click(check);
  expect(posts).toEqual([]);
});

test('one that is used stays, and it says so; another one is gone', async () => {
  const { user } = await show();
  const detail = 'price-list-in-use';
  removal = Response.json({ kind: 'not-allowed', title: 'No.', status: 403, detail }, { status: 403 });
  await user.click(await screen.findByRole('button', { name: 'Remove Repairs…' }));
  await user.click(await screen.findByRole('button', { name: 'Remove the price list' }));
  expect(await screen.findByText(/Work items have their price from this list/)).toBeTruthy();
  removal = Response.json({ list: 'list-1' });
  lists = [];
  await user.click(screen.getByRole('button', { name: 'Remove the price list' }));
  expect(await screen.findByText('No price list yet')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('the log beside says who imported what from which file, and what it ended', async () => {
  const priceList = { name: 'Repairs', validFrom: '2027-01-01', validUntil: null, items: 2, fileName: 'repairs.csv' };
  const ended = [{ validFrom: '2026-01-01', validUntil: '2026-12-31' }];
  log = [
    { what: 'remove-price-list', by: 'Oona', at: monday, before: { priceList }, after: { priceList: null } },
    { what: 'import-price-list', by: 'Bertil', at: monday, before: {}, after: { priceList: { ...priceList, ended } } },
  ];
  await show();
  expect(await screen.findByText(/the price list Repairs from 1 Jan 2027 with 2 items was removed/)).toBeTruthy();
  expect(screen.getByText(/was imported: 2 items from repairs.csv/)).toBeTruthy();
  expect(screen.getByText(/the earlier list Repairs ends 31 Dec 2026/)).toBeTruthy();
});

test.each([
  ['a;b;c;d\n1;2;3,50;4', 0, ';'],
  ['a,b,c,d\n1,2,"3;5",4', 0, ','],
  ['a\tb\tc\n1,5\t2,5\t3,5', 0, '\t'],
  ['Prices, 2027; of us\na|b|c\n1|2|3', 1, '|'],
])('the delimiter of %j is found by its headings', (text, skipLines, delimiter) => {
  expect(topOf(text, skipLines)).toMatchObject({ delimiter });
});

test('columns are guessed by how they are headed, none twice', () => {
  expect(guessColumns(['Artikelnr', 'Benämning', 'Enhet', 'Pris', 'Tid'])).toEqual({
    code: 'Artikelnr',
    text: 'Benämning',
    unit: 'Enhet',
    unitPrice: 'Pris',
    hours: 'Tid',
  });
  expect(guessColumns(['A', 'B'])).toEqual({});
  expect(guessDecimalSign({ rows: [['1', '1 250,50']] })).toBe(',');
  expect(guessDecimalSign({ rows: [['1,250.50', 'Tiles, 4']] })).toBe('.');
});
