import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { demoPassword } from './demo-portal.ts';
import { launchDesk, type Desk, type DeskOptions } from './launch-desk.ts';

/** Somebody at a computer of the own, with the app open. */
export interface AtTheDesk {
  readonly desk: Desk;
  readonly page: Page;
}

/** Starts the app on a fresh computer and signs in. */
export async function signInAtDesk(address: string, email: string, options: DeskOptions = {}): Promise<AtTheDesk> {
  const desk = await launchDesk({ ...options, args: [`--server=${address}`, ...(options.args ?? [])] });
  await desk.page.getByLabel('E-mail address').fill(email);
  await desk.page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await desk.page.getByRole('button', { name: 'Sign in' }).click();
  return { desk, page: await workWindow(desk) };
}

/** Signs in as somebody of the demo, at the portal server inside the app, and waits until the cases are there. */
export async function workAsDemo(desk: Desk, name: string): Promise<Page> {
  // The first start makes the demo.
  const signIn = await windowWith(desk, (page) => page.getByRole('button', { name: new RegExp(name) }));
  // By the page itself: its window closes at once, which Playwright would take for a click that failed.
  await signIn.getByRole('button', { name: new RegExp(name) }).evaluate((button: HTMLElement) => button.click());
  const page = await workWindow(desk);
  await statusLine(page).getByText('Online', { exact: true }).waitFor();
  return page;
}

/** Starts the app again where somebody worked before: the key store still opens it. */
export async function startAgain(address: string, profile: string): Promise<AtTheDesk> {
  const desk = await launchDesk({ profile, args: [`--server=${address}`] });
  return { desk, page: await workWindow(desk) };
}

/** The window of the signed-in account; the sign-in window closes when it has opened. */
export function workWindow(desk: Desk): Promise<Page> {
  return windowWith(desk, (page) => page.getByRole('link', { name: 'Dashboard' }));
}

async function windowWith(desk: Desk, part: (page: Page) => Locator): Promise<Page> {
  for (let tries = 0; tries < 600; tries += 1) {
    for (const page of desk.app.windows()) {
      const shown = await part(page)
        .count()
        .catch(() => 0);
      if (shown > 0) return page;
    }
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`The window did not open.\n${desk.log()}`);
}

/** The line at the bottom that says how the app stands with its portal server. */
export function statusLine(page: Page): Locator {
  return page.getByRole('contentinfo');
}

/** `<portal>/<case>` of the address of a case. */
export function caseIn(address: string): string {
  return /#\/cases\/([^/]+\/[^/?]+)/.exec(address)?.[1] ?? '';
}

/** Finds a case in the list by its number and opens it. */
export async function openCase(page: Page, number: string): Promise<void> {
  await page
    .getByRole('link', { name: /^Cases/ })
    .first()
    .click();
  await filterBy(page, number);
  // A row that moves while the list gets shorter is not hit.
  await page.getByText(/^1 of /).waitFor();
  await caseRow(page, number).click();
  await page.getByRole('heading', { name: new RegExp(number) }).waitFor();
}

/** Types into the list's free text filter. */
export async function filterBy(page: Page, text: string): Promise<void> {
  await page.getByPlaceholder(/^Number, place/).fill(text);
}

/** A case's row in the list. */
export function caseRow(page: Page, number: string): Locator {
  return page.getByRole('row', { name: new RegExp(number) });
}

/** Opens a tab of the case. */
export async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
}

/** True once a file of the portal is kept on the computer: what names it can be opened and decided offline. */
export async function hasCopy(page: Page, file: string): Promise<boolean> {
  return page.evaluate(async (id) => (await window.desk.files.readCopy(id)) !== null, file);
}

/** The system's own window for saving cannot be clicked: from now on it answers as if this file had been picked. */
export async function saveAs(desk: Desk, name: string): Promise<string> {
  const filePath = join(desk.profile, 'data', name);
  await desk.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, filePath);
  return filePath;
}

/** Where somebody asked for pictures: the window as it is, in light and in dark, to be looked at. */
export async function lookAt(page: Page, name: string): Promise<void> {
  if (process.env['PARTNER_DESK_PICTURES'] === undefined) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await picture(page, `${name}-${colorScheme}`);
  }
}

/** Keeps a picture for the user guide. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PARTNER_DESK_PICTURES'] ?? join(import.meta.dirname, '../../../test-results/pictures');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
