import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
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

declare global {
  /** Of the scenes with a case: two notices arrive. */
  var tellsMeanwhile: () => void;
}

async function open(width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 700 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.clock.setFixedTime(monday);
  await page.goto(`${site}?scene=case-handler&tab=chat#/cases/nordic-portal/case-1`);
  await page.getByRole('log').waitFor();
  return page;
}

/** What the notifications that are shown cover: buttons of an open dialog, and what has the focus. */
const covered = (page: Page) =>
  page.evaluate(() => {
    // They slide in from beyond the edge.
    const told = [...document.querySelectorAll('[role="alert"]')]
      .map((each) => each.getBoundingClientRect())
      .filter(({ left, right }) => left >= 0 && right <= window.innerWidth);
    const kept = [...document.querySelectorAll('[role="dialog"] button, :focus:not([tabindex="-1"])')];
    const lies = (one: DOMRect, other: DOMRect) =>
      one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
    const names = kept.filter((each) => told.some((one) => lies(one, each.getBoundingClientRect())));
    return { told: told.length, over: names.map((each) => each.textContent || each.getAttribute('aria-label')) };
  });
const patient = { timeout: 15_000 };

describe('notifications', () => {
  test.each([1024, 1280, 1920])('lie over no button of a dialog in a window %i wide', async (width) => {
    const page = await open(width);
    await page.getByRole('region', { name: 'Decide next' }).getByRole('button', { name: 'Decide' }).first().click();
    await page.getByRole('dialog', { name: 'Decide on the budget' }).waitFor();
    await page.getByRole('table').waitFor();
    await page.evaluate(() => globalThis.tellsMeanwhile());
    await expect.poll(() => covered(page), patient).toEqual({ told: 2, over: [] });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').getByText('Approved €4,200.00').first().waitFor();
    await page.context().close();
  });

  test('leave the control that has the focus, also when it moves under them', async () => {
    const page = await open(1024);
    await page.evaluate(() => globalThis.tellsMeanwhile());
    await expect.poll(() => covered(page), patient).toEqual({ told: 2, over: [] });
    await page.getByRole('button', { name: 'Send' }).focus();
    await expect.poll(() => covered(page), patient).toEqual({ told: 2, over: [] });
    await page.context().close();
  });
});
