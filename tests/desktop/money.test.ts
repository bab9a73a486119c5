import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { Case } from '../../shared/domain/case/case.ts';
import {
  lookAt,
  openCase,
  openTab,
  signInAtDesk,
  startAgain,
  statusLine,
  type AtTheDesk,
} from '../support/desktop/at-the-desk.ts';
import { startDemoPortal, type DemoPortal } from '../support/desktop/demo-portal.ts';
import { assignHandler, importClaim, type JourneyCase } from '../support/desktop/journey-case.ts';
import { networkCable, type NetworkCable } from '../support/desktop/network-cable.ts';

const soon = { timeout: 30_000, interval: 250 };
const lines = 120;
/** 30.25 each: 99 of them are within the limit of 3,000.00 at Nordic Mutual. */
const within = 99;

let server: DemoPortal;
let cable: NetworkCable;
let handlersCable: NetworkCable;
let handler: AtTheDesk;
let partner: AtTheDesk;
let budgets: JourneyCase;
let plans: JourneyCase;

beforeAll(async () => {
  server = await startDemoPortal();
  cable = await networkCable(server.address);
  budgets = await importClaim(server, 'MONEY-1');
  plans = await importClaim(server, 'MONEY-2', {}, 'nordic');
  for (const journey of [budgets, plans]) await assignHandler(server, journey);
  handlersCable = await networkCable(server.address);
  handler = await signInAtDesk(handlersCable.address, 'james.cole@gulf-adjusters.example');
  partner = await signInAtDesk(cable.address, 'robert.hayes@dryworks.example');
});

afterAll(async () => {
  for (const { desk } of [handler, partner]) await desk.kill();
  await cable.close();
  await handlersCable.close();
  await server.close();
});

test('an External case handler enters a budget on behalf of a partner, who sees it and who entered it', async () => {
  const { page } = handler;
  await openCase(page, budgets.number);
  await openTask(page, 'Drying');
  await tasksOf(page)
    .getByRole('button', { name: /^Enter budget on behalf of DryWorks/ })
    .first()
    .click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Description').fill('Drying of the cellar');
  await form.getByLabel('Amount in USD').fill('3200.50');
  const calculation = {
    name: 'drying.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('item,amount\ndrying,3200.50\n'),
  };
  await form.locator('input[type=file]').setInputFiles(calculation);
  await form.getByText('drying.csv').waitFor();
  await lookAt(page, 'money-on-behalf');
  await form.getByRole('button', { name: /^Send \$3,200\.50/ }).click();
  await form.waitFor({ state: 'hidden' });
  const sent = (): Promise<Case> => subject(budgets);
  await vi.waitFor(async () => expect((await sent()).budgets).toHaveLength(1), soon);
  const [budget] = (await sent()).budgets;
  expect(budget).toMatchObject({ company: 'dryworks', submittedBy: { member: 'james-cole' }, state: 'submitted' });

  await openCase(partner.page, budgets.number);
  await openTab(partner.page, 'Budgets');
  await partner.page.getByText('Drying of the cellar').first().waitFor(soon);
  await partner.page.getByText('James Cole', { exact: false }).first().waitFor();
});

