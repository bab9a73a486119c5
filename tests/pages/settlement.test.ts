import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { monday } from '../support/builders.ts';
import { inBothLooks, serious } from '../support/preview/both-looks.ts';
import { launchBrowser } from '../support/preview/launch-browser.ts';

const site = inject('previewAddress');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** Where it is shown: a tab of the case, or the settings of the portal. */
async function open(scene: string, tab: RegExp, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.clock.setFixedTime(monday);
  const address = scene === 'settlement-rules' ? '/admin/portal' : '/cases/nordic-portal/case-1';
  await page.goto(`${site}?scene=${scene}#${address}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('tab', { name: tab }).click();
  return page;
}

const offers = async (page: Page) => {
  await page.getByRole('button', { name: 'Assign as cash offer…' }).first().click();
  await page.getByText(/^Provisional:/).waitFor();
};
const leavesToCustomer = async (page: Page) => {
  await page.getByRole('button', { name: "Customer's own work…" }).first().click();
  await page.getByRole('heading', { name: /cannot go/ }).waitFor();
};
const readsSheet = async (page: Page) => {
  await page.getByText('Settlement sheet').first().click();
  await page.getByRole('table', { name: 'Amounts by item' }).first().waitFor();
};
const givesBack = async (page: Page) => {
  await page.getByRole('button', { name: 'Give items back…' }).first().click();
  await page.getByText(/^The settlement ends/).waitFor();
};
const binds = async (page: Page) => {
  await page.getByRole('button', { name: 'Approve…' }).first().click();
  await page.getByRole('dialog').getByLabel('About it').waitFor();
};
const answers = async (page: Page) => {
  await page.getByRole('button', { name: "Record the customer's answer…" }).first().click();
  await page.getByRole('radio', { name: 'The customer declined' }).click();
};
const setsRules = async (page: Page) => {
  await page.getByRole('button', { name: 'Change how it is settled…' }).click();
  await page.getByRole('button', { name: 'Add a rate of a trade' }).click();
};
const looks = async (page: Page) => {
  await page
    .getByText(/^Cash offer/)
    .first()
    .waitFor();
};

describe('axe finds nothing serious about what goes to the customer, and nothing is cut off', () => {
  test.each([
    ['a cash offer that is made', 'settling', /^Work plan/, offers],
    ['own work with what stands in the way', 'settling', /^Work plan/, leavesToCustomer],
    ['the plan after it went', 'settlements', /^Work plan/, looks],
    ['the plan as its partner sees it', 'settlements-gone', /^Work plan/, looks],
    ['the settlements with a sheet', 'settlements', /^Settlements/, readsSheet],
    ['an approval', 'settlements', /^Settlements/, binds],
    ['items that go back', 'settlements', /^Settlements/, givesBack],
    ['an answer', 'settlements', /^Settlements/, answers],
    ['the costs with what waits', 'settlements', /^Cost control/, looks],
    ['the rules of a portal', 'settlement-rules', /^Settlements with/, setsRules],
  ] as const)('%s', async (_what, scene, tab, act) => {
    for (const width of [1280, 360]) {
      const page = await open(scene, tab, width);
      await act(page);
      await inBothLooks(page, async (axe) => expect(await serious(axe)).toEqual([]));
      // What is shown, without the frame around it, which is not made for a window as narrow as that.
      const shown = page.locator('[role=dialog] form, main').last();
      const wide = await shown.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
      expect(wide).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  });
});
