import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { deskArguments } from '../../shared/contract/desk-arguments.ts';
import { openCase, openTab, workAsDemo, statusLine } from '../support/desktop/at-the-desk.ts';
import { launchDesk, type Desk } from '../support/desktop/launch-desk.ts';
import { watchOutside } from '../support/desktop/outside-world.ts';
import { filesWith } from '../support/desktop/profile-files.ts';

declare global {
  /** What main was asked to hand to the system, while its own way there is held. */
  var openedOutside: string[];
}

let desk: Desk;
let page: Page;
let outsideWorld: Awaited<ReturnType<typeof watchOutside>>;

beforeAll(async () => {
  outsideWorld = await watchOutside();
  desk = await launchDesk({ args: [outsideWorld.proxySwitch] });
  page = await workAsDemo(desk, 'James Cole');
});

afterAll(async () => {
  await desk.kill();
  outsideWorld.close();
});

test('every window is isolated, sandboxed and without Node, and its policy allows nothing unsafe', async () => {
  const settings = await desk.app.evaluate(({ BrowserWindow }) =>
    // Electron has it and does not declare it.
    BrowserWindow.getAllWindows().map(({ webContents: page }): unknown =>
      Reflect.apply(Reflect.get(page, 'getLastWebPreferences'), page, []),
    ),
  );
  expect(settings).toHaveLength(1);
  expect(settings[0]).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  });
  const { globals, policy } = await page.evaluate(async () => ({
    globals: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
    policy: (await fetch('/')).headers.get('content-security-policy') ?? '',
  }));
  expect(globals).toEqual([]);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-|https?:|\*/);
});

test('the page goes nowhere else, opens no window, and hands the system only links that are allowed', async () => {
  await desk.app.evaluate(({ shell }) => {
    globalThis.openedOutside = [];
    shell.openExternal = async (url) => void globalThis.openedOutside.push(url);
  });
  const before = page.url();
  for (const url of ['https://evil.example/', 'file:///etc/passwd', 'data:text/html,x', 'app://desk/portal/x/health'])
    await page.evaluate((to) => void (window.location.href = to), url);
  const opened = await page.evaluate(() =>
    ['https://evil.example/', 'file:///etc/passwd', 'javascript:1', 'mailto:a@b.example', 'app://desk/'].map(
      (url) => window.open(url) === null,
    ),
  );
  expect(opened).toEqual([true, true, true, true, true]);
  const map = 'https://www.openstreetmap.org/?mlat=62.89&mlon=27.68';
  await page.evaluate(
    (links) => {
      for (const href of links)
        Object.assign(document.createElement('a'), { href, target: '_blank', rel: 'noreferrer' }).click();
    },
    ['tel:+358401', map, `${map.replace('www.', 'evil.')}`],
  );
  await vi.waitFor(async () => expect(await outside()).toEqual(['mailto:a@b.example', 'tel:+358401', map]));
  expect(page.url()).toBe(before);
  expect(desk.violations()).toEqual([expect.stringContaining('Refused to run the JavaScript URL')]);
  expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  // Playwright goes on waiting for the journeys that were refused.
  await page.reload();
  await statusLine(page).getByText('Online', { exact: true }).waitFor();
});

test('what a page may ask of the computer is refused, but for copying a text', async () => {
  const answers = await page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    place: await new Promise((told) => {
      navigator.geolocation.getCurrentPosition(
        () => told('given'),
        ({ code }) => told(code),
      );
    }),
    reading: await navigator.clipboard.readText().then(String, (error: Error) => error.name),
  }));
  expect(answers).toEqual({ notifications: 'denied', place: 1, reading: 'NotAllowedError' });
  await statusLine(page).getByRole('link').last().click();
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await desk.app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^Version: /);
});

test('every verb of the desk refuses arguments that it does not know, and the app goes on', async () => {
  const garbage = [
    [{ garbage: true }, Number.NaN, null, []],
    [null],
    Array.from({ length: 40 }, () => 'x'.repeat(400)),
  ];
  // What one verb does not know may be what another takes.
  const asked = Object.entries(deskArguments).flatMap(([verb, takes]) =>
    garbage.filter((given) => !takes.safeParse(given).success).map((given) => [verb, given] as const),
  );
  const answers = await page.evaluate(async (calls) => {
    const told: string[] = [];
    for (const [verb, given] of calls) {
      const found = verb.split('.').reduce<unknown>((part, name) => Reflect.get(Object(part), name), window.desk);
      const call = found as (...args: readonly unknown[]) => Promise<unknown>;
      told.push(
        `${verb}: ${await call(...given).then(
          () => 'answered',
          (error: Error) => error.message,
        )}`,
      );
    }
    return told;
  }, asked);
  expect(answers.filter((answer) => !answer.includes('not-understood'))).toEqual([]);
  expect(await page.evaluate(() => window.desk.about().then(({ platform }) => platform))).toBe('linux');
});

test('only our own page in our own window is listened to: a frame, another page and another window are refused', async () => {
  const inFrame = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const found = Reflect.has(Object(frame.contentWindow), 'desk');
    frame.remove();
    return found;
  });
  expect(inFrame).toBe(false);
  const asked = await desk.app.evaluate(async ({ app, BrowserWindow }) => {
    const [ours] = BrowserWindow.getAllWindows();
    const session = ours?.webContents.session;
    const preload = `${app.getAppPath()}/dist/preload/preload.cjs`;
    const told: string[] = [];
    for (const url of ['data:text/html,foreign', 'app://desk/favicon.ico', 'app://elsewhere/', 'about:blank']) {
      const window = new BrowserWindow({ show: false, webPreferences: { preload, ...(session ? { session } : {}) } });
      await window.loadURL(url).catch(() => undefined);
      const ask = 'window.desk.settings.read().then(() => "answered", (error) => error.message)';
      told.push(String(await window.webContents.executeJavaScript(ask)));
      window.destroy();
    }
    return told;
  });
  expect(asked.filter((answer) => !answer.includes('not-allowed'))).toEqual([]);
});

