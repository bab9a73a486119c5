import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { demoNetwork } from '../../portal/demo/demo-network.ts';
import { atlanticSettings } from '../../portal/demo/demo-settings.ts';
import type { CaseContent } from '../../shared/domain/case/case.ts';
import {
  lookAt,
  openCase,
  openTab,
  picture,
  signInAtDesk,
  startAgain,
  type AtTheDesk,
  statusLine,
} from '../support/desktop/at-the-desk.ts';
import { startDemoPortal, type DemoPortal } from '../support/desktop/demo-portal.ts';
import { assignHandler, importClaim, type JourneyCase } from '../support/desktop/journey-case.ts';
import { networkCable, type NetworkCable } from '../support/desktop/network-cable.ts';

const soon = { timeout: 30_000, interval: 250 };
const bayside = 'Bayside Builders Pensacola';
const people = {
  operator: 'olivia.grant@portal-operations.example',
  handler: 'james.cole@gulf-adjusters.example',
  inspector: demoNetwork().members.find(({ office }) => office === 'coastal-norfolk')?.email ?? '',
} as const;

const begun = ['demolition 4', 'drying 4', 'first-aid 4', 'inspection B++'];
const finished = ['demolition A', 'drying A', 'drying C', 'first-aid A', 'inspection A', 'painting 0'];

let server: DemoPortal;
let cable: NetworkCable;
let handler: AtTheDesk;
let online: JourneyCase;
let offline: JourneyCase;

beforeAll(async () => {
  server = await startDemoPortal();
  cable = await networkCable(server.address);
  [online, offline] = [await aCase('TASKS-1'), await aCase('TASKS-2')];
  handler = await signInAtDesk(cable.address, people.handler);
});

afterAll(async () => {
  await picture(handler.page, 'last-of-the-tasks-handler');
  await handler.desk.kill();
  await cable.close();
  await server.close();
});

test('online: an External case handler adds tasks, gives one to a partner, starts the inspection, decides and approves', async () => {
  await openCase(handler.page, online.number);
  await addTasks('Painting');
  await stands(online, [...begun, 'drying C', 'painting C']);
  await assignPainting();
  await stands(online, [...begun, 'drying C', 'painting 0']);
  await startInspection();
  await stands(online, ['demolition 4', 'drying 4', 'drying C', 'first-aid 4', 'inspection 3', 'painting 0']);
  await completeInspection();
  await decide('Decide on the compensation…');
  await stands(online, ['demolition 4', 'drying 4', 'drying C', 'first-aid 4', 'inspection A', 'painting 0']);
  await approveThree();
  await stands(online, finished);
  await isCarriedOutOnce(online, false);
  expect(handler.desk.violations()).toEqual([]);
});

test('offline, with the app killed in the middle: all of it waits, and is carried out once', async () => {
  await openCase(handler.page, offline.number);
  await pull();
  await addTasks('Painting');
  await assignPainting();
  await startInspection();
  await waiting(3);
  await picture(handler.page, 'tasks-waiting-offline');

  const { profile } = handler.desk;
  expect(handler.desk.violations()).toEqual([]);
  await handler.desk.kill();
  handler = await startAgain(cable.address, profile);
  await waiting(3);
  await openCase(handler.page, offline.number);
  await openTask('Painting');
  await tasks().getByText(bayside).first().waitFor();
  await decide('Decide early…');
  await approveThree();
  await waiting(5);
  await statusLine(handler.page).getByText('5 waiting').click();
  for (const item of ['Add tasks', 'Assign partner', 'Start', 'Decide on the compensation', 'Approve tasks'])
    await handler.page.getByText(item, { exact: true }).first().waitFor();
  await picture(handler.page, 'tasks-outbox-after-restart');
  expect(await statuses(offline)).toEqual(begun);

  await plug();
  await handler.page.getByText('Nothing is waiting').waitFor(soon);
  await stands(offline, finished);
  await isCarriedOutOnce(offline, true);
});

test('a right withdrawn while offline: refused on arrival with its reason, and what was typed is kept', async () => {
  await openCase(handler.page, online.number);
  await pull();
  await addTasks(null);
  await waiting(1);
  const operator = await server.signIn(people.operator);
  const rights = atlanticSettings.externalCaseHandler.rights.filter((right) => right !== 'tasks.edit');
  const { portal } = online;
  const outcome = await operator.issue({ portal, subject: portal, name: 'change-rights', input: { rights } });
  expect(outcome.kind).toBe('carried-out');

  await plug();
  await statusLine(handler.page).getByText('1 needs attention').click(soon);
  await handler.page
    .getByText(/Adding and removing tasks is not among the rights of the External case handler at Atlantic Mutual/)
    .first()
    .waitFor();
  await handler.page.getByText('Drying').first().waitFor();
  await picture(handler.page, 'tasks-right-withdrawn');
  expect(await statuses(online)).toEqual(finished);
  expect(handler.desk.violations()).toEqual([]);
});

/** A case with an inspection that can be started, three tasks that wait for their approval, and James Cole as its handler. */
async function aCase(claimNumber: string): Promise<JourneyCase> {
  const journey = await importClaim(server, claimNumber, {
    inspectionStatus: 'B++',
    inspectionDecision: '',
    inspectionResponsible: people.inspector,
    dryingStatus: '4',
    demolitionStatus: '4',
  });
  await assignHandler(server, journey);
  return journey;
}

