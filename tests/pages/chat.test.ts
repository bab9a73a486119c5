import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { seriousInBothLooks } from '../support/preview/both-looks.ts';
import { previewWindow, type Visit } from '../support/preview/preview-window.ts';

const visit = previewWindow();

declare global {
  /** Of the scenes with a long chat. */
  var writesMeanwhile: (words: string) => void;
  var readSoFar: () => number;
}

async function open(scene: string, more: Pick<Visit, 'width' | 'height' | 'unfocused'> = {}) {
  const address = '#/cases/nordic-portal/case-1';
  const page = await visit({ scene, query: 'tab=chat', address, ...more });
  await page.getByRole('log').getByRole('listitem').first().waitFor();
  return page;
}

/** A busy machine paints late. */
const patient = { timeout: 15_000 };
const writes = (page: Page, words: string) => page.evaluate((text) => globalThis.writesMeanwhile(text), words);
const read = (page: Page) => page.evaluate(() => globalThis.readSoFar());

/** The numbers of the messages that are whole between the edges of the log. */
const inSight = (page: Page) =>
  page.getByRole('log').evaluate((log) => {
    const edges = log.getBoundingClientRect();
    return [...log.querySelectorAll('li')]
      .filter((each) => {
        const { top, bottom } = each.getBoundingClientRect();
        return top >= edges.top - 1 && bottom <= edges.bottom + 1;
      })
      .map((each) => Number(each.getAttribute('aria-posinset')));
  });
const lastInSight = async (page: Page) => (await inSight(page)).at(-1);
const scrollTop = (page: Page) => page.getByRole('log').evaluate((log) => log.scrollTop);
/** Nothing is measured or scrolled any more. */
const settled = async (page: Page) => {
  let before = -1;
  await expect
    .poll(async () => {
      const now = await scrollTop(page);
      const same = now === before;
      before = now;
      return same;
    }, patient)
    .toBe(true);
};

describe('a chat of 3,000 messages', () => {
  test('opens at the newest where all is read, follows what arrives there, and stays where one reads', async () => {
    const page = await open('chat-read');
    await expect.poll(() => lastInSight(page), patient).toBe(3000);
    expect(await page.getByRole('log').getByRole('listitem').count()).toBeLessThan(60);
    await writes(page, 'A first answer');
    await expect.poll(() => lastInSight(page), patient).toBe(3001);
    await expect.poll(() => read(page), patient).toBe(3001);
    await page.getByRole('log').focus();
    for (let pages = 0; pages < 5; pages += 1) {
      await page.keyboard.press('PageUp');
      await settled(page);
    }
    const before = await inSight(page);
    for (const words of ['one', 'two', 'three']) await writes(page, words);
    const button = page.getByRole('button', { name: '3 new messages' });
    await button.waitFor();
    await settled(page);
    expect(await inSight(page)).toEqual(before);
    expect(await read(page)).toBe(3001);
    await button.click();
    await expect.poll(() => lastInSight(page), patient).toBe(3004);
    await expect.poll(() => read(page), patient).toBe(3004);
  });

  test('opens at the first new message, follows what one sends, and what was jumped over stays new', async () => {
    const page = await open('chat-long');
    await expect.poll(async () => (await inSight(page))[0], patient).toBe(2961);
    await page.getByText('Not read before').waitFor();
    await expect.poll(() => read(page), patient).toBeGreaterThan(2960);
    await page.getByLabel('Message', { exact: true }).fill('We come at nine.');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => lastInSight(page), patient).toBe(3001);
    await page.getByRole('button', { name: /messages not read/ }).waitFor();
    expect(await read(page)).toBeLessThan(2990);
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await expect.poll(() => read(page), patient).toBe(3000);
  });

  test('nothing counts as read in a window without the focus, and the first new message stays in sight', async () => {
    const page = await open('chat-read', { unfocused: true });
    await expect.poll(() => lastInSight(page), patient).toBe(3000);
    for (let count = 1; count <= 12; count += 1) await writes(page, `News ${count}`);
    await page.getByRole('button', { name: /new messages/ }).waitFor();
    await expect.poll(() => inSight(page), patient).toContain(3001);
    await settled(page);
    expect(await read(page)).toBe(3000);
    await page.evaluate(() => {
      document.hasFocus = () => true;
      window.dispatchEvent(new Event('focus'));
    });
    await expect.poll(() => read(page), patient).toBeGreaterThan(3000);
    expect(await read(page)).toBeLessThan(3012);
    await page.getByRole('log').focus();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('End');
    await expect.poll(() => read(page), patient).toBe(3012);
  });

  test('is searched as a whole by Ctrl+F', async () => {
    const page = await open('chat-read');
    await expect.poll(() => lastInSight(page), patient).toBe(3000);
    await page.keyboard.press('Control+F');
    await page.keyboard.type('message 17.');
    await page.getByRole('tabpanel', { name: 'Chat' }).getByText('1 of 1').waitFor();
    await expect.poll(() => inSight(page), patient).toContain(18);
    await page.keyboard.press('Escape');
    await page.keyboard.type('message 12');
    await page.getByText('111 of 111').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('110 of 111').waitFor();
  });

  test('leaves what one writes with in sight, below the messages, whatever the size of the window', async () => {
    const page = await open('chat-read', { width: 1920, height: 1080 });
    for (const [width, height] of [
      [1920, 1080],
      [1280, 800],
      [1024, 700],
      [853, 480],
    ] as const) {
      await page.setViewportSize({ width, height });
      const places = async () => {
        const boxes = ['log', 'button'] as const;
        const [log, send] = await Promise.all(
          boxes.map((role) => page.getByRole(role, role === 'log' ? {} : { name: 'Send' }).boundingBox()),
        );
        return log && send && send.y > log.y && send.y >= log.y + log.height && send.y + send.height < height - 28;
      };
      await expect.poll(places, patient).toBe(true);
      await expect.poll(() => lastInSight(page), patient).toBe(3000);
    }
  });

  test('axe finds nothing serious, in the light look and in the dark one', async () => {
    const page = await open('chat-long');
    await page.getByRole('button', { name: /new messages/ }).waitFor();
    expect(await seriousInBothLooks(page, 'main')).toEqual([]);
  });
});
