import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import {
  caseRow,
  filterBy,
  openCase,
  lookAt,
  openTab,
  saveAs,
  workWindow,
  statusLine,
} from '../support/desktop/at-the-desk.ts';
import { changeAccountFiles } from '../support/desktop/account-folders.ts';
import { demoPassword, startDemoPortal, type DemoPortal } from '../support/desktop/demo-portal.ts';
import { importJourneyCase, type JourneyCase } from '../support/desktop/journey-case.ts';
import { launchDesk, type Desk } from '../support/desktop/launch-desk.ts';
import { networkCable, type NetworkCable } from '../support/desktop/network-cable.ts';

const soon = { timeout: 30_000, interval: 250 };
const robert = 'robert.hayes@dryworks.example';
const james = 'james.cole@gulf-adjusters.example';
const waiting = /^\d+ waiting/;
const newPassword = 'a new password for robert';

let server: DemoPortal;
let cable: NetworkCable;
let desk: Desk;
let page: Page;
let journey: JourneyCase;

beforeAll(async () => {
  server = await startDemoPortal();
  cable = await networkCable(server.address);
  journey = await importJourneyCase(server, 'ACCOUNTS-1');
  // A machine without a key store: the password alone opens what is kept.
  desk = await launchDesk({ keyStore: 'none', args: [`--server=${cable.address}`] });
  page = desk.page;
});

afterAll(async () => {
  await cable.close();
  await server.close();
  await desk.kill();
});

test('wrong passwords are slowed down and said so, for nobody else; nobody of the demo is offered by a server that is not the own', async () => {
  await page.getByLabel('E-mail address').waitFor();
  expect(await page.getByText('Or look around').count()).toBe(0);
  for (let tries = 0; tries < 8; tries += 1) {
    await typeIn('somebody.else@dryworks.example', 'not the password');
    const slow = page.getByText('Too many attempts');
    await page.getByText('do not belong together').or(slow).waitFor();
    if (await slow.isVisible()) break;
  }
  await page.getByText('Too many attempts').waitFor();
  await page.getByRole('timer').waitFor();
  await lookAt(page, 'too-many-attempts');
});

test('sync 4: a password forgotten while work waits: a new one by mail opens it, and it is sent', async () => {
  await typeIn(robert, demoPassword);
  page = await workWindow(desk);
  await openCase(page, journey.number);
  await openTab(page, 'Chat');
  cable.pull();
  await statusLine(page)
    .getByText(/^Offline/)
    .waitFor();
  await write('Written before the password was forgotten.');
  await statusLine(page).getByText(waiting).waitFor();
  await switchAccount();
  await lookAt(page, 'known-accounts');
  cable.plug();
  await page.getByRole('button', { name: /Robert Hayes/ }).click();
  await page.getByRole('button', { name: 'Forgotten password?' }).click();
  await lookAt(page, 'forgotten-password');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByText('Look into your mail').waitFor();
  await lookAt(page, 'look-into-your-mail');
  await choosePassword(await mailedLink(), newPassword);
  await page.getByRole('button', { name: 'Back to sign-in' }).click();
  await typeIn(robert, newPassword);
  page = await workWindow(desk);
  expect(await arrivals('Written before the password was forgotten.')).toBe(1);
});

test('a session that the portal ended asks for the password again, and what is typed meanwhile waits', async () => {
  await openCase(page, journey.number);
  await openTab(page, 'Chat');
  await endSessions();
  await write('Written without a session.');
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await dialog.waitFor();
  await lookAt(page, 'session-ended');
  await dialog.getByRole('button', { name: 'Later' }).last().click();
  await statusLine(page).getByText(waiting).waitFor();
  await statusLine(page).getByText('Sign in again to send and receive').click();
  await lookAt(page, 'connection-signed-out');
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await dialog.getByLabel(/^Password of/).fill('not the password');
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await dialog.getByText('do not belong together').waitFor();
  await dialog.getByLabel(/^Password of/).fill(newPassword);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  expect(await arrivals('Written without a session.')).toBe(1);
});

