import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import {
  lookAt,
  openCase,
  picture,
  signInAtDesk,
  startAgain,
  statusLine,
  type AtTheDesk,
} from '../support/desktop/at-the-desk.ts';
import { startDemoPortal, type DemoPortal } from '../support/desktop/demo-portal.ts';
import { assignHandler, importJourneyCase, type JourneyCase } from '../support/desktop/journey-case.ts';
import { networkCable, type NetworkCable } from '../support/desktop/network-cable.ts';

const soon = { timeout: 30_000 };

let server: DemoPortal;
let cable: NetworkCable;
let insurer: AtTheDesk;
let handler: AtTheDesk;
let journey: JourneyCase;

beforeAll(async () => {
  server = await startDemoPortal();
  cable = await networkCable(server.address);
  journey = await importJourneyCase(server, 'ASK-1');
  await assignHandler(server, journey);
  handler = await signInAtDesk(cable.address, 'james.cole@gulf-adjusters.example');
  insurer = await signInAtDesk(server.address, 'ellen.ward@atlantic-mutual.example');
});

afterAll(async () => {
  for (const { desk } of [handler, insurer]) await desk.kill();
  await cable.close();
  await server.close();
});

test('what is above the limit is asked for without a network, waits, reaches the insurer, and is granted', async () => {
  await openCase(handler.page, journey.number);
  cable.pull();
  await statusLine(handler.page)
    .getByText(/^Offline/)
    .first()
    .waitFor(soon);

  const refused = await decideOnTheDearer(handler.page);
  await refused
    .getByText(/^Above your limit by/)
    .last()
    .waitFor();
  await refused.getByRole('button', { name: 'Ask Atlantic Mutual for it' }).click();
  await refused.getByText(/You asked Atlantic Mutual, .* It waits to be sent\./).waitFor();
  await lookAt(handler.page, 'asked-in-the-dialog');
  await handler.page.keyboard.press('Escape');
  await asked(handler.page).getByText('You asked Atlantic Mutual for a higher approval limit.').waitFor();
  await asked(handler.page).getByText('Waiting for the portal').waitFor();
  await picture(handler.page, 'asked-offline');

  // Killed and started again it is still asked, and not to be asked once more.
  const { profile } = handler.desk;
  await handler.desk.kill();
  handler = await startAgain(cable.address, profile);
  await openCase(handler.page, journey.number);
  const again = await decideOnTheDearer(handler.page);
  await again.getByText(/You asked Atlantic Mutual, .* It waits to be sent\./).waitFor();
  expect(await again.getByRole('button', { name: /for it$/ }).count()).toBe(0);
  await handler.page.keyboard.press('Escape');

  cable.plug();
  await insurer.page.getByRole('button', { name: 'Notices' }).click();
  const notice = insurer.page.getByRole('dialog').getByText('Something is asked of you');
  await notice.first().waitFor(soon);
  await notice.first().click();
  await asked(insurer.page).getByText('James Cole asked Atlantic Mutual for a higher approval limit.').waitFor(soon);
  await picture(insurer.page, 'asked-for');
  await lookAt(insurer.page, 'asked-for-insurer');
  await insurer.page.setViewportSize({ width: 720, height: 800 });
  await lookAt(insurer.page, 'asked-for-narrow');
  await insurer.page.setViewportSize({ width: 1280, height: 800 });
  await asked(handler.page)
    .getByText('Waiting for the portal')
    .waitFor({ state: 'detached', ...soon });

  await asked(insurer.page).getByRole('link', { name: 'To the members' }).click();
  await raiseLimit(insurer.page);

  await asked(handler.page).getByText('1 is settled').waitFor(soon);
  const open = await decideOnTheDearer(handler.page);
  await open.getByRole('button', { name: /^Approve \$6,000/ }).waitFor();
  expect(await open.getByText(/^Above your limit by/).count()).toBe(0);
  expect((await journey.content()).chat).toEqual([]);
  for (const { desk } of [insurer, handler]) expect(desk.violations()).toEqual([]);
});

function asked(page: Page): Locator {
  return page.getByRole('region', { name: 'Asked for' });
}

/** Opens the decision on 6,000, of which 5,000 may be approved, with the approval chosen. */
async function decideOnTheDearer(page: Page): Promise<Locator> {
  const item = page.getByRole('region', { name: 'Decide next' }).getByRole('listitem').filter({ hasText: /6,000/ });
  await item.getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Approve', { exact: true }).click();
  return dialog;
}

async function raiseLimit(page: Page): Promise<void> {
  await page.getByLabel('Find members').fill('James Cole');
  await page.getByRole('button', { name: 'Edit James Cole' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Edit James Cole' });
  await dialog.getByLabel('Other value').check();
  await dialog.getByLabel('Limit in USD').fill('20,000');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await dialog.waitFor({ state: 'hidden' });
}
