import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { serious } from '../support/preview/both-looks.ts';
import { launchBrowser } from '../support/preview/launch-browser.ts';

const site = inject('previewAddress');
let browser: Browser;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
  mkdirSync(join(folder, 'Photos'));
  writeFileSync(join(folder, 'Photos', 'wall.txt'), 'in the folder');
  writeFileSync(join(folder, 'note.txt'), 'beside it');
  browser = await launchBrowser();
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function openCase(tab: RegExp): Promise<void> {
  // From anew: what was added before is not there.
  await page.goto('about:blank');
  await page.goto(`${site}?scene=case-supplier#/cases/nordic-portal/case-1`);
  await page.getByRole('tab', { name: tab }).click();
}

/** As the file manager drops them, a folder too. */
async function drop(at: Locator, names: readonly string[]): Promise<void> {
  const box = await at.boundingBox();
  const files = names.map((name) => join(folder, name));
  const data = { items: [], files, dragOperationsMask: 1 };
  const place = { x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + 5, data };
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...place });
}

/** A picture, and beside it what else a program puts there, as Chromium's own clipboard holds them. */
async function copyPicture(texts: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.evaluate(async (others) => {
    const canvas = new OffscreenCanvas(8, 8);
    canvas.getContext('2d');
    const item: Record<string, Blob> = { 'image/png': await canvas.convertToBlob({ type: 'image/png' }) };
    for (const [type, text] of Object.entries(others)) item[type] = new Blob([text], { type });
    await navigator.clipboard.write([new ClipboardItem(item)]);
  }, texts);
}

const mail = join(import.meta.dirname, '../renderer/features/case/files/bounced-report.eml');
const pasted = /^\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.png$/;

test('a dropped folder is named, and the file beside it is added', async () => {
  await openCase(/Documents/);
  await drop(page.getByText('or drop or paste them here'), ['Photos', 'note.txt']);
  await page.getByText('Photos was not added').waitFor();
  await page.getByRole('button', { name: 'Look at note.txt' }).click();
  await page.getByText('beside it', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: 'Add documents…' }).getAttribute('data-loading')).toBeNull();
});

test('a picture is pasted into the documents, and looked at', async () => {
  await openCase(/Documents/);
  await copyPicture();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+V');
  await page.getByText(pasted).waitFor();
  await page.getByRole('button', { name: /^Look at .*png/ }).click();
  const picture = page.getByRole('img', { name: pasted });
  await picture.waitFor();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(8);
});

test('where one writes a message files go to the documents, and cells come as their text', async () => {
  await openCase(/Chat/);
  const field = page.getByRole('textbox', { name: 'Message' });
  await copyPicture({ 'text/plain': 'Wall\t82', 'text/html': '<table><tr><td>Wall<td>82</table>' });
  await field.click();
  await page.keyboard.press('Control+V');
  expect(await field.inputValue()).toBe('Wall\t82');
  await copyPicture();
  await page.keyboard.press('Control+V');
  await page.getByText(/^Added to the documents: .*\.png$/).waitFor();
  await drop(field, ['Photos', 'note.txt']);
  await page.getByText('Added to the documents: note.txt').waitFor();
  await page.getByText('Photos was not added').waitFor();
  expect(await field.inputValue()).toBe('Wall\t82');
});

test('a picture pasted into a budget is its calculation, and is no document of its own', async () => {
  await openCase(/Documents/);
  await copyPicture();
  const before = await page.getByRole('button', { name: /^Look at/ }).count();
  await page.getByRole('tab', { name: /Budgets/ }).click();
  await page.getByRole('button', { name: 'Add budget for tasks…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Budget for tasks' });
  await dialog.getByLabel(/Description/).click();
  await page.keyboard.press('Control+V');
  await dialog.getByText(pasted).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: /Documents/ }).click();
  expect(await page.getByRole('button', { name: /^Look at/ }).count()).toBe(before);
});

test('a mail is read where it lies, with the mail and the picture in it, and nothing is fetched for it', async () => {
  await openCase(/Documents/);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByLabel('Documents to add').setInputFiles(mail);
  await page.getByRole('button', { name: 'Look at bounced-report.eml' }).click();
  await page.getByText('Undelivered Mail: Schadenbericht für Herrn Müller').waitFor();
  await page.getByText('Your report could not be delivered.').waitFor();
  await page.getByRole('button', { name: 'Look at mail.eml' }).click();
  await page.getByText('Feuchte im Bad: 82 % (Wand), 64 % (Boden).').waitFor();
  await page.getByRole('button', { name: 'Look at wall.png' }).click();
  const picture = page.getByRole('img', { name: 'wall.png' });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  expect(asked.filter((url) => !url.startsWith(site) && !url.startsWith('blob:'))).toEqual([]);
  expect(await serious(page, 'main')).toEqual([]);
});
