import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { previewWindow } from '../support/preview/preview-window.ts';

const visit = previewWindow();

declare global {
  /** Of the scenes with a case: two notices arrive. */
  var tellsMeanwhile: () => void;
}

async function open(width: number): Promise<Page> {
  const address = '#/cases/nordic-portal/case-1';
  const page = await visit({ scene: 'case-handler', query: 'tab=chat', address, width, height: 700 });
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
  });

  test('leave the control that has the focus, also when it moves under them', async () => {
    const page = await open(1024);
    await page.evaluate(() => globalThis.tellsMeanwhile());
    await expect.poll(() => covered(page), patient).toEqual({ told: 2, over: [] });
    await page.getByRole('button', { name: 'Send' }).focus();
    await expect.poll(() => covered(page), patient).toEqual({ told: 2, over: [] });
  });
});
