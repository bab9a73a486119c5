import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Locator } from 'playwright-core';
import { accountFolder, cacheFolder, tearLog } from '../support/desktop/account-folders.ts';
import {
  caseRow,
  filterBy,
  hasCopy,
  openCase,
  openTab,
  signInAtDesk,
  startAgain,
  statusLine,
  type AtTheDesk,
} from '../support/desktop/at-the-desk.ts';
import { startDemoPortal, type DemoPortal, type PortalPerson } from '../support/desktop/demo-portal.ts';
import {
  assignHandler,
  importJourneyCase,
  importManyClaims,
  type JourneyCase,
} from '../support/desktop/journey-case.ts';
import { networkCable, type NetworkCable } from '../support/desktop/network-cable.ts';
import { filesWith } from '../support/desktop/profile-files.ts';

const soon = { timeout: 30_000, interval: 100 };
const sentinel = 'Zimtschnecke-4402';

let server: DemoPortal;
let cable: NetworkCable;
let insurer: PortalPerson;
let journey: JourneyCase;
let one: AtTheDesk;

beforeAll(async () => {
  server = await startDemoPortal();
  cable = await networkCable(server.address);
  journey = await importJourneyCase(server, 'KILLED-1');
  await assignHandler(server, journey);
  insurer = await server.signIn('ellen.ward@atlantic-mutual.example');
  one = await signInAtDesk(cable.address, 'james.cole@gulf-adjusters.example');
  await openChat();
});

afterAll(async () => {
  await cable.close();
  await server.close();
  await one.desk.kill();
});

test('sync 2: killed while a command is written, what was said to be kept is there, and arrives once', async () => {
  cable.pull();
  await status()
    .getByText(/^Offline/)
    .waitFor();
  await say('Kept before the click.');
  await send('Killed at the click.');
  await one.desk.kill();
  await again();
  await message('Kept before the click.').waitFor();
  await say('Kept before the write.');
  const { desk } = one;
  const killed = desk.killAtWrite(accountFolder(desk.profile, 'journal'));
  await send('Killed at the write.').catch(() => undefined);
  await killed;
  await again();
  const kept = await shown(
    'Kept before the click.',
    'Killed at the click.',
    'Kept before the write.',
    'Killed at the write.',
  );
  expect(kept).toEqual(expect.arrayContaining(['Kept before the click.', 'Kept before the write.']));
  cable.plug();
  await nothingWaits();
  expect(await chat()).toEqual(kept);
});

test('sync 5: killed in the middle of an upload, the file and the command that names it arrive once', async () => {
  const buffer = Buffer.from(`${sentinel}\n`.repeat(120_000));
  await openTab(one.page, 'Documents');
  const held = cable.hold('to-server', /^PUT \/files/, 500_000);
  await one.page.getByLabel('Documents to add').setInputFiles({ name: 'large.txt', mimeType: 'text/plain', buffer });
  await held;
  await one.desk.kill();
  cable.plug();
  expect(await documents('large.txt')).toEqual([]);
  await again();
  await nothingWaits();
  const [document, ...more] = await documents('large.txt');
  expect(more).toEqual([]);
  const answer = await insurer.request(`/files/${journey.portal}/${document?.file}`);
  expect(Buffer.from(await answer.arrayBuffer()).equals(buffer)).toBe(true);
});

test('sync 9: killed before the answer came, a command that was carried out is not carried out again', async () => {
  await openChat();
  const held = cable.hold('to-app', /^POST \/commands/);
  await say('The answer got lost.');
  await held;
  await vi.waitFor(async () => expect(await chat()).toContain('The answer got lost.'), soon);
  await one.desk.kill();
  cable.plug();
  await again();
  await nothingWaits();
  expect((await chat()).filter((text) => text === 'The answer got lost.')).toHaveLength(1);
});

test('sync 20: killed while a delta is written, what it brings is there after the next start', async () => {
  const { desk } = one;
  const killed = desk.killAtWrite(cacheFolder(desk.profile));
  await insurerSays('Written while it was killed.');
  await killed;
  await again();
  await message('Written while it was killed.').waitFor();
  await nothingWaits();
  expect(await shown(...(await chat()))).toEqual(await chat());
});

test('a record of the cache that a kill cut short costs nothing, two starts later and without a network', async () => {
  await one.desk.kill();
  expect(tearLog(cacheFolder(one.desk.profile))).toBe(true);
  await again();
  await insurerSays('Written behind the torn record.');
  await message('Written behind the torn record.').waitFor();
  await one.desk.kill();
  cable.pull();
  await again();
  await message('Written behind the torn record.').waitFor();
  expect(one.desk.log()).not.toMatch(/corrupt/i);
  cable.plug();
  await nothingWaits();
});

