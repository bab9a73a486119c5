import type { Browser, Page } from 'playwright-core';
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

async function open(scene: string, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.clock.setFixedTime(monday);
  await page.goto(`${site}?scene=${scene}&tab=decision#/cases/nordic-portal/case-1`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('tab', { name: /^Decision/ }).click();
  return page;
}

/** The form with a part in it that is covered in part, and one that is not. */
const fill = async (page: Page) => {
  await page
    .getByRole('tabpanel')
    .getByRole('button', { name: /^Decide/ })
    .click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Add a part' }).click();
  await form
    .getByRole('group', { name: /^Part 2/ })
    .getByText('Not covered')
    .click();
  await form.getByText('Some parts are covered, others are not or in part.').waitFor();
};
const asItIs = async () => undefined;

describe('axe finds nothing serious about the compensation, and nothing is cut off', () => {
  test.each([
    ['that waits', 'compensation-waits', 1280, asItIs],
    ['that is being decided', 'compensation-waits', 1280, fill],
    ['that is being decided in a narrow window', 'compensation-waits', 800, fill],
    ['that is being decided early', 'compensation-early', 800, fill],
    ['that is decided', 'compensation-decided', 1280, asItIs],
    ['that is decided, in a narrow window', 'compensation-decided', 800, asItIs],
    ['that is decided, for who works there', 'compensation-told', 800, asItIs],
  ] as const)('%s', async (_what, scene, width, act) => {
    const page = await open(scene, width);
    await act(page);
    await inBothLooks(page, async (axe) => expect(await serious(axe)).toEqual([]));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
