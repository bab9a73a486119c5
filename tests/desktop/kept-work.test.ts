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
import {
  openCase,
  lookAt,
  openTab,
  signInAtDesk,
  startAgain,
  workWindow,
  statusLine,
} from '../support/desktop/at-the-desk.ts';
import type { AtTheDesk } from '../support/desktop/at-the-desk.ts';
import { demoPassword, newPortalFolder, startDemoPortal, type DemoPortal } from '../support/desktop/demo-portal.ts';
import { importJourneyCase, type JourneyCase } from '../support/desktop/journey-case.ts';
import { launchDesk } from '../support/desktop/launch-desk.ts';
import { networkCable, type NetworkCable } from '../support/desktop/network-cable.ts';

const soon = { timeout: 30_000, interval: 250 };
const robert = 'robert.hayes@dryworks.example';
const waiting = /^\d+ waiting/;

let server: DemoPortal;
let cable: NetworkCable;
let one: AtTheDesk;
let journey: JourneyCase;

beforeAll(async () => {
  server = await startDemoPortal();
  cable = await networkCable(server.address);
  journey = await importJourneyCase(server, 'KEPT-1');
  one = await signInAtDesk(cable.address, robert);
});

afterAll(async () => {
  await cable.close();
  await server.close();
  await one.desk.kill();
});

test('sync 5: a file that only a draft names outlives the clean-up, and the draft is sent with it', async () => {
  await openCase(one.page, journey.number);
  await newVersion();
  const calculation = one.page.getByRole('dialog').locator('input[type=file]');
  await calculation.setInputFiles({ name: 'recount.csv', mimeType: 'text/csv', buffer: Buffer.from('item,amount\n') });
  await one.page.getByText('recount.csv').waitFor();
  await one.page.keyboard.press('Escape');
  await one.desk.kill();
  expect(ageKeptFiles(one.desk.profile, 2)).toBe(1);
  one = await startAgain(cable.address, one.desk.profile);
  // What lies around longer than a day is cleaned up at the start.
  expect(ageKeptFiles(one.desk.profile, 0)).toBe(1);
  await openCase(one.page, journey.number);
  await newVersion();
  await one.page.getByText('recount.csv').waitFor();
  await one.page.getByLabel(/^Amount in/).fill('3900');
  await one.page.getByLabel(/^Reason for the change/).fill('Counted again');
  await lookAt(one.page, 'budget-draft');
  await one.page.getByRole('button', { name: /^Send \$3,900.* for approval/ }).click();
  await vi.waitFor(async () => {
    const { budgets, documents } = (await content()).case;
    expect(budgets.map((budget) => budget.version)).toContain(2);
    expect(documents.map((document) => document.name)).toContain('recount.csv');
  }, soon);
});

test('sync 2: a journal damaged at its end, with a record of a newer app, is said so; the rest waits and is sent', async () => {
  await waitsOffline('Written before the damage.');
  await one.desk.kill();
  damageJournals(one.desk.profile);
  one = await startAgain(cable.address, one.desk.profile);
  const { page } = one;
  await statusLine(one.page).getByText(waiting).waitFor();
  await statusLine(one.page).getByText('Part of the outbox could not be read').click();
  await page.getByText('Written before the damage.').waitFor();
  await page.getByText(/1 damaged stretch was set aside/).waitFor();
  await page.getByText(/1 entry was written by a newer version/).waitFor();
  await lookAt(one.page, 'journal-damaged');
  await page.getByRole('button', { name: 'I have read it' }).click();
  await statusLine(one.page).getByText('Part of the outbox could not be read').waitFor({ state: 'hidden' });
  cable.plug();
  expect(await arrivals('Written before the damage.')).toBe(1);
});

test('a command that this version cannot read is shown as it is, kept, and sent nowhere', async () => {
  const { page } = one;
  // Journals of an older version hold what it wrote; the desk takes anything and leaves the reading to later.
  await page.evaluate(async () => {
    const { highest } = await window.desk.journal.read();
    await window.desk.journal.append({ name: 'paint-the-wall', input: { colour: 'a shade of grey' } }, highest);
  });
  await one.desk.kill();
  one = await startAgain(cable.address, one.desk.profile);
  await statusLine(one.page).getByText('1 needs attention').click();
  await one.page.getByText('a shade of grey').waitFor();
  await lookAt(one.page, 'command-of-another-version');
  await one.page.getByRole('button', { name: /^Discard: From another version/ }).click();
  await one.page.getByRole('dialog').getByRole('button', { name: 'Discard', exact: true }).click();
  await statusLine(one.page).getByText('needs attention').waitFor({ state: 'hidden' });
  expect(await one.page.getByText('a shade of grey').count()).toBe(0);
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
  expect(await arrivals('Written after the snapshot.')).toBe(1);
  await statusLine(one.page).getByText(waiting).waitFor({ state: 'hidden' });
  await waitsOffline('Waiting while it was set back.');
  await server.close();
  server = await startDemoPortal(snapshot);
  cable.lead(server.address);
  cable.plug();
  await sendAndReceive();
  expect(await arrivals('Waiting while it was set back.')).toBe(1);
  await statusLine(one.page)
    .getByText(/needs? attention/)
    .click(soon);
  await one.page.getByText(/was set back/).waitFor();
  await lookAt(one.page, 'server-set-back');
  await entry('Written after the snapshot.').getByRole('button', { name: 'Try again' }).click();
  expect(await arrivals('Written after the snapshot.')).toBe(1);
});

