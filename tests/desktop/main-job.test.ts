import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Page } from 'playwright-core';
import {
  caseRow,
  filterBy,
  openCase,
  openTab,
  picture,
  signInAtDesk,
  startAgain,
  type AtTheDesk,
  statusLine,
} from '../support/desktop/at-the-desk.ts';
import { startDemoPortal, type DemoPortal } from '../support/desktop/demo-portal.ts';
import { importJourneyCase, type JourneyCase } from '../support/desktop/journey-case.ts';
import { networkCable, type NetworkCable } from '../support/desktop/network-cable.ts';

const soon = { timeout: 30_000, interval: 250 };
const office = 'Gulf Adjusters Pensacola';
const chat = 'The cellar is dry, I checked it with the tenant.';
const people = {
  insurer: 'ellen.ward@atlantic-mutual.example',
  supplier: 'maria.santos@gulf-adjusters.example',
  handler: 'james.cole@gulf-adjusters.example',
} as const;

let server: DemoPortal;
let cable: NetworkCable;
let insurer: AtTheDesk;
let supplier: AtTheDesk;
let handler: AtTheDesk;

beforeAll(async () => {
  server = await startDemoPortal();
  cable = await networkCable(server.address);
});

afterAll(async () => {
  for (const [name, one] of Object.entries({ insurer, supplier, handler })) {
    await picture(one.page, `last-of-the-${name}`);
    await one.desk.kill();
  }
  await cable.close();
  await server.close();
});

test('the main job: an External case handler is assigned and works, online and offline', async () => {
  const journey = await importJourneyCase(server, 'JOURNEY-1');
  insurer = await signInAtDesk(server.address, people.insurer);
  supplier = await signInAtDesk(server.address, people.supplier);
  handler = await signInAtDesk(cable.address, people.handler);

  await giveRole(journey);
  await supplierIsTold(journey);
  await assignUser(journey);

  // The External case handler sees the case under the filter.
  await handler.page.getByRole('link', { name: 'Dashboard' }).click();
  await handler.page.getByText('Assigned to me as an External case handler').click();
  const toDecide = handler.page.getByRole('row', { name: /Budgets to approve/ });
  await picture(handler.page, 'dashboard-of-the-handler');
  await toDecide.getByRole('link').first().click();
  await filterBy(handler.page, journey.number);
  await caseRow(handler.page, journey.number).waitFor();
  await openCase(handler.page, journey.number);
  await handler.page.getByText('James Cole (you)').waitFor();
  await picture(handler.page, 'case-of-the-handler');
  // What will be decided offline is looked at while there is a network: its calculation is kept then.
  await vi.waitFor(async () => expect(await kept(handler.page)).toBe(true), soon);

  cable.pull();
  await connection(handler.page, /^Offline/);
  await approveWithinLimit();
  await aboveLimitIsRefused();
  await handler.page
    .getByRole('region', { name: 'Decide next' })
    .getByRole('button', { name: 'Approve', exact: true })
    .click();
  await handler.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Approve First aid/ })
    .click();
  await openTab(handler.page, 'Chat');
  await handler.page.getByRole('textbox', { name: 'Message' }).fill(chat);
  await handler.page.getByRole('button', { name: 'Send', exact: true }).click();
  await handler.page.getByText(chat).waitFor();
  await statusLine(handler.page).getByText('3 waiting').waitFor();
  await picture(handler.page, 'waiting-offline');

  // The app is killed and started again, still without a network: everything is there, shown as waiting.
  const { profile } = handler.desk;
  await handler.desk.kill();
  handler = await startAgain(cable.address, profile);
  await statusLine(handler.page).getByText('3 waiting').waitFor();
  await openCase(handler.page, journey.number);
  await openTab(handler.page, 'Chat');
  await handler.page.getByText(chat).waitFor();
  await statusLine(handler.page).getByText('3 waiting').click();
  for (const item of ['Approve budget', 'Approve task', 'Write in chat'])
    await handler.page.getByText(item).first().waitFor();
  await picture(handler.page, 'outbox-after-restart');
  const before = await journey.content();
  expect(before.case.budgets.map((budget) => budget.state)).toEqual(['submitted', 'submitted']);

  // Back online it all arrives, once.
  cable.plug();
  await handler.page.getByText('Nothing is waiting').waitFor(soon);
  const after = await journey.content();
  expect(after.case.budgets.map((budget) => [budget.state, budget.approvals.length])).toEqual([
    ['approved', 1],
    ['submitted', 0],
  ]);
  expect(after.case.tasks.find((task) => task.type === 'first-aid')?.status).toBe('A');
  expect(after.chat.filter((entry) => entry.text === chat)).toHaveLength(1);
  expect(after.log.filter((entry) => entry.as === 'external-case-handler').map((entry) => entry.what)).toEqual([
    'budget-approved',
    'task-approved',
  ]);

  // The insurer sees it.
  await openCase(insurer.page, journey.number);
  await openTab(insurer.page, 'Chat');
  await insurer.page.getByText(chat).waitFor();
  await openTab(insurer.page, 'Budgets');
  await insurer.page.getByText(/approved by James Cole \(External case handler\)/).waitFor();
  await picture(insurer.page, 'insurer-sees-it');
  for (const { desk } of [insurer, supplier, handler]) expect(desk.violations()).toEqual([]);
});