test('sync 25: somebody else at the same desk sees nothing of it, and it waits until its author is back', async () => {
  await openCase(page, journey.number);
  await openTab(page, 'Chat');
  await offline();
  await write('Written before somebody else came.');
  await statusLine(page).getByText(waiting).waitFor();
  await switchAccount();
  cable.plug();
  await page.getByRole('button', { name: 'Somebody else' }).click();
  await typeIn(james, demoPassword);
  page = await workWindow(desk);
  await statusLine(page).getByText('Online').waitFor(soon);
  expect(await statusLine(page).getByText(waiting).count()).toBe(0);
  await page
    .getByRole('link', { name: /^Cases/ })
    .first()
    .click();
  await filterBy(page, journey.number);
  expect(await caseRow(page, journey.number).count()).toBe(0);
  await switchAccount();
  await page.getByRole('button', { name: /Robert Hayes.*changes? not sent yet/ }).waitFor();
  await lookAt(page, 'two-known-accounts');
  expect(await chat()).not.toContain('Written before somebody else came.');
  await backAs('Robert Hayes', newPassword);
  expect(await arrivals('Written before somebody else came.')).toBe(1);
});

test('sync 6: signing out waits for unsent work until it is exported; it is sent after the next sign-in', async () => {
  await openCase(page, journey.number);
  await openTab(page, 'Chat');
  await offline();
  await write('Written before the export.');
  await statusLine(page).getByText(waiting).waitFor();
  const dialog = await askToSignOut();
  await dialog.getByText(/changes? in the outbox/).waitFor();
  await lookAt(page, 'sign-out-blocked');
  const file = await saveAs(desk, 'unsent.json');
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await page.getByText(/^Exported\./).waitFor();
  await lookAt(page, 'sign-out-exported');
  expect(readFileSync(file, 'utf8')).toContain('Written before the export.');
  const next = desk.app.waitForEvent('window');
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  page = await next;
  await page.getByRole('button', { name: /Robert Hayes.*changes? not sent yet/ }).waitFor();
  cable.plug();
  await backAs('Robert Hayes', newPassword);
  expect(await arrivals('Written before the export.')).toBe(1);
});

test('sync 31: without the portal what is kept opens with the password, for the days that are shown, and no longer', async () => {
  await page.getByRole('link', { name: 'Version' }).click();
  await page.getByText(/opens for 30 days without the portal/).waitFor();
  await lookAt(page, 'settings-days');
  await offline();
  await switchAccount();
  await page
    .getByText(/^Opens offline until/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: /Robert Hayes/ }).click();
  await typeIn(robert, newPassword);
  await page.getByRole('button', { name: 'Open offline' }).waitFor();
  await lookAt(page, 'open-offline');
  await page.getByRole('button', { name: 'Open offline' }).click();
  page = await workWindow(desk);
  await openCase(page, journey.number);
  await desk.kill();
  changeAccountFiles(desk.profile, (text) => text.replace(/"serverTime": "[^"]+"/, `"serverTime": "${monthAgo()}"`));
  desk = await launchDesk({ profile: desk.profile, keyStore: 'none', args: [`--server=${cable.address}`] });
  page = desk.page;
  await page.getByText('Opens again after a sign-in at the portal').first().waitFor();
  await lookAt(page, 'days-over');
  await page.getByRole('button', { name: /Robert Hayes/ }).click();
  await typeIn(robert, newPassword);
  await page.getByRole('button', { name: 'Open offline' }).click();
  await page.getByText('The days offline are over').waitFor();
  await lookAt(page, 'days-over-explained');
  cable.plug();
  await typeIn(robert, newPassword);
  page = await workWindow(desk);
  await openCase(page, journey.number);
  await openTab(page, 'Chat');
  expect(desk.violations()).toEqual([]);
});