test('nothing was asked of the internet, neither at the start nor at the work since', async () => {
  // Anything at all, so that it is certain that somebody listens; it makes the session that nobody else uses, too.
  await desk.app.evaluate(({ net }) => net.fetch('http://watched.example/').catch(() => undefined));
  expect(outsideWorld.asked()).toEqual(['GET http://watched.example/ HTTP/1.1']);
});

test('what is typed is nowhere on the disk in clear: draft, chat, decision, document and search, after a kill too', async () => {
  const sentinel = 'Zwiebelkuchen-7731';
  const { number, street } = await typeEverywhere(sentinel);
  const secrets = [sentinel, street];
  await vi.waitFor(async () => expect(await drafts(page)).toContain(sentinel), { timeout: 10_000 });
  expect(filesWith(desk.profile, secrets)).toEqual([]);

  // What the user asks for is written where they pick, whole.
  const exported = join(desk.profile, 'exported.json');
  await pickFile(exported);
  await statusLine(page).getByText('3 waiting').click();
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByText('Exported.').waitFor();
  const written: unknown = JSON.parse(readFileSync(exported, 'utf8'));
  expect(written).toMatchObject({ email: 'james.cole@gulf-adjusters.example' });
  expect(exportedNames(written)).toEqual(['reject-budget', 'write-chat', 'add-document']);
  expect(filesWith(desk.profile, secrets)).toEqual([exported]);
  writeFileSync(exported, '');

  // The script that was tried above, and nothing since.
  expect(desk.violations()).toHaveLength(1);
  await desk.kill();
  expect(filesWith(desk.profile, secrets)).toEqual([]);
  expect(number).toMatch(/^[A-Z]{2}-\d+$/);
});

const outside = (): Promise<readonly string[]> => desk.app.evaluate(() => globalThis.openedOutside);

/** The dialog of the system is all that is stood in for: it "picks" this file. */
async function pickFile(path: string): Promise<void> {
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

async function drafts(of: Page): Promise<string> {
  return JSON.stringify(await of.evaluate(() => window.desk.drafts.read()));
}

function exportedNames(written: unknown): readonly unknown[] {
  const { items } = written as { readonly items: readonly { readonly command: { readonly name: string } }[] };
  return items.map(({ command }) => command.name);
}

/** A document that was opened and saved; then, offline, a decision, a message and a document that wait, and a draft. */
async function typeEverywhere(sentinel: string): Promise<{ readonly number: string; readonly street: string }> {
  await page.getByRole('link', { name: 'Dashboard' }).click();
  await page
    .getByRole('row', { name: /Budgets to approve/ })
    .getByRole('link')
    .first()
    .click();
  const row = page.getByRole('row', { name: /AT-\d+/ }).first();
  const number = /AT-\d+/.exec((await row.textContent()) ?? '')?.[0] ?? '';
  await openCase(page, number);
  const heading = await page.getByRole('heading', { level: 1 }).textContent();
  const street = /[A-Z][a-z]+ [A-Z][a-z]+/.exec(heading ?? '')?.[0];
  await saveCalculation();
  await workOffline();
  await openCase(page, number);

  await decide();
  await page.getByRole('dialog').getByText('Reject', { exact: true }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill(`Too dear: ${sentinel}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Reject budget' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await openTab(page, 'Chat');
  await page.getByRole('textbox', { name: 'Message' }).fill(`Said in the chat: ${sentinel}`);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText(`Said in the chat: ${sentinel}`).waitFor();
  await openTab(page, 'Documents');
  // Larger than what Chromium keeps of a blob in memory alone.
  const buffer = Buffer.from(`${sentinel}\n`.repeat(200_000));
  await page.getByLabel('Documents to add').setInputFiles({ name: `${sentinel}.txt`, mimeType: 'text/plain', buffer });
  await statusLine(page).getByText('3 waiting').waitFor();
  await openTab(page, 'Chat');
  await page.getByRole('textbox', { name: 'Message' }).fill(`Not sent yet: ${sentinel}`);
  await page.getByRole('textbox', { name: 'Message' }).blur();
  await page.getByRole('link', { name: /^Cases/ }).click();
  await page.getByPlaceholder(/^Number, place/).fill(sentinel);
  return { number, street: street ?? '' };
}

async function decide(): Promise<void> {
  const budget = page
    .getByRole('region', { name: 'Decide next' })
    .getByRole('listitem')
    .filter({ hasText: /Decide/ });
  await budget
    .getByRole('button', { name: /Decide/ })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
}

/** The calculation of a budget, saved as the user knows it: what is written is what the portal holds. */
async function saveCalculation(): Promise<void> {
  await decide();
  const saved = join(desk.profile, 'saved.csv');
  await pickFile(saved);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save as…' }).click();
  const shown = await dialog.getByRole('columnheader').allTextContents();
  await vi.waitFor(() => expect(readFileSync(saved, 'utf8')).toContain(shown[0]));
  const { data } = Papa.parse<readonly string[]>(readFileSync(saved, 'utf8'));
  expect(data[0]).toEqual(shown);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}

async function workOffline(): Promise<void> {
  await statusLine(page).getByRole('link').first().click();
  await page.getByRole('switch', { name: 'Work offline' }).click();
  await statusLine(page).getByText('Working offline').waitFor();
}
