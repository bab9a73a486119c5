import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Locator } from 'playwright-core';
import type { CaseContent } from '../../shared/domain/case/case.ts';
import {
  accountFolders,
  ageKeptFiles,
  changeAccountFiles,
  damageJournals,
} from '../support/desktop/account-folders.ts';
import { openCase, openTab, picture, signInAtDesk, startAgain, workWindow } from '../support/desktop/at-the-desk.ts';
import type { AtTheDesk } from '../support/desktop/at-the-desk.ts';
import { demoPassword, newPortalFolder, startDemoPortal, type DemoPortal } from '../support/desktop/demo-portal.ts';
import { importJourneyCase, type JourneyCase } from '../support/desktop/journey-case.ts';
import { launchDesk } from '../support/desktop/launch-desk.ts';
import { networkCable, type NetworkCable } from '../support/desktop/network-cable.ts';

const soon = { timeout: 30_000, interval: 250 };
const luis = 'luis.ortega@dryworks.example';
const waiting = /^\d+ waiting/;

let server: DemoPortal;
let cable: NetworkCable;
let luisDesk: AtTheDesk;
let journey: JourneyCase;

beforeAll(async () => {
  server = await startDemoPortal();
  cable = await networkCable(server.address);
  journey = await importJourneyCase(server, 'KEPT-1');
  luisDesk = await signInAtDesk(cable.address, luis);
});

afterAll(async () => {
  await picture(luisDesk.page, 'kept-work-last').catch(() => undefined);
  await luisDesk.desk.kill();
  await cable.close();
  await server.close();
});

test('sync 5: a file that only a draft names outlives the clean-up, and the draft is sent with it', async () => {
  await openCase(luisDesk.page, journey.number);
  await newVersion();
  const calculation = luisDesk.page.getByRole('dialog').locator('input[type=file]');
  await calculation.setInputFiles({ name: 'recount.csv', mimeType: 'text/csv', buffer: Buffer.from('item,amount\n') });
  await luisDesk.page.getByText('recount.csv').waitFor();
  await luisDesk.page.keyboard.press('Escape');
  await luisDesk.desk.kill();
  expect(ageKeptFiles(luisDesk.desk.profile, 2)).toBe(1);
  luisDesk = await startAgain(cable.address, luisDesk.desk.profile);
  // What lies around longer than a day is cleaned up at the start.
  expect(ageKeptFiles(luisDesk.desk.profile, 0)).toBe(1);
  await openCase(luisDesk.page, journey.number);
  await newVersion();
  await luisDesk.page.getByText('recount.csv').waitFor();
  await luisDesk.page.getByLabel(/^Amount in/).fill('3900');
  await pictures('budget-draft');
  await luisDesk.page.getByRole('button', { name: /^Send \$3,900.* for approval/ }).click();
  await vi.waitFor(async () => {
    const { budgets, documents } = (await content(server)).case;
    expect(budgets.map((budget) => budget.version)).toContain(2);
    expect(documents.map((document) => document.name)).toContain('recount.csv');
  }, soon);
});

test('sync 2: a journal damaged at its end, with a record of a newer app, is said so; the rest waits and is sent', async () => {
  await waitsOffline('Written before the damage.');
  await luisDesk.desk.kill();
  damageJournals(luisDesk.desk.profile);
  luisDesk = await startAgain(cable.address, luisDesk.desk.profile);
  const { page } = luisDesk;
  await status().getByText(waiting).waitFor();
  await status().getByText('Part of the outbox could not be read').click();
  await page.getByText('Written before the damage.').waitFor();
  await page.getByText(/1 damaged stretch was set aside/).waitFor();
  await page.getByText(/1 entry was written by a newer version/).waitFor();
  await pictures('journal-damaged');
  await page.getByRole('button', { name: 'I have read it' }).click();
  await status().getByText('Part of the outbox could not be read').waitFor({ state: 'hidden' });
  cable.plug();
  await arrived(server, 'Written before the damage.');
});

