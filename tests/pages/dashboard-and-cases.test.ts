import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { seriousInBothLooks } from '../support/preview/both-looks.ts';
import { previewWindow } from '../support/preview/preview-window.ts';

const visit = previewWindow();

interface Place {
  readonly scene?: string;
  readonly width?: number;
}

async function open(address: string, { scene = 'many', width = 1280 }: Place = {}): Promise<Page> {
  const page = await visit({ scene, address: `#${address}`, width });
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const peek = async (page: Page) => {
  await page.getByRole('row').nth(1).focus();
  await page.keyboard.press('Space');
  await page.getByRole('complementary', { name: /^Case/ }).waitFor();
};
const findNothing = async (page: Page) => {
  await page.getByRole('searchbox').fill('nowhere at all');
  await page.getByText('No case passes these filters').waitFor();
};
const selectAll = async (page: Page) => {
  await page.getByRole('button', { name: 'Show 1 closed case' }).click();
  await page.getByRole('row').nth(1).focus();
  await page.keyboard.press('Control+a');
  await page.getByText('25 cases selected').waitFor();
};
const asItIs = async () => undefined;

describe('axe finds nothing serious, in the light look and in the dark one', () => {
  test.each([
    ['on the dashboard', '/', 'many', asItIs],
    ['on the insurer’s dashboard', '/', 'insurer', asItIs],
    ['on the dashboard of the first time', '/', 'first-sync', asItIs],
    ['in the case list', '/cases', 'many', asItIs],
    ['in the case list of two insurers with a case that left', '/cases', 'signed-in', asItIs],
    ['beside a look at a case', '/cases', 'many', peek],
    ['with all cases selected', '/cases', 'many-waiting', selectAll],
    // What stands last gets the query of the page itself.
    ['on what a person may do', '/rights?portal=nordic-portal&case=case-1&member=carla&and=', 'case-insurer', asItIs],
    ['where no case passes', '/cases', 'many', findNothing],
  ])('%s', async (_where, address, scene, act) => {
    const page = await open(address, { scene });
    await act(page);
    expect(await page.getByRole('banner').count()).toBe(1);
    expect(await seriousInBothLooks(page, 'main')).toEqual([]);
  });
});

test('axe finds nothing serious in the dialogs about many cases, in both looks', async () => {
  const page = await open('/cases', { scene: 'many-waiting' });
  const nothingSerious = async () => expect(await seriousInBothLooks(page, '[role="dialog"]')).toEqual([]);
  await selectAll(page);
  await page.keyboard.press('u');
  await page.getByRole('radio', { name: /Bo Ek/ }).check();
  await page.getByText('22 of 25 cases').waitFor();
  await nothingSerious();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog', { name: 'Bo Ek as External case handler' }).waitFor();
  await nothingSerious();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('radio', { name: /Excel/ }).waitFor();
  await nothingSerious();
});

test.each(['compact', 'normal'] as const)(
  'lines %s: 1024 by 768, half as large again, shows eight rows of the list',
  async (density) => {
    // What is left of the screen below the system's bars, in the page's pixels.
    const page = await visit({
      scene: 'many',
      query: `density=${density}`,
      address: '#/cases',
      width: 683,
      height: 472,
    });
    await page.getByRole('row').nth(8).waitFor();
    const whole = await page.getByRole('grid').evaluate((grid) => {
      const { bottom } = grid.getBoundingClientRect();
      const [head, ...rows] = [...grid.querySelectorAll('[role="row"]')].map((row) => row.getBoundingClientRect());
      return rows.filter((row) => row.top >= (head?.bottom ?? 0) - 1 && row.bottom <= bottom + 1).length;
    });
    expect(whole).toBeGreaterThanOrEqual(8);
  },
);

describe('the case list in a browser', () => {
  const focusedRow = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex'));

  test('the focus survives being scrolled out of sight, and a key brings it back into sight', async () => {
    const page = await open('/cases');
    await page.getByRole('row').nth(2).focus();
    await page.getByRole('grid').evaluate((grid) => grid.scrollTo({ top: 12_000 }));
    await page.waitForFunction(() => document.querySelector('[aria-rowindex="360"]') !== null);
    expect(await focusedRow(page)).toBe('3');
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => (document.activeElement?.getBoundingClientRect().top ?? -1) > 100);
    expect(await focusedRow(page)).toBe('4');
  });

  test('the row with the focus is never under the head or below the edge', async () => {
    const page = await open('/cases');
    await page.getByRole('row').nth(1).focus();
    for (const key of ['End', 'PageUp', 'ArrowUp', 'Home', 'PageDown', 'ArrowDown']) {
      await page.keyboard.press(key);
      const covered = () =>
        page.evaluate(() => {
          const row = document.activeElement?.getBoundingClientRect();
          const grid = document.querySelector('[role="grid"]')?.getBoundingClientRect();
          const head = document.querySelector('[role="columnheader"]')?.getBoundingClientRect();
          // A pixel is the rounding of the page's own heights.
          return !row || !grid || !head || row.top < head.bottom - 1 || row.bottom > grid.bottom + 1;
        });
      await expect.poll(covered, { message: key }).toBe(false);
    }
  });

  test('Ctrl+C takes the case number of the row with the focus', async () => {
    const page = await open('/cases');
    await page.context().grantPermissions(['clipboard-read']);
    const row = page.getByRole('row').nth(3);
    await row.focus();
    await page.keyboard.press('Control+C');
    const number = await page.evaluate(
      () => /[A-Z]{2}-\d{4}-\d{5}/.exec(document.activeElement?.textContent ?? '')?.[0],
    );
    expect(number).toBeDefined();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(number);
  });

  test.each([1280, 900, 700])('nothing is cut off at the right of a window %i wide', async (width) => {
    const page = await open('/cases', { width });
    const beyond = await page.getByRole('grid').evaluate((grid) => grid.scrollWidth - grid.clientWidth);
    expect(beyond).toBeLessThanOrEqual(0);
  });

  test('nor beside a look at a case, in a list of few cases', async () => {
    const page = await open('/cases');
    await page.getByRole('searchbox').fill('CL-8999');
    await page.getByText('100 of 600 cases').waitFor();
    await page.getByRole('searchbox').fill('CL-89995');
    await page.getByText('10 of 600 cases').waitFor();
    await peek(page);
    const beyond = () => page.getByRole('grid').evaluate((grid) => grid.scrollWidth - grid.clientWidth);
    await expect.poll(beyond).toBeLessThanOrEqual(0);
  });

  test('scrolling through the list changes texts instead of making rows', async () => {
    const page = await open('/cases');
    const made = await page.getByRole('grid').evaluate(async (grid) => {
      const rows = () => [...grid.querySelectorAll('[role="row"]')];
      const scrolledTo = async (top: number) => {
        grid.scrollTo({ top });
        await new Promise((done) => setTimeout(done, 500));
        return rows();
      };
      // The pool is full once the list was scrolled a little.
      const before = new Set(await scrolledTo(2000));
      return (await scrolledTo(12_000)).filter((row) => !before.has(row)).length;
    });
    expect(made).toBeLessThanOrEqual(1);
  });
});