test(
  'a plan of 120 items is pasted offline, outlives the app, is decided on, and goes to the customer by half; the rest is invoiced',
  { timeout: 300_000 },
  async () => {
    await openCase(partner.page, plans.number);
    await openTab(partner.page, 'Work plan');
    cable.pull();
    await statusLine(partner.page)
      .getByText(/^Offline/)
      .first()
      .waitFor();
    await paste(partner);
    await partner.page.getByRole('button', { name: 'Save plan' }).click();
    await partner.page.getByRole('button', { name: 'Save plan' }).waitFor({ state: 'hidden' });
    await submitAll(partner.page);
    await statusLine(partner.page).getByText('2 waiting').waitFor();

    const { profile } = partner.desk;
    await partner.desk.kill();
    partner = await startAgain(cable.address, profile);
    await openCase(partner.page, plans.number);
    await openTab(partner.page, 'Work plan');
    await partner.page.getByText('Dry wall 1', { exact: true }).waitFor();
    await lookAt(partner.page, 'money-plan-offline');
    expect((await subject(plans)).workItems ?? []).toEqual([]);
    cable.plug();
    await now(partner.page);
    await vi.waitFor(async () => expect(await states()).toEqual({ submitted: lines }), soon);

    await decideAsHandler();
    await vi.waitFor(async () => expect((await subject(plans)).budgets[0]?.forwarded).toBeTruthy(), soon);
    expect(await states()).toEqual({ approved: within, submitted: lines - within });

    await answerAsInsurer();
    await vi.waitFor(async () => expect(await states()).toEqual({ approved: lines }), soon);
    await offerCash();
    await vi.waitFor(async () => expect((await subject(plans)).settlements).toHaveLength(1), soon);
    await invoice();
    await vi.waitFor(async () => expect((await subject(plans)).invoices).toHaveLength(1), soon);
    const after = await subject(plans);
    expect(after.budgets).toMatchObject([{ state: 'approved', approvals: [{ amount: 299_475 }, { amount: 363_000 }] }]);
    expect(after.settlements).toMatchObject([{ kind: 'cashOffer', state: 'binding', result: 181_500, adds: 0 }]);
    expect(after.workItems?.filter(({ allocation }) => allocation === 'cashOffer')).toHaveLength(lines / 2);
    expect(after.invoices).toMatchObject([{ number: 'D-2026-7', money: { amount: 181_500, currency: 'EUR' } }]);
    for (const { desk } of [handler, partner]) expect(desk.violations()).toEqual([]);
  },
);

/** As rows copied out of a spreadsheet: code, work, trade, quantity, unit, price. */
async function paste({ desk, page }: AtTheDesk): Promise<void> {
  const rows = Array.from({ length: lines }, (_, at) =>
    ['DR-03', `Dry wall ${at + 1}`, 'Drying', '2*1.1', 'm²', '13.75'].join('\t'),
  );
  await desk.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), rows.join('\n'));
  await page.getByRole('button', { name: 'Add item' }).click();
  const grid = page.getByRole('grid', { name: 'Work plan' });
  await cell(grid, 'code').click();
  await page.keyboard.press('Control+v');
  await grid.getByText('Dry wall 1', { exact: true }).waitFor();
  await page.getByText(`${lines} changes are not saved.`).waitFor();
}

