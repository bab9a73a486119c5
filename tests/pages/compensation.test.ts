import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { seriousInBothLooks } from '../support/preview/both-looks.ts';
import { beyondTheEdge, previewWindow } from '../support/preview/preview-window.ts';

const visit = previewWindow();

async function open(scene: string, width: number): Promise<Page> {
  const page = await visit({
    scene,
    query: 'tab=decision',
    address: '#/cases/nordic-portal/case-1',
    width,
    height: 900,
  });
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
    expect(await seriousInBothLooks(page)).toEqual([]);
    expect(await beyondTheEdge(page)).toBeLessThanOrEqual(0);
  });
});