test('sync 29: killed while a withdrawn case is purged, nothing of it is left after the next start', async () => {
  const { desk } = one;
  const copies = accountFolder(desk.profile, 'files/copies');
  const { role, budgets } = (await journey.content()).case;
  const [file = ''] = budgets.map((budget) => budget.file?.file);
  await vi.waitFor(async () => expect(await hasCopy(one.page, file)).toBe(true), soon);
  const killed = desk.killAtWrite(copies);
  const outcome = await insurer.issue({
    portal: journey.portal,
    subject: journey.case,
    name: 'remove-role',
    input: { reason: 'We handle it ourselves' },
    basedOn: role?.revision ?? null,
  });
  expect(outcome.kind).toBe('carried-out');
  await killed;
  expect(filesWith(desk.profile, [sentinel])).toEqual([]);
  one = await startAgain(cable.address, desk.profile);
  await toCases();
  await one.page.getByText('No longer yours:').waitFor(soon);
  await filterBy(one.page, journey.number);
  expect(await caseRow(one.page, journey.number).count()).toBe(0);
  expect(await hasCopy(one.page, file)).toBe(false);
  expect(filesWith(desk.profile, [sentinel])).toEqual([]);
  expect(one.desk.violations()).toEqual([]);
});

test('sync 19: killed in the middle of a first sync, the next start goes on behind the pages that were kept', async () => {
  await importManyClaims(server, 2000);
  await one.desk.kill();
  const signIn = cable.asked().length;
  const signingIn = signInAtDesk(cable.address, 'ellen.ward@atlantic-mutual.example');
  // The third page is asked for when the first one is kept.
  await vi.waitFor(() => expect(pagesAsked(signIn)).toHaveLength(3), { ...soon, interval: 5 });
  cable.pull();
  const { desk } = await signingIn;
  await desk.kill();
  cable.plug();
  const start = cable.asked().length;
  one = await startAgain(cable.address, desk.profile);
  await nothingWaits();
  const [first, second, third] = pagesAsked(signIn);
  expect(first).toBe('');
  expect([second, third]).toContain(pagesAsked(start)[0]);
  await toCases();
  await filterBy(one.page, journey.number);
  await one.page.getByText(`1 of ${(await insurer.cases(journey.portal)).length.toLocaleString('en')}`).waitFor();
});

/** Behind which case the pages of the insurer's portal were asked for, from so many requests on. */
function pagesAsked(from: number): readonly (string | null)[] {
  const requests = cable.asked().slice(from);
  const pages = requests.filter((request) => request.startsWith(`GET /sync/${journey.portal}/pages`));
  return pages.map((request) => new URLSearchParams(request.split('?')[1]).get('after'));
}

/** Starts the app where it was killed, and goes to the chat of the case. */
async function again(): Promise<void> {
  const { profile } = one.desk;
  expect(filesWith(profile, [sentinel])).toEqual([]);
  one = await startAgain(cable.address, profile);
  await openChat();
}

async function toCases(): Promise<void> {
  await one.page
    .getByRole('link', { name: /^Cases/ })
    .first()
    .click();
}

async function openChat(): Promise<void> {
  await openCase(one.page, journey.number);
  await openTab(one.page, 'Chat');
}

/** Writes into the chat, and waits until the app has kept it. */
async function say(text: string): Promise<void> {
  await send(text);
  await message(text).waitFor();
}

async function send(text: string): Promise<void> {
  await one.page.getByRole('textbox', { name: 'Message' }).fill(text);
  await one.page.getByRole('button', { name: 'Send', exact: true }).click();
}

async function insurerSays(text: string): Promise<void> {
  const { portal, case: subject } = journey;
  const outcome = await insurer.issue({ portal, subject, name: 'write-chat', input: { text } });
  expect(outcome.kind).toBe('carried-out');
}

function message(text: string): Locator {
  return one.page.getByRole('listitem').getByText(text, { exact: true });
}

/** Which of these messages the chat shows. */
async function shown(...texts: readonly string[]): Promise<readonly string[]> {
  const counts = await Promise.all(texts.map((text) => message(text).count()));
  return texts.flatMap((text, index) => Array<string>(counts[index] ?? 0).fill(text));
}

async function chat(): Promise<readonly string[]> {
  return (await journey.content()).chat.map(({ text }) => text);
}

async function documents(name: string) {
  return (await journey.content()).case.documents.filter((document) => document.name === name);
}

async function nothingWaits(): Promise<void> {
  await status().getByText('Online', { exact: true }).waitFor(soon);
  await status()
    .getByText(/^\d+ waiting/)
    .waitFor({ state: 'hidden', ...soon });
}

function status(): Locator {
  return statusLine(one.page);
}