test('sync 31: days offline that run out while the app is open close it, say why, and lose nothing of what was typed', async () => {
  await offline();
  await write('Written on the last of the days offline.');
  await desk.kill();
  const soonOver = new Date(Date.now() - 30 * day + 60_000).toISOString();
  changeAccountFiles(desk.profile, (text) => text.replace(/"serverTime": "[^"]+"/, `"serverTime": "${soonOver}"`));
  desk = await launchDesk({ profile: desk.profile, keyStore: 'none', args: [`--server=${cable.address}`] });
  page = desk.page;
  await page.getByRole('button', { name: /Robert Hayes/ }).click();
  await typeIn(robert, newPassword);
  await page.getByRole('button', { name: 'Open offline' }).click();
  page = await workWindow(desk);
  await page.getByText(/your cases close on this computer/).waitFor();
  await lookAt(page, 'days-run-out');
  page = await desk.app.waitForEvent('window', { timeout: 90_000 });
  await page.getByText('The days offline are over').waitFor();
  await page.getByRole('button', { name: /Robert Hayes.*1 change not sent yet/ }).waitFor();
  await vi.waitFor(() => expect(desk.app.windows()).toHaveLength(1));
  await lookAt(page, 'days-ran-out');
  cable.plug();
  await backAs('Robert Hayes', newPassword);
  expect(await arrivals('Written on the last of the days offline.')).toBe(1);
  expect(desk.violations()).toEqual([]);
});

const day = 24 * 60 * 60 * 1000;

/** A day more than what is kept opens without the portal. */
function monthAgo(): string {
  return new Date(Date.now() - 31 * day).toISOString();
}

async function offline(): Promise<void> {
  cable.pull();
  await statusLine(page)
    .getByText(/^Offline/)
    .waitFor();
}

/** All sessions but the one that asks for it, as somebody does whose computer was stolen. */
async function endSessions(): Promise<void> {
  const elsewhere = await server.signIn(robert, newPassword);
  const sessions = (await (await elsewhere.request('/sessions')).json()) as {
    sessions: { id: string; current: boolean }[];
  };
  for (const { id, current } of sessions.sessions)
    if (!current) await elsewhere.request(`/sessions/${id}`, { method: 'DELETE' });
}

async function backAs(name: string, password: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  page = await workWindow(desk);
}

async function askToSignOut(): Promise<Locator> {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out…' }).click();
  await page.getByRole('dialog', { name: 'Sign out?' }).getByRole('button', { name: 'Sign out' }).click();
  const dialog = page.getByRole('dialog', { name: 'Not everything is sent yet' });
  await dialog.waitFor();
  return dialog;
}

/** How often it stands in the chat at the portal server, once it is there. */
async function arrivals(text: string): Promise<number> {
  return vi.waitFor(async () => {
    const found = (await chat()).filter((each) => each === text).length;
    if (found === 0) throw new Error(`"${text}" does not arrive.`);
    return found;
  }, soon);
}

/** Types into the sign-in form. */
async function typeIn(email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function switchAccount(): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click();
  const next = desk.app.waitForEvent('window');
  await page.getByRole('menuitem', { name: 'Switch account' }).click();
  page = await next;
  await page.getByText('Who is working?').waitFor();
}

async function mailedLink(): Promise<string> {
  return vi.waitFor(() => {
    const mail = server.mails().find((each) => each.includes('choose a new password'));
    const link = /http\S+reset-password\?token=\S+/.exec((mail ?? '').replaceAll('=\r\n', '').replaceAll('=3D', '='));
    if (!link) throw new Error(`No mail with a link: ${mail ?? ''}`);
    return link[0];
  }, soon);
}

/** As the page behind the link does it. */
async function choosePassword(link: string, password: string): Promise<void> {
  const { origin, pathname, searchParams } = new URL(link);
  const body = new URLSearchParams({ token: searchParams.get('token') ?? '', password, again: password });
  const answer = await fetch(`${origin}${pathname}`, { method: 'POST', body, headers: { origin } });
  expect(await answer.text()).toContain('Your password is changed');
}

async function write(text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  // Not what the field itself holds: only what is in the list lies in the journal.
  await page.getByRole('listitem').getByText(text, { exact: true }).waitFor();
}

async function chat(): Promise<readonly string[]> {
  return (await journey.content()).chat.map((entry) => entry.text);
}