test('a role withdrawn while offline: refused on arrival, purged from the computer, and told why', async () => {
  const journey = await importJourneyCase(server, 'JOURNEY-2');
  await giveRole(journey);
  await assignUser(journey);
  await openCase(handler.page, journey.number);
  cable.pull();
  await connection(handler.page, /^Offline/);
  await openTab(handler.page, 'Chat');
  await handler.page.getByRole('textbox', { name: 'Message' }).fill(chat);
  await handler.page.getByRole('button', { name: 'Send', exact: true }).click();
  await statusLine(handler.page).getByText('1 waiting').waitFor();

  await insurer.page.getByRole('button', { name: 'Remove role…' }).click();
  const dialog = insurer.page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('We handle it ourselves');
  await dialog.getByRole('button', { name: 'Remove role' }).click();
  await vi.waitFor(async () => expect((await journey.content()).case.role).toBeNull(), soon);

  cable.plug();
  await handler.page.getByText(/is no longer yours/).waitFor(soon);
  await picture(handler.page, 'role-withdrawn');
  await statusLine(handler.page).getByText('1 needs attention').click();
  await handler.page.getByText(chat).waitFor();
  await picture(handler.page, 'refusal');
  expect((await journey.content()).chat).toEqual([]);
  await handler.page.getByRole('link', { name: /^Cases/ }).click();
  await filterBy(handler.page, journey.number);
  expect(await caseRow(handler.page, journey.number).count()).toBe(0);
});

/** Waits until the line at the bottom says how the connection stands. */
async function connection(page: Page, state: RegExp): Promise<void> {
  await statusLine(page).getByText(state).first().waitFor();
}

async function giveRole(journey: JourneyCase): Promise<void> {
  await openCase(insurer.page, journey.number);
  await insurer.page.getByRole('button', { name: 'Give to an office…' }).click();
  await insurer.page.getByRole('radio', { name: new RegExp(office) }).check();
  await picture(insurer.page, 'give-role-to-office');
  await insurer.page.getByRole('button', { name: `Give role to ${office}` }).click();
  await insurer.page.getByRole('region', { name: 'External case handler' }).getByText(office).waitFor();
}

async function supplierIsTold(journey: JourneyCase): Promise<void> {
  const { desk, page } = supplier;
  const shown = (): string => JSON.stringify(desk.notifications());
  await vi.waitFor(() => expect(shown()).toContain(journey.number), soon);
  const mailed = (): boolean =>
    server.mails().some((mail) => mail.includes(people.supplier) && mail.includes(journey.number));
  await vi.waitFor(() => expect(mailed()).toBe(true), soon);
  await page.getByRole('link', { name: 'Dashboard' }).click();
  const newRoles = page.getByRole('row', { name: /New External case handler assignments/ });
  await newRoles.waitFor();
  await picture(page, 'dashboard-new-roles');
  await newRoles.getByRole('link').first().click();
  await filterBy(page, journey.number);
  const row = caseRow(page, journey.number);
  await row.getByText(/Assign user/).waitFor();
  await picture(page, 'case-list-red-arrow');
}

async function assignUser(journey: JourneyCase): Promise<void> {
  const { page } = supplier;
  await openCase(page, journey.number);
  await page.getByRole('button', { name: 'Assign user…' }).click();
  await page.getByRole('radio', { name: /James Cole/ }).check();
  await picture(page, 'assign-user');
  await page.getByRole('button', { name: 'Assign James Cole' }).click();
  await vi.waitFor(async () => expect((await journey.content()).case.role?.user?.name).toBe('James Cole'), soon);
  await vi.waitFor(async () => expect(await reaches(handler.page, journey.number)).toBe(true), soon);
}

/** True once the handler's list has the case. */
async function reaches(page: Page, number: string): Promise<boolean> {
  await page
    .getByRole('link', { name: /^Cases/ })
    .first()
    .click();
  await filterBy(page, number);
  return (await caseRow(page, number).count()) > 0;
}

/** True once the calculation of the first budget is kept on this computer: the decision can be opened and confirmed. */
async function kept(page: Page): Promise<boolean> {
  await decideNext(page, /4,200/);
  const ready = await page.getByText('drying-calculation.csv').first().isVisible();
  const dialog = page.getByRole('dialog');
  const approve = dialog.getByRole('button', { name: /^Approve \$4,200/ });
  const open = ready && (await approve.getAttribute('aria-disabled')) !== 'true' && (await approve.isEnabled());
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  return open;
}

async function decideNext(page: Page, budget: RegExp): Promise<void> {
  const item = page.getByRole('region', { name: 'Decide next' }).getByRole('listitem').filter({ hasText: budget });
  await item.getByRole('button', { name: /Decide/ }).click();
  await page.getByRole('dialog').waitFor();
}

async function approveWithinLimit(): Promise<void> {
  const { page } = handler;
  await decideNext(page, /4,200/);
  await page
    .getByText(/Within your limit/)
    .first()
    .waitFor();
  await picture(page, 'approve-within-limit');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Approve \$4,200/ })
    .click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await statusLine(page).getByText('1 waiting').waitFor();
}

async function aboveLimitIsRefused(): Promise<void> {
  const { page } = handler;
  await decideNext(page, /6,000/);
  const dialog = page.getByRole('dialog');
  // 4,200 are approved already, so that 6,000 more are 5,200 above the limit of 5,000.
  await dialog
    .getByText(/Above your limit by \$5,200/)
    .first()
    .waitFor();
  await dialog.getByText('Forward to insurer').waitFor();
  await picture(page, 'above-the-limit');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}