async function submitAll(page: Page): Promise<void> {
  const grid = page.getByRole('grid', { name: 'Work plan' });
  await cell(grid, 'text').click();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Submit…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Submit ${lines} items` })
    .click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** What fits the limit is approved, the rest goes to the insurer. */
async function decideAsHandler(): Promise<void> {
  const { page } = handler;
  await openCase(page, plans.number);
  await openTab(page, 'Work plan');
  await page.getByRole('button', { name: 'Decide…' }).click(soon);
  const dialog = page.getByRole('dialog', { name: 'Decide on work items' });
  await dialog.getByRole('button', { name: `These ${within} fit your limit: approve them` }).click();
  await lookAt(page, 'money-fits');
  await dialog.getByRole('button', { name: `Approve ${within} items` }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Decide…' }).click(soon);
  await dialog.getByText('Forward what waits to the insurer').click();
  await dialog.getByLabel('Note to the insurer').fill('The walls of the upper floor are wet as well.');
  await dialog.getByRole('button', { name: 'Forward to Nordic Mutual' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function answerAsInsurer(): Promise<void> {
  const insurer = await signInAtDesk(server.address, plans.insurer);
  const { page } = insurer;
  await openCase(page, plans.number);
  await openTab(page, 'Work plan');
  await page.getByRole('button', { name: 'Decide…' }).click(soon);
  const dialog = page.getByRole('dialog', { name: 'Decide on work items' });
  await dialog.getByRole('button', { name: 'Approve all' }).click();
  await dialog.getByRole('button', { name: `Approve ${lines - within} items` }).click();
  await dialog.waitFor({ state: 'hidden' });
  await statusLine(page)
    .getByText(/waiting/)
    .waitFor({ state: 'hidden', ...soon });
  expect(insurer.desk.violations()).toEqual([]);
  await insurer.desk.kill();
}

/** Half of what is approved goes to the customer, without a network; the app is killed before it could be sent. */
async function offerCash(): Promise<void> {
  await now(handler.page);
  await handler.page.getByRole('button', { name: 'Show changes' }).click(soon);
  handlersCable.pull();
  await statusLine(handler.page)
    .getByText(/^Offline/)
    .first()
    .waitFor();
  const grid = handler.page.getByRole('grid', { name: 'Work plan' });
  await cell(grid, 'text').click();
  await handler.page.keyboard.press('Space');
  for (let down = 1; down < lines / 2; down += 1) await handler.page.keyboard.press('ArrowDown');
  await handler.page.keyboard.press('Shift+Space');
  await handler.page.getByRole('toolbar').getByRole('button', { name: 'Assign as cash offer…' }).click();
  const dialog = handler.page.getByRole('dialog', { name: 'Assign as cash offer' });
  await dialog.getByText('The customer is paid €1,815.00').waitFor();
  await lookAt(handler.page, 'money-cash-offer');
  await dialog.getByRole('button', { name: `Assign ${lines / 2} items as cash offer` }).click();
  await dialog.waitFor({ state: 'hidden' });
  await statusLine(handler.page).getByText('1 waiting').waitFor();

  const { profile } = handler.desk;
  await handler.desk.kill();
  handler = await startAgain(handlersCable.address, profile);
  await openCase(handler.page, plans.number);
  await openTab(handler.page, 'Settlements');
  await handler.page.getByText('Cash offer: €1,815.00').first().waitFor();
  await lookAt(handler.page, 'money-settlements-offline');
  expect((await subject(plans)).settlements ?? []).toEqual([]);
  handlersCable.plug();
  await now(handler.page);
}

/** Once the work has begun. */
async function invoice(): Promise<void> {
  const { page } = partner;
  await openTask(page, 'Drying');
  await tasksOf(page).getByRole('button', { name: 'Start', exact: true }).first().click(soon);
  await openTab(page, 'Invoices');
  await page.getByRole('tabpanel').getByRole('button', { name: 'Add invoice…' }).first().click(soon);
  const form = page.getByRole('dialog');
  await form.getByLabel('Invoice number').fill('D-2026-7');
  await form.getByLabel('Amount in EUR').fill('1815');
  await form.getByLabel('Date of the invoice').fill('2026-11-30');
  const drying = form.getByRole('checkbox', { name: /^Drying/ });
  if (!(await drying.isChecked())) await drying.check();
  const file = { name: 'invoice.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
  await form.locator('input[type=file]').setInputFiles(file);
  await form.getByText('invoice.pdf').first().waitFor();
  await lookAt(page, 'money-invoice');
  await form.getByRole('button', { name: /^Send invoice of €1,815\.00/ }).click();
  await form.waitFor({ state: 'hidden' });
}

function cell(grid: Locator, column: string): Locator {
  return grid.locator(`[data-index] [role=gridcell][data-column=${column}]`).first();
}

function tasksOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Tasks' });
}

async function openTask(page: Page, name: string): Promise<void> {
  const task = tasksOf(page)
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first();
  if ((await task.getAttribute('aria-expanded')) !== 'true') await task.click();
}

/** Does not wait until the app tries by itself. */
async function now(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Send and receive now');
  await page.getByRole('button', { name: 'Send and receive now' }).waitFor();
  await page.keyboard.press('Enter');
}

async function subject(journey: JourneyCase): Promise<Case> {
  return (await journey.content()).case;
}

async function states(): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {};
  for (const { state } of (await subject(plans)).workItems ?? []) found[state] = (found[state] ?? 0) + 1;
  return found;
}