/** An extra task of a type that stands, and the first of another type where one is named. */
async function addTasks(first: string | null): Promise<void> {
  const { page } = handler;
  await tasks().getByRole('button', { name: 'Add or remove tasks…' }).click();
  const dialog = page.getByRole('dialog');
  if (first) await dialog.getByRole('checkbox', { name: `Add ${first}` }).check();
  await dialog.getByLabel('Extra tasks: Drying').fill('1');
  await dialog.getByRole('button', { name: 'Review changes' }).click();
  const review = dialog.getByRole('group', { name: 'What will be saved' });
  expect(await review.getByRole('listitem').allTextContents()).toEqual([
    ...(first ? [`${first} `] : []),
    'Drying extra task',
  ]);
  await lookAt(page, 'tasks-added');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** By the recommended list, in which the right to office categories shows what the insurer thinks of each. */
async function assignPainting(): Promise<void> {
  const { page } = handler;
  await openTask('Painting');
  await tasks().getByRole('button', { name: 'Assign partner…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Assign Painting to a partner' });
  await dialog.getByText(/from the damage site, the nearest first/).waitFor();
  await dialog.getByLabel('Category', { exact: true }).waitFor();
  await dialog
    .getByTitle(/^Rank \d/)
    .first()
    .waitFor();
  await dialog.getByRole('radio', { name: new RegExp(bayside) }).check();
  await lookAt(page, 'tasks-assign-partner');
  await dialog.getByRole('button', { name: `Assign to ${bayside}` }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function startInspection(): Promise<void> {
  await openTask('Inspection');
  await tasks().getByRole('button', { name: 'Start inspection' }).click();
  await tasks()
    .getByText(/^James Cole, from the desk/)
    .waitFor();
  await tasks().getByText('No picture yet').waitFor();
}

/** As somebody of the company that inspects, who does it in the field. */
async function completeInspection(): Promise<void> {
  const inspector = await server.signIn(people.inspector);
  const task = (await subject(online)).tasks.find(({ main }) => main)?.id ?? '';
  const { portal, case: about } = online;
  const outcome = await inspector.issue({ portal, subject: about, name: 'complete-task', input: { task } });
  expect(outcome.kind).toBe('carried-out');
}

/** One part covered, another in part: the result follows. */
async function decide(by: string): Promise<void> {
  const { page } = handler;
  await openTab(page, 'Decision');
  await page.getByRole('tabpanel').getByRole('button', { name: by }).click(soon);
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Add a part' }).click();
  const second = form.getByRole('group', { name: /^Part 2/ });
  await second.getByLabel('Kind of part 2').selectOption('surfaces');
  await second.getByText('Partly covered', { exact: true }).click();
  await second.getByLabel('Scope').fill('The ground floor');
  await second.getByLabel('Reason').fill('The upper floor was damaged before');
  await second.getByLabel('Deduction, %').fill('20');
  await form.getByLabel(/^I (have checked|decide although)/).check();
  await lookAt(page, 'tasks-decide');
  await form.getByRole('button', { name: 'Decide: Partly approved' }).click();
  await form.waitFor({ state: 'hidden' });
  await page.getByText(/^Decided by James Cole/).waitFor();
}

async function approveThree(): Promise<void> {
  const { page } = handler;
  await tasks().getByRole('button', { name: 'Approve several…' }).click();
  const dialog = page.getByRole('dialog');
  await lookAt(page, 'tasks-approve');
  await dialog.getByRole('button', { name: 'Approve 3 tasks' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

function tasks() {
  return handler.page.getByRole('region', { name: 'Tasks' });
}

async function openTask(name: string): Promise<void> {
  const task = tasks()
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first();
  if ((await task.getAttribute('aria-expanded')) !== 'true') await task.click();
}

async function pull(): Promise<void> {
  cable.pull();
  await statusLine(handler.page)
    .getByText(/^Offline/)
    .first()
    .waitFor();
}

/** Puts the cable back, and does not wait until the app tries by itself. */
async function plug(): Promise<void> {
  const { page } = handler;
  cable.plug();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Send and receive now');
  await page.getByRole('button', { name: 'Send and receive now' }).waitFor();
  await page.keyboard.press('Enter');
}

async function waiting(count: number): Promise<void> {
  await statusLine(handler.page).getByText(`${count} waiting`).waitFor();
}

async function subject(journey: JourneyCase): Promise<CaseContent['case']> {
  return (await journey.content()).case;
}

/** Each task's type and status, as the insurer reads it from the portal. */
async function statuses(journey: JourneyCase): Promise<readonly string[]> {
  return (await subject(journey)).tasks.map(({ type, status }) => `${type} ${status}`).sort();
}

async function stands(journey: JourneyCase, expected: readonly string[]): Promise<void> {
  // All of the insurer's cases are read: not before the app has it confirmed.
  await statusLine(handler.page)
    .getByText(/^\d+ waiting/)
    .waitFor({ state: 'hidden', ...soon });
  await vi.waitFor(async () => expect(await statuses(journey)).toEqual([...expected].sort()), soon);
}

/** All that was done is in the log, once, with the role it was done by. */
async function isCarriedOutOnce(journey: JourneyCase, early: boolean): Promise<void> {
  const { case: after, log } = await journey.content();
  const done = log.filter(({ by, as }) => by?.name === 'James Cole' && as === 'external-case-handler');
  expect(done.map(({ what }) => what)).toEqual([
    'task-added',
    'task-added',
    'task-allocated',
    'task-started',
    'compensation-partly',
    ...(early ? ['inspection-taken-over'] : []),
    'task-approved',
    'task-approved',
    'task-approved',
  ]);
  expect(after.tasks.find(({ type }) => type === 'painting')?.office).toBe('bayside-pensacola');
  expect(after.decision).toMatchObject({ result: 'partly', as: 'external-case-handler', by: { name: 'James Cole' } });
  expect(after.decisionParts).toMatchObject({ early, parts: [{ ruling: 'covered' }, { ruling: 'partly' }] });
}
