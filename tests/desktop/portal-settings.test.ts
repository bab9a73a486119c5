import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { networkExample } from '../../renderer/features/operator/network-example.ts';
import { filterBy, openCase, openTab, picture, signInAtDesk, type AtTheDesk } from '../support/desktop/at-the-desk.ts';
import { startDemoPortal, type DemoPortal, type PortalPerson } from '../support/desktop/demo-portal.ts';
import { assignHandler, importJourneyCase, type JourneyCase } from '../support/desktop/journey-case.ts';

const soon = { timeout: 30_000, interval: 250 };
const people = {
  operator: 'olivia.grant@portal-operations.example',
  insurer: 'ellen.ward@atlantic-mutual.example',
  handler: 'james.cole@gulf-adjusters.example',
} as const;
const notGiven = 'Approving budgets is not among the rights of the External case handler at Atlantic Mutual.';
const whoCan = 'The operator can change it.';

let server: DemoPortal;
let journey: JourneyCase;
let operator: AtTheDesk;
let insurer: AtTheDesk;
let handler: AtTheDesk;

beforeAll(async () => {
  server = await startDemoPortal();
  journey = await importJourneyCase(server, 'RIGHTS-1');
  await assignHandler(server, journey);
  operator = await signInAtDesk(server.address, people.operator);
  insurer = await signInAtDesk(server.address, people.insurer);
  handler = await signInAtDesk(server.address, people.handler);
});

afterAll(async () => {
  for (const [name, one] of Object.entries({ operator, insurer, handler })) {
    await picture(one.page, `last-of-the-${name}`);
    await one.desk.kill();
  }
  await server.close();
});

test('the operator takes a right and gives it back, and whoever is at a desk sees it', async () => {
  const { page } = handler;
  await openCase(page, journey.number);
  await openTab(page, 'Cost control');
  const left = page.getByText('Your limit in this case', { exact: true });
  await left.waitFor();

  await takeRight();

  // The open case of the handler shows it by itself, and nobody gets past it.
  await page.getByText(notGiven).first().waitFor();
  await page.getByText(whoCan).first().waitFor();
  await page.getByRole('tab', { name: 'Cost control locked' }).waitFor();
  expect(await left.count()).toBe(0);
  await picture(page, 'right-taken-at-handler');
  expect(await tryToApprove(await server.signIn(people.handler))).toMatchObject({
    kind: 'refused',
    refusal: { code: 'right-missing', grantor: 'operator' },
  });
  await handlerReadsWhy();
  await insurerReadsSettings();
  await handlerIsAlwaysTold();
  await stepThroughCases();

  await giveRightBack();
  await openCase(page, journey.number);
  await openTab(page, 'Overview');
  await approveWithinLimit();

  await bringNetworkIn();
  for (const { desk } of [operator, insurer, handler]) expect(desk.violations()).toEqual([]);
});

/** From the operator's desk to the settings of a portal; the review tells what it does before it is saved. */
async function takeRight(): Promise<void> {
  const { page } = operator;
  await page.getByRole('heading', { level: 1, name: "Operator's desk" }).waitFor();
  const row = page.getByRole('row', { name: /^Atlantic Mutual/ });
  await row.getByText('In use', { exact: true }).waitFor();
  await picture(page, 'operators-desk');
  await row.getByRole('link', { name: 'Settings: Atlantic Mutual' }).click();
  await changeRight(false);
  await picture(page, 'portal-settings-rights');
  await page.getByRole('button', { name: 'Save changes…' }).click();
  const review = page.getByRole('dialog');
  await review.getByText('no longer given: Approve budget').waitFor();
  const { handlers, cases } = await withTheRole();
  const reach = `${handlers} external case handlers in ${cases} open cases can no longer do this:`;
  await review.getByText(reach).waitFor();
  await review.getByText('Approving budgets', { exact: true }).waitFor();
  await picture(page, 'portal-settings-review');
  await save(review);
}

async function giveRightBack(): Promise<void> {
  await changeRight(true);
  await operator.page.getByRole('button', { name: 'Save changes…' }).click();
  const review = operator.page.getByRole('dialog');
  await review.getByText('given: Approve budget').waitFor();
  await save(review);
}

async function changeRight(given: boolean): Promise<void> {
  const { page } = operator;
  await page.getByRole('button', { name: 'Change the External case handler…' }).click();
  const right = page.getByRole('checkbox', { name: 'Approve budget', exact: true });
  expect(await right.isChecked()).toBe(!given);
  await right.setChecked(given);
}

async function save(review: Locator): Promise<void> {
  await review.getByRole('button', { name: 'Save the External case handler' }).click();
  await review.waitFor({ state: 'hidden' });
}

/** Whom the change touches, counted from the cases themselves. */
async function withTheRole(): Promise<{ readonly handlers: number; readonly cases: number }> {
  const contents = await (await server.signIn(people.insurer)).cases(journey.portal);
  const users = contents.flatMap(({ case: { state, role } }) => (state === 'open' && role?.user ? [role.user] : []));
  return { handlers: new Set(users.map(({ member }) => member)).size, cases: users.length };
}