test('a command that this version cannot read is shown as it is, kept, and sent nowhere', async () => {
  const { page } = luisDesk;
  // Journals of an older version hold what it wrote; the desk takes anything and leaves the reading to later.
  await page.evaluate(async () => {
    const { highest } = await window.desk.journal.read();
    await window.desk.journal.append({ name: 'paint-the-wall', input: { colour: 'a shade of grey' } }, highest);
  });
  await luisDesk.desk.kill();
  luisDesk = await startAgain(cable.address, luisDesk.desk.profile);
  await status().getByText('1 needs attention').click();
  await luisDesk.page.getByRole('link', { name: 'Open the outbox' }).click();
  await luisDesk.page.getByText('a shade of grey').waitFor();
  await pictures('command-of-another-version');
  await luisDesk.page.getByRole('button', { name: /^Discard: From another version/ }).click();
  await luisDesk.page.getByRole('dialog').getByRole('button', { name: 'Discard', exact: true }).click();
  await status().getByText('needs attention').waitFor({ state: 'hidden' });
});

test('sync 18: a server set back to a snapshot is said so: what waits is sent, what it lost is offered again', async () => {
  await waitsOffline('Written after the snapshot.');
  const { folder } = server;
  await server.stop();
  const snapshot = newPortalFolder();
  cpSync(folder, snapshot, { recursive: true });
  server = await startDemoPortal(folder);
  cable.lead(server.address);
  cable.plug();
  await arrived(server, 'Written after the snapshot.');
  await status().getByText(waiting).waitFor({ state: 'hidden' });
  await waitsOffline('Waiting while it was set back.');
  await server.close();
  server = await startDemoPortal(snapshot);
  cable.lead(server.address);
  cable.plug();
  await arrived(server, 'Waiting while it was set back.');
  await status()
    .getByText(/needs? attention/)
    .click(soon);
  await luisDesk.page.getByRole('link', { name: 'Open the outbox' }).click();
  await luisDesk.page
    .getByText(/was set back/)
    .first()
    .waitFor();
  await pictures('server-set-back');
  await entry('Written after the snapshot.').getByRole('button', { name: 'Try again' }).click();
  await arrived(server, 'Written after the snapshot.');
});

test('sync 4: a key store that is gone asks for the password; a lost key is said so and what it locked is put aside', async () => {
  await waitsOffline('Written before the key was lost.');
  const { profile } = luisDesk.desk;
  await luisDesk.desk.kill();
  await startWithoutKeyStore();
  await luisDesk.page.getByRole('button', { name: /Luis Ortega/ }).click();
  await luisDesk.page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await luisDesk.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await luisDesk.page.getByRole('button', { name: 'Open offline' }).click();
  luisDesk = { ...luisDesk, page: await workWindow(luisDesk.desk) };
  await status().getByText(waiting).waitFor();
  await luisDesk.desk.kill();
  changeAccountFiles(profile, (text) => text.slice(0, 40));
  cable.plug();
  await startWithoutKeyStore();
  await signInAs(luis);
  await luisDesk.page.getByText('The key to what is kept on this computer is missing').waitFor();
  await luisDesk.page.getByText(/^Its file.*changes? that the portal may not have/).waitFor();
  await pictures('key-lost');
  await luisDesk.page.getByRole('button', { name: 'Go on without it…' }).click();
  await luisDesk.page.getByRole('dialog').waitFor();
  await pictures('key-lost-go-on');
  await luisDesk.page.getByRole('button', { name: 'Put it aside and sign in' }).click();
  luisDesk = { ...luisDesk, page: await workWindow(luisDesk.desk) };
  await status().getByText('Online').waitFor(soon);
  const aside = accountFolders(profile).find((folder) => folder.includes('.set-aside-')) ?? '';
  expect(readdirSync(join(aside, 'journal')).filter((name) => name.endsWith('.journal'))).not.toEqual([]);
});

