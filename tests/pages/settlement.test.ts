import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { seriousInBothLooks } from '../support/preview/both-looks.ts';
import { previewWindow } from '../support/preview/preview-window.ts';

const visit = previewWindow();

/** Where it is shown: a tab of the case, or the settings of the portal. */
async function open(scene: string, tab: RegExp): Promise<Page> {
  const address = scene === 'settlement-rules' ? '#/admin/portal' : '#/cases/nordic-portal/case-1';
  const page = await visit({ scene, address, height: 900, reducedMotion: 'reduce' });
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
    const page = await open(scene, tab);
    await act(page);
    expect(await seriousInBothLooks(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 900 });
    // What is shown, without the frame around it, which is not made for a window as narrow as that.
    const shown = page.locator('[role=dialog], main').last();
    await expect
      .poll(() => shown.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))
      .toBeLessThanOrEqual(0);
  });
});