test('sync 4: a key store that is gone asks for the password; a lost key is said so and what it locked is put aside', async () => {
  await waitsOffline('Written before the key was lost.');
  const { profile } = one.desk;
  await one.desk.kill();
  await startWithoutKeyStore();
  await one.page.getByRole('button', { name: /Robert Hayes/ }).click();
  await one.page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await one.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await one.page.getByRole('button', { name: 'Open offline' }).click();
  one = { ...one, page: await workWindow(one.desk) };
  await statusLine(one.page).getByText(waiting).waitFor();
  await one.desk.kill();
  changeAccountFiles(profile, (text) => text.slice(0, 40));
  cable.plug();
  await startWithoutKeyStore();
  await signInAs(robert);
  await one.page.getByText('The key to what is kept on this computer is missing').waitFor();
  await one.page.getByText(/^Its file.*changes? that the portal may not have/).waitFor();
  await lookAt(one.page, 'key-lost');
  await one.page.getByRole('button', { name: 'Go on without it…' }).click();
  await one.page.getByRole('dialog').waitFor();
  await lookAt(one.page, 'key-lost-go-on');
  await one.page.getByRole('button', { name: 'Put it aside and sign in' }).click();
  one = { ...one, page: await workWindow(one.desk) };
  await statusLine(one.page).getByText('Online').waitFor(soon);
  const aside = accountFolders(profile).find((folder) => folder.includes('.set-aside-')) ?? '';
  expect(readdirSync(join(aside, 'journal')).filter((name) => name.endsWith('.journal'))).not.toEqual([]);
});

test('sync 25: another store at the same address stops and asks; unsent work stays with the former one', async () => {
  await waitsOffline('Written for the former server.');
  await server.close();
  server = await startDemoPortal();
  cable.lead(server.address);
  cable.plug();
  const dialog = one.page.getByRole('dialog', { name: 'Sign in again' });
  // Where the app has just tried by itself, the dialog is there already and covers the button.
  await Promise.any([sendAndReceive(), dialog.waitFor(soon)]);
  await dialog.getByLabel(/^Password of/).fill(demoPassword, soon);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await dialog.getByText('Another portal server answers at this address now').waitFor();
  await lookAt(one.page, 'other-store-while-open');
  const next = one.desk.app.waitForEvent('window');
  await dialog.getByRole('button', { name: 'Switch account' }).click();
  one = { ...one, page: await next };
  await one.page.getByRole('button', { name: 'Somebody else' }).click();
  await signInAs(robert);
  await one.page.getByText('Another portal server answers at this address now').waitFor();
  await lookAt(one.page, 'other-store-at-sign-in');
  await one.page.getByRole('button', { name: 'This server is right…' }).click();
  await one.page.getByRole('dialog').getByRole('button', { name: 'Go on with it' }).click();
  one = { ...one, page: await workWindow(one.desk) };
  await statusLine(one.page).getByText('Online').waitFor(soon);
  expect(await statusLine(one.page).getByText(waiting).count()).toBe(0);
  await one.page.getByRole('button', { name: /^Account of/ }).click();
  const last = one.desk.app.waitForEvent('window');
  await one.page.getByRole('menuitem', { name: 'Switch account' }).click();
  one = { ...one, page: await last };
  await one.page.getByRole('button', { name: /Of the portal server that was here before.*not sent yet/ }).waitFor();
  await lookAt(one.page, 'former-store-known');
  expect(one.desk.violations()).toEqual([]);
});

/** Writes into the chat without a network. */
async function waitsOffline(text: string): Promise<void> {
  const { page } = one;
  await openCase(page, journey.number);
  await openTab(page, 'Chat');
  cable.pull();
  await statusLine(one.page)
    .getByText(/^Offline/)
    .waitFor();
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText(text).waitFor();
  await statusLine(one.page).getByText(waiting).waitFor();
}

/** Now, instead of when the app next tries by itself; unless it just did. */
async function sendAndReceive(): Promise<void> {
  const patience = { timeout: 5000 };
  const press = async (): Promise<void> => {
    await statusLine(one.page)
      .getByText(/^Offline/)
      .click(patience);
    await one.page.getByRole('button', { name: 'Send and receive now' }).click(patience);
  };
  await Promise.any([press(), statusLine(one.page).getByText('Online', { exact: true }).waitFor(patience)]);
}

async function newVersion(): Promise<void> {
  await openTab(one.page, 'Budgets');
  await one.page.getByRole('button', { name: 'New version…' }).first().click();
}

async function startWithoutKeyStore(): Promise<void> {
  const { profile } = one.desk;
  const desk = await launchDesk({ profile, keyStore: 'none', args: [`--server=${cable.address}`] });
  one = { desk, page: desk.page };
}

async function signInAs(email: string): Promise<void> {
  await one.page.getByLabel('E-mail address').fill(email);
  await one.page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await one.page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** The case as the insurer's own system reads it at the server of the moment. */
async function content(): Promise<CaseContent> {
  const insurer = await server.signIn('ellen.ward@atlantic-mutual.example');
  const found = (await insurer.cases('atlantic')).find((each) => each.case.id === journey.case);
  if (!found) throw new Error('The case is not there.');
  return found;
}

/** How often it stands in the chat at the portal server, once it is there. */
async function arrivals(text: string): Promise<number> {
  return vi.waitFor(async () => {
    const found = (await content()).chat.filter((each) => each.text === text).length;
    if (found === 0) throw new Error(`"${text}" does not arrive.`);
    return found;
  }, soon);
}

function entry(text: string): Locator {
  return one.page.getByRole('listitem').filter({ hasText: text });
}