test('sync 25: another store at the same address stops and asks; unsent work stays with the former one', async () => {
  await waitsOffline('Written for the former server.');
  await server.close();
  server = await startDemoPortal();
  cable.lead(server.address);
  cable.plug();
  const dialog = luisDesk.page.getByRole('dialog', { name: 'Sign in again' });
  await dialog.getByLabel(/^Password of/).fill(demoPassword, soon);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await dialog.getByText('Another portal server answers at this address now').waitFor();
  await pictures('other-store-while-open');
  await dialog.getByRole('button', { name: 'Later' }).last().click();
  await luisDesk.page.getByRole('button', { name: /^Account of/ }).click();
  const next = luisDesk.desk.app.waitForEvent('window');
  await luisDesk.page.getByRole('menuitem', { name: 'Switch account' }).click();
  luisDesk = { ...luisDesk, page: await next };
  await luisDesk.page.getByRole('button', { name: 'Somebody else' }).click();
  await signInAs(luis);
  await luisDesk.page.getByText('Another portal server answers at this address now').waitFor();
  await pictures('other-store-at-sign-in');
  await luisDesk.page.getByRole('button', { name: 'This server is right…' }).click();
  await luisDesk.page.getByRole('dialog').getByRole('button', { name: 'Go on with it' }).click();
  luisDesk = { ...luisDesk, page: await workWindow(luisDesk.desk) };
  await status().getByText('Online').waitFor(soon);
  expect(await status().getByText(waiting).count()).toBe(0);
  await luisDesk.page.getByRole('button', { name: /^Account of/ }).click();
  const last = luisDesk.desk.app.waitForEvent('window');
  await luisDesk.page.getByRole('menuitem', { name: 'Switch account' }).click();
  luisDesk = { ...luisDesk, page: await last };
  await luisDesk.page
    .getByRole('button', { name: /Of the portal server that was here before.*not sent yet/ })
    .waitFor();
  await pictures('former-store-known');
  expect(luisDesk.desk.violations()).toEqual([]);
});

/** Writes into the chat without a network. */
async function waitsOffline(text: string): Promise<void> {
  const { page } = luisDesk;
  await openCase(page, journey.number);
  await openTab(page, 'Chat');
  cable.pull();
  await status()
    .getByText(/^Offline/)
    .waitFor();
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText(text).waitFor();
  await status().getByText(waiting).waitFor();
}

async function newVersion(): Promise<void> {
  await openTab(luisDesk.page, 'Budgets');
  await luisDesk.page.getByRole('button', { name: 'New version…' }).first().click();
}

async function startWithoutKeyStore(): Promise<void> {
  const { profile } = luisDesk.desk;
  const desk = await launchDesk({ profile, keyStore: 'none', args: [`--server=${cable.address}`] });
  luisDesk = { desk, page: desk.page };
}

async function signInAs(email: string): Promise<void> {
  await luisDesk.page.getByLabel('E-mail address').fill(email);
  await luisDesk.page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await luisDesk.page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** The case as the insurer's own system reads it at that server. */
async function content(at: DemoPortal): Promise<CaseContent> {
  const insurer = await at.signIn('ellen.ward@atlantic-mutual.example');
  const found = (await insurer.cases('atlantic')).find((each) => each.case.id === journey.case);
  if (!found) throw new Error('The case is not there.');
  return found;
}

async function arrived(at: DemoPortal, text: string): Promise<void> {
  await vi.waitFor(async () => {
    expect((await content(at)).chat.filter((each) => each.text === text)).toHaveLength(1);
  }, soon);
}

function entry(text: string): Locator {
  return luisDesk.page.getByRole('listitem').filter({ hasText: text });
}

function status(): Locator {
  return luisDesk.page.getByRole('contentinfo');
}

async function pictures(name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await luisDesk.page.emulateMedia({ colorScheme });
    await picture(luisDesk.page, `${name}-${colorScheme}`);
  }
}
