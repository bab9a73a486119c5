import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  hasCopy,
  lookAt,
  openCase,
  openTab,
  signInAtDesk,
  statusLine,
  type AtTheDesk,
} from '../support/desktop/at-the-desk.ts';
import { startDemoPortal, type DemoPortal } from '../support/desktop/demo-portal.ts';
import { importJourneyCase, type JourneyCase } from '../support/desktop/journey-case.ts';
import { networkCable, type NetworkCable } from '../support/desktop/network-cable.ts';

const soon = { timeout: 30_000, interval: 250 };
const people = {
  operator: 'olivia.grant@portal-operations.example',
  inspector: 'james.cole@gulf-adjusters.example',
} as const;

let server: DemoPortal;
let cable: NetworkCable;
let journey: JourneyCase;
let operator: AtTheDesk;
let inspector: AtTheDesk;

beforeAll(async () => {
  server = await startDemoPortal();
  cable = await networkCable(server.address);
  journey = await importJourneyCase(server, 'INSPECTED-1', {
    aidType: 'inspection',
    aidOffice: 'gulf-pensacola',
    aidStatus: '3',
    aidResponsible: people.inspector,
  });
  inspector = await signInAtDesk(cable.address, people.inspector);
  operator = await signInAtDesk(server.address, people.operator);
});

afterAll(async () => {
  for (const { desk } of [operator, inspector]) await desk.kill();
  await cable.close();
  await server.close();
});

test('an inspector whom the operator gives the right decides on a budget without a network, and the portal carries it out', async () => {
  const { page } = inspector;
  await openCase(page, journey.number);
  await page.getByRole('tab', { name: 'Cost control locked' }).waitFor();

  await give();
  await openTab(page, 'Cost control');
  await page.getByText('drying of the ground floor').first().waitFor(soon);
  await lookAt(page, 'inspector-cost-control');
  const [budget] = (await journey.content()).case.budgets;
  await vi.waitFor(async () => expect(await hasCopy(page, budget?.file?.file ?? '')).toBe(true), soon);

  cable.pull();
  await statusLine(page)
    .getByText(/^Offline/)
    .first()
    .waitFor();
  const item = page.getByRole('region', { name: 'Decide next' }).getByRole('listitem').filter({ hasText: /4,200/ });
  await item.getByRole('button', { name: /Decide/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Approve \$4,200/ })
    .click();
  await statusLine(page).getByText('1 waiting').waitFor();
  expect((await journey.content()).case.budgets[0]?.state).toBe('submitted');

  cable.plug();
  await vi.waitFor(async () => expect((await journey.content()).case.budgets[0]?.state).toBe('approved'), soon);
  await page.getByText('James Cole (Inspector)').first().waitFor(soon);
  await lookAt(page, 'inspector-approved');
  const { case: after, log } = await journey.content();
  expect(after.budgets[0]?.approvals).toMatchObject([{ by: { member: 'james-cole' }, as: 'inspector' }]);
  expect(log.at(-1)).toMatchObject({ what: 'budget-approved', as: 'inspector' });
  for (const { desk } of [operator, inspector]) expect(desk.violations()).toEqual([]);
});

async function give(): Promise<void> {
  const { page } = operator;
  await page.getByRole('link', { name: 'Settings: Atlantic Mutual' }).click();
  await page.getByRole('tab', { name: 'Inspector' }).click();
  await lookAt(page, 'inspector-rights');
  await page.getByRole('button', { name: 'Change the inspector…' }).click();
  await page.getByRole('checkbox', { name: 'Approve budget', exact: true }).check();
  await page.getByRole('button', { name: 'Save changes…' }).click();
  const review = page.getByRole('dialog');
  await review.getByText('given to the inspector: Approve budget').waitFor();
  await lookAt(page, 'inspector-review');
  await review.getByRole('button', { name: 'Save the inspector' }).click();
  await review.waitFor({ state: 'hidden' });
}
