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

async function open(scene: string, tab: RegExp, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.clock.setFixedTime(monday);
  await page.goto(`${site}?scene=${scene}#/cases/nordic-portal/case-1`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('tab', { name: tab }).click();
  return page;
}

const [costs, budgets] = [/^Cost control/, /^Budgets/];
const asItIs = async () => undefined;
const several = async (page: Page) => {
  await page.getByRole('button', { name: 'Approve several…' }).click();
  await page.getByRole('dialog').getByRole('status').waitFor();
};
const revise = async (page: Page) => {
  await page.getByRole('button', { name: 'New version…' }).last().click();
  await page.getByRole('dialog').waitFor();
};

describe('axe finds nothing serious about the budgets, and nothing is cut off', () => {
  test.each([
    ['the costs', 'budgets', costs, 1280, asItIs],
    ['the costs in a narrow window', 'budgets', costs, 700, asItIs],
    ['the costs, for the insurer', 'budgets-insurer', costs, 700, asItIs],
    ['several to approve', 'budgets', costs, 1280, several],
    ['several to approve in a narrow window', 'budgets', costs, 700, several],
    ['the budgets, for whose they are', 'budgets-partner', budgets, 1280, asItIs],
    ['the budgets in a narrow window', 'budgets-partner', budgets, 700, asItIs],
    ['a new version', 'budgets-partner', budgets, 700, revise],
  ] as const)('%s', async (_what, scene, tab, width, act) => {
    const page = await open(scene, tab, width);
    await act(page);
    await inBothLooks(page, async (axe) => {
      expect(await serious(axe)).toEqual([]);
    });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