/** As another program than the app would try it. */
async function tryToApprove(person: PortalPerson) {
  const [budget] = (await journey.content()).case.budgets;
  if (!budget) throw new Error('The case has no budget.');
  const { id, version, money, revision } = budget;
  return person.issue({
    portal: journey.portal,
    subject: journey.case,
    name: 'approve-budget',
    input: { budget: id, version, money },
    basedOn: revision,
  });
}

async function handlerReadsWhy(): Promise<void> {
  const { page } = handler;
  await page.getByText('What you may do here').click();
  await page.getByRole('link', { name: 'All that you may do here, and why not' }).click();
  const right = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Approve budget' }) });
  await right.getByText('No', { exact: true }).first().waitFor();
  await right.getByText(`${notGiven} ${whoCan}`).first().waitFor();
  await right.scrollIntoViewIfNeeded();
  await picture(page, 'effective-rights');
}

/** The insurer's people read what is set and who set it; their button says whom to ask. */
async function insurerReadsSettings(): Promise<void> {
  const { page } = insurer;
  await page.getByRole('link', { name: 'Portal settings' }).click();
  const change = page.getByRole('button', { name: 'Change the External case handler…' });
  await change.waitFor();
  expect(await change.getAttribute('aria-disabled')).toBe('true');
  await page.getByText('Only the operator of the portal can do this. Ask the operator.').first().waitFor();
  const entry = page.getByRole('listitem').filter({ hasText: 'Olivia Grant' });
  await entry.getByText('no longer given: Approve budget').waitFor();
  const right = page.getByRole('listitem').filter({ hasText: /^Approve budget/ });
  await right.getByText('not given', { exact: true }).waitFor();
}

/** Whoever writes in the case sees that its External case handler is told, and cannot change it. */
async function handlerIsAlwaysTold(): Promise<void> {
  const { page } = insurer;
  await openCase(page, journey.number);
  await openTab(page, 'Chat');
  const box = page.getByRole('checkbox', { name: 'James Cole, External case handler' });
  await page.getByText('Cannot be unticked: Atlantic Mutual always tells the External case handler.').waitFor();
  // Playwright waits for what is not disabled; a person does not.
  await box.click({ force: true });
  await box.press(' ');
  expect(await box.isChecked()).toBe(true);
  await picture(page, 'chat-receivers');
}

/** From a case to the next one of the list and back, by button and by key. */
async function stepThroughCases(): Promise<void> {
  const { page } = insurer;
  await page
    .getByRole('link', { name: /^Cases/ })
    .first()
    .click();
  await filterBy(page, '');
  await page.getByRole('row').nth(3).waitFor();
  await page.getByRole('row').nth(1).click();
  const steps = page.getByRole('group', { name: 'In the list of cases' });
  const at = (place: number): Promise<void> => steps.getByText(new RegExp(`^${place} of`)).waitFor();
  await at(1);
  const first = await caseNumber(page);
  await steps.getByRole('button', { name: /^Next case, / }).click();
  await at(2);
  const second = await caseNumber(page);
  expect(second).not.toBe(first);
  await page.keyboard.press('k');
  await at(1);
  expect(await caseNumber(page)).toBe(first);
  await page.keyboard.press('Alt+PageDown');
  await at(2);
  expect(await caseNumber(page)).toBe(second);
}

async function caseNumber(page: Page): Promise<string> {
  return (await page.getByRole('heading', { level: 1 }).locator('.figures').textContent()) ?? '';
}

async function approveWithinLimit(): Promise<void> {
  const { page } = handler;
  const next = page.getByRole('region', { name: 'Decide next' }).getByRole('listitem').filter({ hasText: /4,200/ });
  await next.getByRole('button', { name: /Decide/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Approve \$4,200/ })
    .click();
  const approved = async () => (await journey.content()).case.budgets.map((budget) => budget.state);
  await vi.waitFor(async () => expect(await approved()).toEqual(['approved', 'submitted']), soon);
}

/** A document with a fault is told by its place and brings nothing in; the right one is tried, then brought in. */
async function bringNetworkIn(): Promise<void> {
  const { page } = operator;
  await page.getByRole('link', { name: "Operator's desk" }).click();
  const members = networkExample.members.map((each) => (each.office ? { ...each, office: 'nowhere' } : each));
  await giveNetwork({ ...networkExample, members });
  await page.getByText('1 thing in it is wrong: nothing was brought in').waitFor();
  await page.getByText('members #2 (petra-partner)').waitFor();
  await page.getByRole('button', { name: 'Remove network.json' }).click();
  await giveNetwork(networkExample);
  await page.getByText('The document can be brought in. This would be added:').waitFor();
  const row = page.getByRole('row', { name: /^Example Insurance/ });
  expect(await row.count()).toBe(0);
  await page.getByRole('button', { name: 'Bring the network in' }).click();
  await page.getByText('This came in:').waitFor();
  await row.getByText('2', { exact: true }).first().waitFor();

  const health = (await (await fetch(`${server.address}/health`)).json()) as { version: string; store: string };
  const facts = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Portal server' }) });
  await facts.getByText(new RegExp(`^${health.version}, protocol`)).waitFor();
  await facts.getByText(health.store, { exact: true }).waitFor();
}

async function giveNetwork(document: object): Promise<void> {
  const buffer = Buffer.from(JSON.stringify(document));
  await operator.page
    .getByLabel('Network document')
    .setInputFiles({ name: 'network.json', mimeType: 'application/json', buffer });
}
