import type { Page } from 'playwright-core';
import { monday } from '../support/builders.ts';
import { asItIs, openLayer, press, pressTab } from '../support/preview/acts.ts';
import { lookAtScreens } from '../support/preview/look-at-screens.ts';

const reviewRole = async (page: Page) => {
  await press(/^Change the External/)(page);
  await page.getByRole('checkbox', { name: 'Approve budget' }).click();
  await page.keyboard.press('Control+Enter');
};
const giveNetwork = (document: object) => async (page: Page) => {
  const buffer = Buffer.from(JSON.stringify(document));
  const file = { name: 'network.json', mimeType: 'application/json', buffer };
  await page.getByLabel('Network document').setInputFiles(file);
  await page.getByText(/are wrong|would be added/).waitFor();
};
const openReports = async (page: Page) => {
  const days = { from: '2026-01-01', to: '2026-11-23', askedAt: monday, askedBy: 'Bertil Lind', deletedAt: monday };
  const made = { id: 'r2', state: 'open', status: 'made', done: 812, total: 812, rows: 812, madeAt: monday };
  const waiting = { id: 'r1', state: 'all', status: 'waiting', done: 4, total: 10, rows: 0, madeAt: null };
  const first = { headings: ['Case number'], rows: [[{ kind: 'text', text: 'NM-1' }]], leftOut: 1 };
  await page.route('**/reports/**', (route) =>
    route.fulfill({
      json: route.request().url().endsWith('r2') ? first : [waiting, made].map((each) => ({ ...each, ...days })),
    }),
  );
  await press(/^Try again/)(page);
  await press(/^Show first rows/)(page);
  await page.getByRole('table').waitFor();
};

const openPrices = async (page: Page) => {
  const list = { id: 'prices', mark: 7, name: 'Repairs', validFrom: '2026-01-01', currency: 'EUR', count: 1240 };
  const lists = [
    { ...list, id: 'next', validFrom: '2027-01-01', validUntil: null },
    { ...list, validUntil: '2026-12-31' },
  ];
  const items = [
    { code: '1100', text: 'Kuivaus, lattia 1/2" putkineen', unit: 'vrk', trade: 'LVI', unitPrice: 1250, hours: 2500 },
    { code: '2040', text: 'Maalaus kahteen kertaan, seinät ja katto', unit: 'm2', trade: '', unitPrice: 435 },
  ];
  await page.route('**/price-lists**', (route) => route.fulfill({ json: lists }));
  await page.route('**/items?mark=*', (route) =>
    route.fulfill({ body: items.map((each) => JSON.stringify(each)).join('\n') }),
  );
  await page.route('**/price-lists?dryRun=true', (route) => {
    const [head] = lists;
    const told = { list: { ...head, count: 2 }, ended: [{ ...list, validUntil: '2026-12-31' }], first: items };
    return route.fulfill({ json: { dryRun: true, rows: 2, messages: [], replaced: false, overlapping: [], ...told } });
  });
  await pressTab('Price lists')(page);
  await page.getByRole('table').waitFor();
};
const openPriceList = async (page: Page) => {
  await openPrices(page);
  await press(/^Open Repairs/)(page);
  await page.getByRole('region', { name: 'Items of Repairs' }).waitFor();
};
const checkPrices = async (page: Page) => {
  await openPrices(page);
  await press(/^Import a price list/)(page);
  const buffer = Buffer.from(
    'Koodi;Selite;Yks;Ala;Hinta;Tunnit\n1100;Kuivaus, lattia 1/2" putkineen;vrk;LVI;12,50;0,25\n',
  );
  await page.locator('input[type=file]').setInputFiles({ name: 'repairs-2027.csv', mimeType: 'text/csv', buffer });
  await page.getByLabel('Name', { exact: true }).fill('Repairs');
  await page.getByLabel('Valid from', { exact: true }).fill('2027-01-01');
  await press(/^Check the file/)(page);
  await page.getByText(/Nothing is written yet/).waitFor();
};

lookAtScreens([
  ['hours and closed days', 'insurer', '#/settings', openLayer(press(/^Change hours/))],
  ['the settings of a portal', 'insurer', '#/admin/portal', asItIs],
  ['how tasks are assigned', 'insurer', '#/admin/portal', pressTab('Assigning tasks')],
  ['price lists', 'operator', '#/admin/portal', openPriceList],
  ['importing a price list', 'operator', '#/admin/portal', openLayer(checkPrices)],
  ['the set of the inspector', 'operator', '#/admin/portal', pressTab('Inspector')],
  ['changing a role', 'operator', '#/admin/portal', press(/^Change the External/)],
  ['what a change of a role touches', 'operator', '#/admin/portal', openLayer(reviewRole)],
  ['the reports', 'insurer', '#/admin/reports', openReports],
  ['the members', 'members', '#/admin/members', asItIs],
  ['a member being edited', 'members', '#/admin/members', openLayer(press(/^Edit Carla/))],
  ['a member that is read only', 'members-of-partner', '#/admin/members', openLayer(press(/^Edit Carla/))],
  ['inviting a member', 'members', '#/admin/members', openLayer(press(/^Invite a member/))],
  ['the offices', 'offices', '#/admin/offices', asItIs],
  ['an office being edited', 'offices', '#/admin/offices', openLayer(press(/^Edit Arvio Kuopio/))],
  ["the operator's desk", 'operators-desk', '#/operator', asItIs],
  ['a network with faults', 'operators-desk', '#/operator', giveNetwork({ members: 'nowhere' })],
  ['a network that was tried', 'operators-desk', '#/operator', giveNetwork({ members: [] })],
]);
