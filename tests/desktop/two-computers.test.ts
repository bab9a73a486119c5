import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { atWrite } from '../support/desktop/at-write.ts';
import {
  hasCopy,
  lookAt,
  openCase,
  openTab,
  signInAtDesk,
  statusLine,
  type AtTheDesk,
} from '../support/desktop/at-the-desk.ts';
import { startDemoPortal, type DemoPortal } from '../support/desktop/demo-portal.ts';
import { assignHandler, importJourneyCase, type JourneyCase } from '../support/desktop/journey-case.ts';
import { networkCable, type NetworkCable } from '../support/desktop/network-cable.ts';

const soon = { timeout: 30_000, interval: 100 };
const james = 'james.cole@gulf-adjusters.example';

let server: DemoPortal;
let cable: NetworkCable;
let journey: JourneyCase;
let office: AtTheDesk;
let home: AtTheDesk;

beforeAll(async () => {
  server = await startDemoPortal();
  cable = await networkCable(server.address);
  journey = await importJourneyCase(server, 'TWICE-1');
  await assignHandler(server, journey);
  office = await signInAtDesk(cable.address, james);
  home = await signInAtDesk(cable.address, james);
  for (const { page } of [office, home]) await openCase(page, journey.number);
});

afterAll(async () => {
  await cable.close();
  await server.close();
  await office.desk.kill();
  await home.desk.kill();
});

test('one person at two computers: each gets what was done at the other', async () => {
  await openTab(office.page, 'Chat');
  await write(office.page, 'Written in the office.');
  await openTab(home.page, 'Chat');
  await message(home.page, 'Written in the office.').waitFor(soon);
  await write(home.page, 'Written at home.');
  await message(office.page, 'Written at home.').waitFor(soon);
  for (const { page } of [office, home]) await nothingWaits(page);
  expect(await chat()).toEqual(['Written in the office.', 'Written at home.']);
});

test('the same budget decided at both without a network: the first one counts, the other is told so in words', async () => {
  const [budget] = (await journey.content()).case.budgets;
  for (const { page } of [office, home])
    await vi.waitFor(async () => expect(await hasCopy(page, budget?.file?.file ?? '')).toBe(true), soon);
  cable.pull();
  for (const { page } of [office, home])
    await statusLine(page)
      .getByText(/^Offline/)
      .waitFor(soon);
  await decide(office.page);
  await office.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Approve \$4,200/ })
    .click();
  await decide(home.page);
  await home.page.getByRole('dialog').getByText('Reject', { exact: true }).click();
  await home.page.getByRole('dialog').getByLabel('Reason').fill('Too dear');
  await home.page.getByRole('dialog').getByRole('button', { name: 'Reject budget' }).click();
  for (const { page } of [office, home]) await statusLine(page).getByText('1 waiting').waitFor();
  cable.plug();
  for (const { page } of [office, home]) await nothingWaits(page);
  const decided = (await journey.content()).case.budgets[0];
  const [told, other] = decided?.state === 'approved' ? [home, office] : [office, home];
  expect(await statusLine(other.page).getByText('needs attention').count()).toBe(0);
  await statusLine(told.page).getByText('1 needs attention').click(soon);
  await told.page.getByText(/James Cole decided on it already/).waitFor();
  await lookAt(told.page, 'decided-at-another-computer');
  for (const { desk } of [office, home]) expect(desk.violations()).toEqual([]);
});

test('a portal server killed while commands are posted carries out each of them once, in their order', async () => {
  const { page } = office;
  const texts = Array.from({ length: 20 }, (_, index) => `Message ${index}.`);
  const arrived = async (): Promise<readonly string[]> => (await chat()).filter((text) => /^Message \d+\.$/.test(text));
  await openCase(page, journey.number);
  await openTab(page, 'Chat');
  cable.pull();
  for (const text of texts.slice(0, -2)) await write(page, text);
  // Each command is a transaction of its own; some are kept and not answered when the power goes.
  const killed = atWrite(server.folder, () => void server.kill(), 12);
  cable.plug();
  // A new command wakes the app, however long it wanted to rest.
  await write(page, texts.at(-2) ?? '');
  await killed;
  server = await startDemoPortal(server.folder);
  const before = await arrived();
  expect(before.length).toBeLessThan(texts.length);
  expect(before).toEqual(texts.slice(0, before.length));
  cable.lead(server.address);
  await write(page, texts.at(-1) ?? '');
  await nothingWaits(page);
  expect(await arrived()).toEqual(texts);
});

/** The chat as the insurer's own system reads it at the server of the moment. */
async function chat(): Promise<readonly string[]> {
  const insurer = await server.signIn('ellen.ward@atlantic-mutual.example');
  const found = (await insurer.cases(journey.portal)).find((each) => each.case.id === journey.case);
  return found?.chat.map(({ text }) => text) ?? [];
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await message(page, text).waitFor();
}

async function decide(page: Page): Promise<void> {
  const budget = page.getByRole('region', { name: 'Decide next' }).getByRole('listitem').filter({ hasText: /4,200/ });
  await budget.getByRole('button', { name: /Decide/ }).click();
  await page.getByRole('dialog').waitFor();
}

function message(page: Page, text: string): Locator {
  return page.getByRole('listitem').getByText(text, { exact: true });
}

async function nothingWaits(page: Page): Promise<void> {
  await statusLine(page).getByText('Online', { exact: true }).waitFor(soon);
  await statusLine(page)
    .getByText(/^\d+ waiting/)
    .waitFor({ state: 'hidden', ...soon });
}
