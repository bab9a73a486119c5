import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { lookAt, openCase, openTab, signInAtDesk, type AtTheDesk, statusLine } from '../support/desktop/at-the-desk.ts';
import { startDemoPortal, type DemoPortal } from '../support/desktop/demo-portal.ts';
import { importClaim, type JourneyCase } from '../support/desktop/journey-case.ts';
import { networkCable, type NetworkCable } from '../support/desktop/network-cable.ts';

const soon = { timeout: 30_000, interval: 250 };

let server: DemoPortal;
let cable: NetworkCable;
let craftsmen: AtTheDesk;
let insurer: AtTheDesk;
let journey: JourneyCase;

beforeAll(async () => {
  server = await startDemoPortal();
  cable = await networkCable(server.address);
  journey = await importClaim(server, 'WORK-1', { dryingStatus: '0', demolitionStatus: 'B++' });
  craftsmen = await signInAtDesk(cable.address, 'robert.hayes@dryworks.example');
  insurer = await signInAtDesk(server.address, 'ellen.ward@atlantic-mutual.example');
});

afterAll(async () => {
  for (const { desk } of [craftsmen, insurer]) await desk.kill();
  await cable.close();
  await server.close();
});

test('without a network an office takes a task from received to its budget and another to its end', async () => {
  const { page } = craftsmen;
  await openCase(page, journey.number);
  cable.pull();
  await statusLine(page)
    .getByText(/^Offline/)
    .first()
    .waitFor();

  await openTask(page, 'Drying');
  await page.getByRole('button', { name: 'Confirm received' }).click();
  await page.getByRole('button', { name: 'Change members…' }).click();
  await page.getByRole('dialog').getByText('Luis Ortega', { exact: true }).waitFor();
  await lookAt(page, 'assign-members');
  await page.getByRole('dialog').getByRole('button', { name: 'Assign members' }).click();
  await page.getByRole('button', { name: 'Set time…' }).click();
  await page.getByRole('dialog').getByLabel('Start').fill('2027-01-11T08:00');
  await page.getByRole('dialog').getByLabel('End').fill('2027-01-13T16:00');
  await lookAt(page, 'set-time');
  await page.getByRole('dialog').getByRole('button', { name: 'Set time' }).click();
  await enterBudget(page);
  await page.getByText('B Budget waits').waitFor();

  await openTask(page, 'Demolition');
  const tasks = page.getByRole('region', { name: 'Tasks' });
  await tasks.getByRole('button', { name: 'Start', exact: true }).click();
  await tasks.getByRole('button', { name: 'Complete', exact: true }).click();
  await openTab(page, 'Documents');
  await page.getByLabel('Documents to add').setInputFiles(textFile('moisture.txt', 'Cellar 18 %\nKitchen 22 %\n'));
  await page.getByRole('button', { name: 'Look at moisture.txt' }).click();
  await page.getByText('Kitchen 22 %').waitFor();
  await lookAt(page, 'document-waiting');
  expect((await journey.content()).case.tasks.map(({ status }) => status)).toEqual(['A', '0', 'B++', '4']);

  cable.plug();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Send and receive now');
  await page.getByRole('button', { name: 'Send and receive now' }).waitFor();
  await page.keyboard.press('Enter');
  await vi.waitFor(async () => expect((await journey.content()).case.documents).toHaveLength(2), soon);
  const { case: after, log } = await journey.content();
  expect(after.tasks.map(({ status }) => status)).toEqual(['A', 'B', '4', '4']);
  expect(after.budgets).toMatchObject([{ state: 'submitted', money: { amount: 320_050, currency: 'USD' } }]);
  expect(log.slice(1).map(({ what }) => what)).toEqual([
    'received-confirmed',
    'members-assigned',
    'time-set',
    'budget-submitted',
    'task-started',
    'task-completed',
    'document-added',
  ]);
});

test('the insurer sends a task back with the reason, and the office reads it', async () => {
  const { page } = insurer;
  await openCase(page, journey.number);
  await openTask(page, 'Demolition');
  await page.getByRole('region', { name: 'Tasks' }).getByRole('button', { name: 'Send back…' }).click();
  await page.getByRole('dialog').getByLabel('What has to be corrected').fill('The hall is still standing');
  await lookAt(page, 'send-back');
  await page.getByRole('dialog').getByRole('button', { name: 'Send back' }).click();
  await vi.waitFor(async () => expect((await journey.content()).case.tasks[2]?.status).toBe('3'), soon);
  await craftsmen.page.getByText('The hall is still standing').first().waitFor(soon);
  await lookAt(craftsmen.page, 'sent-back');

  await openTab(page, 'Documents');
  await page.getByRole('button', { name: 'Look at moisture.txt' }).click();
  await page.getByText('Kitchen 22 %').waitFor(soon);
  for (const { desk } of [craftsmen, insurer]) expect(desk.violations()).toEqual([]);
});

test('an office declines the role with its reason, and the insurer may do without it', async () => {
  const { page } = insurer;
  await page.getByRole('button', { name: 'Give to an office…' }).click();
  await page.getByRole('radio', { name: /Gulf Adjusters Pensacola/ }).check();
  await page.getByRole('button', { name: 'Give role to Gulf Adjusters Pensacola' }).click();
  const supplier = await signInAtDesk(server.address, 'maria.santos@gulf-adjusters.example');
  await openCase(supplier.page, journey.number);
  await supplier.page.getByRole('button', { name: 'Decline…' }).click();
  await supplier.page.getByRole('dialog').getByLabel('Reason').fill('Nobody is free before spring');
  await lookAt(supplier.page, 'decline');
  await supplier.page.getByRole('dialog').getByRole('button', { name: 'Decline role' }).click();
  await page.getByText('Nobody is free before spring').first().waitFor(soon);
  await lookAt(page, 'declined');
  await page.getByRole('button', { name: 'Do without…' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('We handle it ourselves');
  await page.getByRole('dialog').getByRole('button', { name: 'Do without' }).click();
  await vi.waitFor(async () => expect((await journey.content()).case.roleDeclined).toBeNull(), soon);
  await supplier.desk.kill();
});

async function openTask(page: Page, name: string): Promise<void> {
  const task = page.getByRole('button', { name: new RegExp(`^${name}`) }).first();
  if ((await task.getAttribute('aria-expanded')) !== 'true') await task.click();
}

async function enterBudget(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Enter budget…' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Description').fill('Drying of the cellar');
  await dialog.getByLabel('Amount in USD').fill('3200.50');
  await dialog.locator('input[type=file]').setInputFiles(textFile('drying.csv', 'item,amount\ndrying,3200.50\n'));
  await dialog.getByText('drying.csv').waitFor();
  await lookAt(page, 'enter-budget');
  await dialog.getByRole('button', { name: /^Send \$3,200\.50/ }).click();
}

function textFile(name: string, text: string) {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
}
