import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { aSetUp } from '../support/a-set-up.ts';
import { caseIn, workAsDemo, workWindow, statusLine } from '../support/desktop/at-the-desk.ts';
import { launchDesk, passwordStore, testMachine, type Desk } from '../support/desktop/launch-desk.ts';
import { descendants } from '../support/desktop/process-tree.ts';
import { testUser } from '../support/desktop/session.ts';
import { root } from '../support/desktop/readable-app.ts';
import { underUser } from '../support/unprivileged.ts';

const nobodys = 'partnerdesk://case/atlantic/01a18cae-5e00-78a4-9329-000000000000';
const soon = { timeout: 20_000 };

test('links, notifications, a second start, a killed portal server, a reset of the demo, and a start where it was left', async () => {
  // A link waits until somebody is signed in, and tells nothing of a case that is not theirs.
  const first = await aDesk([nobodys]);
  const page = await workAsDemo(first, 'James Cole');
  await page.getByText('This case is not here').waitFor();

  const [one = '', other = ''] = await casesInSight(page);
  await secondStart(first, `partnerdesk://case/${one}`);
  await vi.waitFor(() => expect(page.url()).toContain(one), soon);
  expect(await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);

  // A document that was looked at (a frame of its own) does not keep the page from hearing of it.
  await showAttachmentFrame(page);
  await clickNoticeOf(first, page, other);
  await vi.waitFor(() => expect(page.url()).toContain(other), soon);

  await killPortalServer(first);
  await statusSays(page, /^Offline/);
  await statusSays(page, /^Online/);

  await first.app.evaluate(({ BrowserWindow, Menu }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1100, height: 760 });
    const view = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&View');
    view?.submenu?.items.find(({ label }) => label === 'Zoom in')?.click();
  });
  await vi.waitFor(() => expect(keptIn(first.profile)).toMatch(/"zoom": 1\.1[^]*"width": 1100/), soon);
  await first.close();

  const again = await aDesk([`partnerdesk://case/${one}`], first.profile);
  const later = await workWindow(again);
  await vi.waitFor(() => expect(later.url()).toContain(one), soon);
  const [window] = await again.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((each) => ({ ...each.getBounds(), zoom: each.webContents.getZoomFactor() })),
  );
  expect(window).toMatchObject({ x: 40, y: 30, width: 1100, height: 760, zoom: expect.closeTo(1.1) });
  expect(await jumps(later)).toBeLessThan(0.05);

  await resetDemo(later);
  expect(await workAsDemo(again, 'Maria Santos')).toBeDefined();
  const accounts = join(again.profile, 'config', 'Partner Desk', 'accounts');
  expect(readdirSync(accounts)).toHaveLength(1);
  expect([...first.violations(), ...again.violations()]).toEqual([]);
});

test('a portal server on this computer without its demo waits to be set up, is, and has its database alone', async () => {
  const { page, profile } = await aDesk(['--server=embedded']);
  await page.getByRole('heading', { name: 'Who operates the portal?' }).waitFor({ timeout: 60_000 });
  const made = await page.evaluate((given) => window.desk.setUp.make(given), aSetUp());
  expect(made).toMatchObject({ ok: true, passwords: [{ company: 'Nordisk Försäkring' }, {}, {}] });
  await page.getByLabel('E-mail address').waitFor();
  expect(await page.getByText('Or look around as somebody of the demo').count()).toBe(0);

  const serve = join(root, 'dist', 'portal', 'serve.js');
  const data = join(profile, 'config', 'Partner Desk', 'portal-of-this-computer');
  const other = spawn(process.execPath, [serve, '--port', '0', '--data', data], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  other.stderr.on('data', (bytes) => (said += String(bytes)));
  const [code] = await once(other, 'close');
  expect([code, said]).toEqual([1, expect.stringContaining('is using portal.db: stop it first')]);
});

async function aDesk(args: readonly string[], profile?: string): Promise<Desk> {
  const desk = await launchDesk({ args, ...(profile === undefined ? {} : { profile }) });
  onTestFinished(() => desk.kill());
  return desk;
}

async function casesInSight(page: Page): Promise<readonly string[]> {
  await page.getByRole('link', { name: 'Dashboard' }).click();
  const links = page.locator('a[href*="#/cases/"]');
  await links.nth(1).waitFor();
  return [...new Set(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? '')))].map(caseIn);
}

/** The same app on the same profile once more, as a click on a link in a mail starts it: it hands the link over, says so and ends. */
async function secondStart(desk: Desk, link: string): Promise<void> {
  const { folder, electron, env } = await desk.app.evaluate(({ app }) => ({
    folder: app.getAppPath(),
    electron: process.execPath,
    env: process.env,
  }));
  const [program, line] = underUser(testUser, electron, [folder, ...testMachine, ...passwordStore('keyring'), link]);
  const second = spawn(program, line, { env, cwd: '/', stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  second.stdout?.on('data', (bytes) => (said += String(bytes)));
  const [code] = await once(second, 'close');
  expect(code).toBe(0);
  expect(said).toContain('already runs');
}

async function showAttachmentFrame(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = 'attachment://desk/copy/none';
    document.body.append(frame);
    await new Promise((loaded) => frame.addEventListener('load', loaded));
    frame.remove();
  });
}

async function clickNoticeOf(desk: Desk, page: Page, link: string): Promise<void> {
  const [portal = '', id = ''] = link.split('/');
  const notice = { kind: 'role-given', title: 'New role', body: 'AT-1', subject: { portal, case: id } };
  await page.evaluate((given) => window.desk.notify(given), notice);
  await vi.waitFor(() => expect(desk.notifications()).toContainEqual(expect.objectContaining({ body: 'AT-1' })), soon);
  desk.clickNotification();
}

async function killPortalServer(desk: Desk): Promise<void> {
  const [portal] = descendants(desk.app.process().pid ?? 0).filter((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node.mojom.NodeService'),
  );
  process.kill(portal ?? Number.NaN, 'SIGKILL');
}

async function statusSays(page: Page, words: RegExp): Promise<void> {
  await statusLine(page).getByText(words).first().waitFor();
}

function keptIn(profile: string): string {
  return readFileSync(join(profile, 'config', 'Partner Desk', 'settings.json'), 'utf8');
}

/** How far what was painted has moved by itself since the start, as Chromium counts it. */
async function jumps(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((told) => {
        new PerformanceObserver((list, observer) => {
          observer.disconnect();
          told(list.getEntries().reduce((sum, entry) => sum + Number(Reflect.get(entry, 'value')), 0));
        }).observe({ type: 'layout-shift', buffered: true });
        // Chromium says nothing at all where nothing has moved.
        setTimeout(() => told(0), 500);
      }),
  );
}

async function resetDemo(page: Page): Promise<void> {
  await statusLine(page).getByRole('link').last().click();
  await page.getByRole('button', { name: 'Reset the demo…' }).click();
  const closed = page.waitForEvent('close');
  await page.getByRole('dialog').getByRole('button', { name: 'Reset the demo' }).click();
  await closed;
}
