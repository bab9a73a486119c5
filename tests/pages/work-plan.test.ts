import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { seriousInBothLooks } from '../support/preview/both-looks.ts';
import { beyondTheEdge, previewWindow } from '../support/preview/preview-window.ts';

const visit = previewWindow();

async function open(scene: string, width: number): Promise<Page> {
  const page = await visit({ scene, address: '#/cases/nordic-portal/case-1?tab=work-plan', width, height: 900 });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('tab', { name: /^Work plan/ }).click();
  await page.getByRole('toolbar').waitFor();
  return page;
}

const withFault = async (page: Page) => {
  await page.getByRole('gridcell', { name: '4,2*2,6-1,6 = 9.32' }).first().click();
  await page.keyboard.type('2**3');
  await page.keyboard.press('Enter');
  await page
    .getByText(/A number is missing behind a sign\.$/)
    .first()
    .waitFor();
};
const inRooms = async (page: Page) => {
  await page.getByRole('button', { name: 'Rooms…' }).click();
  await page.getByRole('button', { name: 'Remove Hall' }).click();
  await page.getByRole('button', { name: 'Remove the room' }).waitFor();
};
const decides = async (page: Page) => {
  await page.getByRole('button', { name: 'Decide…' }).click();
  await page.getByRole('button', { name: /fit your limit/ }).click();
  await page.getByRole('button', { name: 'Reject all others' }).click();
  await page.getByLabel(/^Why these are rejected/).waitFor();
};

describe('axe finds nothing serious about the work plan, and nothing is cut off', () => {
  test.each([
    ['of 120 items with a fault, in a narrow window', 'plan-120', 900, withFault],
    ['with its rooms, in a narrower one', 'plan-120', 700, inRooms],
    ['that is decided on, in a narrow window', 'plan-waits', 700, decides],
  ] as const)('%s', async (_what, scene, width, act) => {
    const page = await open(scene, width);
    await act(page);
    expect(await seriousInBothLooks(page)).toEqual([]);
    expect(await beyondTheEdge(page)).toBeLessThanOrEqual(0);
  });
});

test('of 400 items the rows in sight are painted alone, and each is reached by key', async () => {
  const page = await open('plan-400', 1280);
  const rows = page.getByRole('grid').getByRole('row');
  expect(await rows.count()).toBeLessThan(60);
  await page.getByRole('gridcell', { name: 'DR-10' }).first().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Home');
  const last = page.locator('[role=gridcell]:focus');
  await last.waitFor();
  expect(await last.evaluate((cell) => cell.parentElement?.getAttribute('aria-rowindex'))).toBe('407');
  const isInSight = await last.evaluate((cell) => {
    const { top, bottom, left } = cell.getBoundingClientRect();
    const grid = cell.closest('[role=grid]')?.getBoundingClientRect();
    return grid !== undefined && top >= grid.top && bottom <= grid.bottom && left >= grid.left;
  });
  expect(isInSight).toBe(true);
  // Where the plan is wider than the window, the cell is scrolled into sight sideways too.
  await page.setViewportSize({ width: 700, height: 900 });
  await page.keyboard.press('End');
  expect(
    await page.locator('[role=gridcell]:focus').evaluate((cell) => {
      const { right } = cell.getBoundingClientRect();
      return right <= window.innerWidth;
    }),
  ).toBe(true);
});
