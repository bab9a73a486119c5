import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { inBothLooks, serious } from '../support/preview/both-looks.ts';
import { launchBrowser } from '../support/preview/launch-browser.ts';
import { monday } from '../support/builders.ts';

const site = inject('previewAddress');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

async function open(scene: string, address: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(monday);
  await page.goto(`${site}?scene=${scene}${address}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const asItIs = async () => undefined;
const press = (name: RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const pressTab = (name: string) => (page: Page) => page.getByRole('tab', { name }).click();
const signIn = async (page: Page) => {
  await page
    .getByRole('button', { name: /Anna Korhonen/ })
    .first()
    .click();
  await page.getByLabel('Password', { exact: true }).fill('x');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').waitFor();
};
const openMenu = async (page: Page) => {
  await press(/^Account of/)(page);
  await page.getByRole('menu').waitFor();
};
const reviewRole = async (page: Page) => {
  await press(/^Change the External/)(page);
  await page.getByRole('checkbox', { name: 'Approve budget' }).click();
  await page.keyboard.press('Control+Enter');
};
const openLayer = (act: (page: Page) => Promise<void>) => async (page: Page) => {
  await act(page);
  await page.getByRole('dialog').waitFor();
};

const caseMenu = async (page: Page) => {
  await page.getByRole('button', { name: 'Case', exact: true }).click();
  await page.getByRole('menu').waitFor();
};
const fromCaseMenu = (name: RegExp) =>
  openLayer(async (page) => {
    await caseMenu(page);
    await page.getByRole('menuitem', { name }).click();
  });

const toInvoices = async (page: Page) => page.getByRole('tab', { name: /^Invoices/ }).click();
const inInvoices = (name: string) => async (page: Page) => {
  await toInvoices(page);
  await page.getByRole('tabpanel').getByRole('button', { name }).click();
};
const addInvoice = inInvoices('Add invoice…');
const decideInvoice = inInvoices('Decide…');

/** What a number of the dashboard counted. */
const approveCounted = async (page: Page) => {
  await page.getByRole('link', { name: 'Tasks to approve', exact: true }).click();
  await press(/^Approve the tasks/)(page);
};

const nothingTyped = async (page: Page) => {
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Too short yet').first().waitFor();
};
const toPeople = async (page: Page) => {
  await page.getByLabel('Password', { exact: true }).fill('a rainy day in May');
  await page.getByLabel('The same again').fill('a rainy day in May');
  for (const name of ['The insurer’s portal', 'The insurer’s first person', 'Partner companies and their people']) {
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }
};
const toPasswords = async (page: Page) => {
  await toPeople(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Set up the portal' }).click();
  await page.getByRole('heading', { name: 'Your portal is set up' }).waitFor();
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

const noRight = '#/cases/nordic-portal/case-1';
const toCostControl = (page: Page) => page.getByRole('tab', { name: /^Cost control/ }).click();
const ask = async (page: Page) => {
  await press(/for it$/)(page);
  await page
    .getByText(/^You asked/)
    .first()
    .waitFor();
};

const askThere = async (page: Page) => {
  await toCostControl(page);
  await ask(page);
};

const screens = [
  ['signing in with a demo', 'demo', '', asItIs],
  ['the first start', 'first-start', '', asItIs],
  ['the set-up', 'set-up', '', asItIs],
  ['what is missing in the set-up', 'set-up', '', nothingTyped],
  ['people of the set-up', 'set-up', '', toPeople],
  ['the first passwords', 'set-up', '', toPasswords],
  ['known accounts', 'known', '', asItIs],
  ['a slowed-down sign-in', 'slow-down', '', signIn],
  ['what is locked by a former password', 'keys-lost', '', signIn],
  ['a certificate that is not trusted', 'certificate', '', signIn],
  ['the server form', 'demo', '', press(/^Change server/)],
  ['a server set by policy', 'policy', '', press(/^About this server/)],
  ['the outbox', 'signed-in', '#/outbox', asItIs],
  ['an empty outbox', 'quiet', '#/outbox', asItIs],
  ['discarding', 'signed-in', '#/outbox', openLayer(press(/^Discard: Approve/))],
  ['refusals', 'signed-in', '#/refusals', asItIs],
  ['approving several tasks', 'case-approvals', '#/cases/nordic-portal/case-1', openLayer(press(/^Approve several/))],
  ['a closed case', 'case-closed', '#/cases/nordic-portal/case-1', asItIs],
  ['what the insurer does with a case', 'case-to-close', '#/cases/nordic-portal/case-1', caseMenu],
  ['closing a case', 'case-to-close', '#/cases/nordic-portal/case-1', fromCaseMenu(/^Close case/)],
  ['another handler', 'case-to-close', '#/cases/nordic-portal/case-1', fromCaseMenu(/^Change case handler/)],
  ['correcting the customer', 'case-to-close', '#/cases/nordic-portal/case-1', fromCaseMenu(/^Correct customer/)],
  ['approving across cases', 'many-completed', '#/', openLayer(approveCounted)],
  ['assigning a partner', 'case-to-assign', '#/cases/nordic-portal/case-1', openLayer(press(/^Assign several/))],
  ['the invoices of a case', 'invoices-partner', '#/cases/nordic-portal/case-1', toInvoices],
  ['sending an invoice', 'invoices-partner', '#/cases/nordic-portal/case-1', openLayer(addInvoice)],
  ['deciding on an invoice', 'invoices-insurer', '#/cases/nordic-portal/case-1', openLayer(decideInvoice)],
  ['settings', 'signed-in', '#/settings', asItIs],
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
  ['the connection', 'signed-in', '#/connection', asItIs],
  ["the operator's desk", 'operators-desk', '#/operator', asItIs],
  ['a network with faults', 'operators-desk', '#/operator', giveNetwork({ members: 'nowhere' })],
  ['a network that was tried', 'operators-desk', '#/operator', giveNetwork({ members: [] })],
  ['the connection when offline', 'offline', '#/connection', asItIs],
  ['the session that ended', 'signed-out', '#/settings', openLayer(asItIs)],
  ['the palette', 'signed-in', '#/settings', openLayer((page) => page.keyboard.press('Control+k'))],
  ['the keys', 'signed-in', '#/settings', openLayer((page) => page.keyboard.press('?'))],
  ['the account menu', 'signed-in', '#/settings', openMenu],
  ['the notices', 'signed-in', '#/settings', openLayer(press(/^Notices/))],
  ['asking for a right', 'case-no-right', noRight, toCostControl],
  ['a right that was asked for', 'case-no-right', noRight, askThere],
  ['asking on the page of rights', 'case-no-right', '#/rights?portal=nordic-portal&case=case-1', ask],
  ['an address that leads nowhere', 'signed-in', '#/nowhere', asItIs],
] as const;

describe('axe finds nothing serious, in the light look and in the dark one', () => {
  test.each(screens)('on %s', async (_, scene, address, act) => {
    const page = await open(scene, address);
    await act(page);
    expect(await page.getByRole('banner').count()).toBeLessThanOrEqual(1);
    await inBothLooks(page, async (axe) => expect(await serious(axe)).toEqual([]));
    await page.context().close();
  });
});

test.each([
  ['signed-in', '#/outbox'],
  ['signed-in', '#/refusals'],
  ['signed-in', '#/settings'],
  ['signed-in', '#/connection'],
  ['operators-desk', '#/operator'],
  ['operator', '#/admin/portal'],
  ['offices', '#/admin/offices'],
  ['members', '#/admin/members'],
])('in the narrowest window %s %s needs no sideways scrolling', async (scene, address) => {
  const page = await open(scene, address, 800);
  const beyond = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('#page, #page > * > *')]
      .filter((box) => box.scrollWidth > box.clientWidth + 1)
      .map((box) => box.className || box.tagName),
  );
  expect(beyond).toEqual([]);
  await page.context().close();
});

describe('in a low window, half as large again', () => {
  const decide = openLayer(press(/^Decide$/));
  const reject = async (page: Page) => {
    await decide(page);
    await page.getByText('Reject', { exact: true }).click();
  };
  const aCaseAddress = '#/cases/nordic-portal/case-1';

  async function openLow(scene: string, address: string): Promise<Page> {
    const page = await open(scene, address, 683);
    await page.setViewportSize({ width: 683, height: 472 });
    return page;
  }

  /** What lies over a box, looked at in a grid of points; nothing where the box is in sight as a whole. */
  const over = (box: Locator) =>
    box.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + x * width, top + y * height]));
      return points
        .map(([x = 0, y = 0]) => document.elementFromPoint(x, y))
        .filter((found) => !element.contains(found))
        .map((found) => found?.textContent ?? 'the edge');
    });

  test.each([
    ['deciding on a budget', 'case-handler', aCaseAddress, decide, 'Approve €4,200.00'],
    ['assigning a user', 'case-header', aCaseAddress, openLayer(press(/^Assign user/)), 'Assign user'],
    ['approving several', 'case-approvals', aCaseAddress, openLayer(press(/^Approve several/)), 'Approve 3 tasks'],
    ['changing hours', 'insurer', '#/settings', openLayer(press(/^Change hours/)), 'Save hours and closed days'],
  ] as const)('%s has its button in sight', async (_, scene, address, act, deed) => {
    const page = await openLow(scene, address);
    await act(page);
    const button = page.getByRole('dialog').getByRole('button', { name: deed });
    await expect.poll(() => over(button)).toEqual([]);
    await page.context().close();
  });

  test.each([
    ['a reason', 'case-handler', reject, 'Reject budget'],
    ['a choice', 'case-header', openLayer(press(/^Assign user/)), 'Assign user'],
  ] as const)('that %s is missing is said in sight', async (_, scene, act, deed) => {
    const page = await openLow(scene, aCaseAddress);
    await act(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: deed }).click();
    await expect.poll(() => over(dialog.getByRole('alert'))).toEqual([]);
    await page.context().close();
  });

  test.each([
    [683, 472],
    [1024, 600],
  ])('more filters are in sight (%i by %i)', async (width, height) => {
    const page = await open('many', '#/cases', width);
    await page.setViewportSize({ width, height });
    await expect.poll(() => over(page.getByRole('button', { name: 'More filters' }))).toEqual([]);
    await page.context().close();
  });

  test.each(['case-handler', 'case-header', 'chat-long'])('all tabs of the case are in sight (%s)', async (scene) => {
    const page = await openLow(scene, aCaseAddress);
    const tabs = page.getByRole('tablist');
    expect(await tabs.evaluate((list) => list.scrollWidth - list.clientWidth)).toBeLessThanOrEqual(0);
    expect(await tabs.getByRole('tab').count()).toBe(8);
    await page.context().close();
  });
});
