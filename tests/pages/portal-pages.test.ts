import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { violations } from '../support/preview/both-looks.ts';
import { launchBrowser } from '../support/preview/launch-browser.ts';
import { startStandAlone, type StandAlone } from '../../portal/run/stand-alone.ts';

const password = 'my first long password';

/** What the browser would not do, or did elsewhere. */
interface Watched {
  readonly page: Page;
  readonly violations: string[];
  readonly elsewhere: string[];
}

describe('pages of the portal server in a real browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'partner-desk-pages-'));
  const said: string[] = [];
  let server: StandAlone;
  let browser: Browser;
  let watched: Watched;

  beforeAll(async () => {
    const started = await startStandAlone({
      arguments: ['--port', '0', '--data', folder],
      environment: {},
      say: (line) => said.push(line),
      onFault: (fault) => said.push(String(fault)),
    });
    if (!started) throw new Error('The portal server did not start.');
    server = started;
    // As root there is no sandbox; everything it opens is ours.
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    watched = { page, violations: [], elsewhere: [] };
    page.on('console', (message) => message.type() === 'error' && watched.violations.push(message.text()));
    page.on('pageerror', (error) => watched.violations.push(error.message));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(server.address) && !url.startsWith('data:')) watched.elsewhere.push(url);
    });
  });
  afterEach(() => watched.page.context().close());

  async function expectAccessible(): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await watched.page.emulateMedia({ colorScheme });
      const found = await violations(watched.page);
      expect(found.map(({ id, nodes }) => [id, nodes.length])).toEqual([]);
    }
  }

  test('the first operator is made by the printed link with the keyboard alone', async () => {
    const { page } = watched;
    const link = /(http:\S+)$/.exec(said[1] ?? '')?.[1] ?? '';
    await page.goto(link);
    await expectAccessible();
    await page.getByLabel('Operating company').focus();
    for (const text of ['Portal Operations', 'Oona', 'oona@example.com', password, 'another one'] as const) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('The two passwords differ');
    expect(await page.getByLabel('Your name').inputValue()).toBe('Oona');
    expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
    await expectAccessible();
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByLabel('The same again').fill(password);
    await page.getByRole('button', { name: 'Become the operator' }).click();
    await page.getByRole('heading', { name: 'You are the operator' }).waitFor();
    await page.goto(link);
    await page.getByRole('heading', { name: 'does not work any more' }).waitFor();
    expect(watched.elsewhere).toEqual([]);
    expect(watched.violations.filter((text) => text.includes('Content Security Policy'))).toEqual([]);
  });

  test('a link of an invitation that does not work says what to do', async () => {
    const { page } = watched;
    await page.goto(`${server.address}/invitation?token=of-another-year`);
    await page.getByRole('heading', { name: 'does not work any more' }).waitFor();
    await expectAccessible();
  });

  test('the page of the API shows its operations, and nothing comes from elsewhere', async () => {
    const { page } = watched;
    await page.goto(`${server.address}/reference`);
    await page.getByText('/sync/{portal}/delta', { exact: true }).waitFor();
    await page.getByRole('heading', { name: 'Commands' }).waitFor();
    await page.getByText('Carry out up to 100 commands').click();
    await page.getByText('protocol').first().waitFor();
    expect(watched.elsewhere).toEqual([]);
    expect(watched.violations).toEqual([]);
  });
});
