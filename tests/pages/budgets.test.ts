import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { seriousInBothLooks } from '../support/preview/both-looks.ts';
import { beyondTheEdge, previewWindow } from '../support/preview/preview-window.ts';

const visit = previewWindow();

async function open(scene: string, tab: RegExp, width: number): Promise<Page> {
  const page = await visit({ scene, address: '#/cases/nordic-portal/case-1', width, height: 900 });
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
    expect(await seriousInBothLooks(page)).toEqual([]);
    expect(await beyondTheEdge(page)).toBeLessThanOrEqual(0);
  });
});
