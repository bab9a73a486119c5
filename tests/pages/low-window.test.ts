import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openLayer, press } from '../support/preview/acts.ts';
import { beyondTheEdge, previewWindow } from '../support/preview/preview-window.ts';

const visit = previewWindow();

describe('in a low window, half as large again', () => {
  const decide = openLayer(press(/^Decide$/));
  const reject = async (page: Page) => {
    await decide(page);
    await page.getByText('Reject', { exact: true }).click();
  };
  const aCaseAddress = '#/cases/nordic-portal/case-1';

  async function openLow(scene: string, address: string): Promise<Page> {
    const page = await visit({ scene, address, width: 683, height: 472, reducedMotion: 'reduce' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  }

  /** What lies over a box, looked at in a grid of points; nothing where the box is in sight as a whole. */
  const over = (box: Locator) =>
    box.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + x * width, top + y * height]));
      return points
        .map(([x = 0, y = 0]) => document.elementFromPoint(x, y))
        .filter((found) => !element.contains(found))
        .map((found) => found?.textContent ?? 'the edge');
    });

  test.each([
    ['deciding on a budget', 'case-handler', aCaseAddress, decide, 'Approve €4,200.00'],
    ['assigning a user', 'case-header', aCaseAddress, openLayer(press(/^Assign user/)), 'Assign user'],
    ['approving several', 'case-approvals', aCaseAddress, openLayer(press(/^Approve several/)), 'Approve 3 tasks'],
    ['changing hours', 'insurer', '#/settings', openLayer(press(/^Change hours/)), 'Save hours and closed days'],
  ] as const)('%s has its button in sight', async (_, scene, address, act, deed) => {
    const page = await openLow(scene, address);
    await act(page);
    const button = page.getByRole('dialog').getByRole('button', { name: deed });
    await expect.poll(() => over(button)).toEqual([]);
  });

  test.each([
    ['a reason', 'case-handler', reject, 'Reject budget'],
    ['a choice', 'case-header', openLayer(press(/^Assign user/)), 'Assign user'],
  ] as const)('that %s is missing is said in sight', async (_, scene, act, deed) => {
    const page = await openLow(scene, aCaseAddress);
    await act(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: deed }).click();
    await expect.poll(() => over(dialog.getByRole('alert'))).toEqual([]);
  });

  test.each([
    [683, 472],
    [1024, 600],
  ])('more filters are in sight (%i by %i)', async (width, height) => {
    const page = await visit({ scene: 'many', address: '#/cases', width, height });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => over(page.getByRole('button', { name: 'More filters' }))).toEqual([]);
  });

  test.each(['case-handler', 'case-header', 'chat-long'])('all tabs of the case are in sight (%s)', async (scene) => {
    const page = await openLow(scene, aCaseAddress);
    const tabs = page.getByRole('tablist');
    expect(await tabs.evaluate((list) => list.scrollWidth - list.clientWidth)).toBeLessThanOrEqual(0);
    expect(await tabs.getByRole('tab').count()).toBe(8);
  });
});

test.each([
  ['invoices-partner', /^Invoices/],
  ['invoices-insurer', /^Invoices/],
  ['case-handler', /^Overview/],
] as const)('in 360 pixels nothing of a case lies beyond the edge (%s, %s)', async (scene, tab) => {
  const page = await visit({ scene, address: '#/cases/nordic-portal/case-1', width: 360 });
  await page.getByRole('tab', { name: tab }).click();
  await expect.poll(() => beyondTheEdge(page), { timeout: 15_000 }).toBeLessThanOrEqual(0);
});
