import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { Case } from '../../shared/domain/case/case.ts';
import {
  filterBy,
  lookAt,
  saveAs,
  signInAtDesk,
  statusLine,
  workWindow,
  type AtTheDesk,
} from '../support/desktop/at-the-desk.ts';
import { pressByKeys, tabTo, typeByKeys } from '../support/desktop/by-keyboard.ts';
import { startDemoPortal, type DemoPortal, type PortalCommand } from '../support/desktop/demo-portal.ts';
import { importWaitingRoles } from '../support/desktop/journey-case.ts';
import { launchDesk, type Desk } from '../support/desktop/launch-desk.ts';

const soon = { timeout: 30_000, interval: 250 };
const operatorsPassword = 'a rainy day in May';
const maria = 'maria.santos@gulf-adjusters.example';
const james = 'james.cole@gulf-adjusters.example';
const ellen = 'ellen.ward@atlantic-mutual.example';

test('a portal is set up here by keyboard alone; it is empty but works, opens again without the demo, which stays beside it', async () => {
  const first = await aDesk();
  const { page } = first;
  for (const name of ['Try the demo', 'Connect to a portal server', 'Set up here'])
    await page.getByRole('region', { name }).waitFor();
  await page.getByRole('button', { name: /Maria Santos/ }).waitFor({ timeout: 60_000 });
  await lookAt(page, 'first-start');
  await pressByKeys(page, 'Set up here');
  await setUpByKeys(page);
  const passwords = await shownPasswords(page);
  expect([...passwords.keys()]).toEqual(['Sara Lund', 'Aino Laine', 'Pekka Virta', 'Liisa Koski']);
  await pressByKeys(page, 'To the sign-in');
  expect(await page.getByText(/somebody of the demo/).count()).toBe(0);
  await typeByKeys(page, { 'E-mail address': 'sara@nordic.example', Password: passwords.get('Sara Lund') ?? '' });
  await page.keyboard.press('Enter');

  const work = await workWindow(first);
  await statusLine(work).getByText('Online', { exact: true }).waitFor(soon);
  await work.getByRole('link', { name: /^Cases/ }).click();
  await work.getByText('No cases yet').waitFor();
  await work.getByRole('link', { name: 'Members' }).click();
  const markedRows = work.getByRole('row').filter({ hasNotText: 'not marked', hasText: '25,000' });
  await vi.waitFor(async () => expect(await markedRows.allTextContents()).toHaveLength(2), soon);
  await lookAt(work, 'set-up-members');
  await first.close();

  const again = await aDesk(first.profile);
  const later = await workWindow(again);
  await statusLine(later).getByText('Online', { exact: true }).waitFor(soon);
  const signedOut = again.app.waitForEvent('window');
  await later.getByRole('button', { name: /^Account of/ }).click();
  await later.getByRole('menuitem', { name: 'Switch account' }).click();
  const door = await signedOut;
  await door.getByRole('button', { name: 'Somebody else' }).click();
  expect(await door.getByText(/somebody of the demo/).count()).toBe(0);
  await door.getByRole('button', { name: 'Change server' }).click();
  await door.getByRole('radio', { name: 'The demo on this computer' }).check();
  await door.getByRole('button', { name: 'Use this server' }).click();
  await door.getByText('Or look around as somebody of the demo').waitFor({ timeout: 60_000 });
  await door.getByRole('button', { name: 'Change server' }).click();
  await door.getByRole('radio', { name: 'Set up on this computer' }).check();
  await door.getByRole('button', { name: 'Use this server' }).click();
  await door.getByRole('button', { name: 'Somebody else' }).click();
  await door.getByLabel('E-mail address').fill('aino@kuivaus.example');
  await door.getByLabel('Password', { exact: true }).fill(passwords.get('Aino Laine') ?? '');
  await door.getByRole('button', { name: 'Sign in', exact: true }).click();
  await statusLine(await workWindow(again))
    .getByText('Online', { exact: true })
    .waitFor(soon);
  expect([...first.violations(), ...again.violations()]).toEqual([]);
});

describe('25 cases whose role waits at one office', () => {
  const claims = Array.from({ length: 25 }, (_, index) => `TOGETHER-${index + 10}`);
  let server: DemoPortal;
  let supplier: AtTheDesk;
  let picked: Case;
  let moved: Case;

  beforeAll(async () => {
    server = await startDemoPortal();
    const [first, second] = await importWaitingRoles(server, claims, 'gulf-pensacola');
    if (!first || !second) throw new Error('The cases are not there.');
    [picked, moved] = [first, second];
    supplier = await atTheDesk(server, maria);
  });

  afterAll(async () => {
    await supplier.desk.kill();
    await server.close();
  });

  test('one user for all of them: tried first, confirmed once, told case by case, and there for the user', async () => {
    const { page } = supplier;
    await listClaims(page, 25);
    await page.getByRole('checkbox', { name: 'Select all cases of the list' }).click();
    await page.getByText('25 cases selected').waitFor();
    await lookAt(page, 'case-list-selected');

    // One is given a user meanwhile; of another the role goes elsewhere while somebody looks at the dialog.
    await decideElsewhere(server, maria, picked, { name: 'assign-role-user', input: { member: 'priya-nair' } });
    await page.getByRole('button', { name: 'Assign user…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /James Cole/ }).check();
    await dialog.getByText('24 of 25 cases').waitFor(soon);
    await decideElsewhere(server, ellen, moved, { name: 'give-role-to-office', input: { office: 'gulf-houston' } });
    await dialog.getByText('23 of 25 cases').waitFor(soon);
    await dialog.getByText(/Somebody has the role already/).waitFor();
    await lookAt(page, 'assign-many-dry-run');
    await dialog.getByRole('button', { name: 'Assign James Cole to 23 cases' }).click();

    const results = page.getByRole('dialog', { name: 'James Cole as External case handler' });
    await results.getByText(/^23 assigned\.\s+2 not assigned\.$/).waitFor(soon);
    expect(await results.getByRole('cell', { name: 'Assigned', exact: true }).count()).toBe(23);
    await results.getByRole('row', { name: new RegExp(`${picked.number}.*Priya Nair has the role already`) }).waitFor();
    await results.getByRole('row', { name: new RegExp(`${moved.number}.*Look again`) }).waitFor();
    // These claims tell no street.
    expect(await results.getByRole('cell', { name: 'Santa Rosa County', exact: true }).count()).toBe(25);
    await lookAt(page, 'assign-many-result');
    await results.getByRole('button', { name: 'Close' }).last().click();

    const handler = await atTheDesk(server, james);
    onTestFinished(() => handler.desk.kill());
    await listClaims(handler.page, 23);
    expect([...supplier.desk.violations(), ...handler.desk.violations()]).toEqual([]);
  });

  test('the list is taken along as it stands, as XLSX and as CSV', async () => {
    const columns = ['Claim number', 'External case handler: user'];
    const sheet = columnsOf(await sheetOf(await exported(supplier, 'Excel (XLSX)')), columns);
    expect(sheet.toSorted()).toEqual(whoHas({ james: 'James Cole', priya: 'Priya Nair' }));
    const csv = readFileSync(await exported(supplier, 'CSV with commas'), 'utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(columnsOf(linesOf(csv), columns)).toEqual(sheet);
  });

  test('the report has the address of who has the role, and none where only an office has it', async () => {
    const insurer = await atTheDesk(server, ellen);
    onTestFinished(() => insurer.desk.kill());
    const { page } = insurer;
    await page.getByRole('link', { name: 'Reports' }).click();
    await page.getByLabel('Created from').fill('2000-01-01');
    const progress = page.getByText(/^\d+ of \d+ cases looked at$/).waitFor(soon);
    await page.getByRole('button', { name: 'Make report' }).click();
    await progress;
    await page.getByRole('button', { name: 'Show first rows' }).click({ timeout: 60_000 });
    await page.getByRole('region', { name: 'First rows' }).waitFor();
    await lookAt(page, 'reports');
    const together = (table: Table, column: string): Table =>
      columnsOf(table, ['Claim number', column])
        .filter(([claim]) => String(claim).startsWith('TOGETHER'))
        .toSorted();
    const emails = whoHas({ james, priya: 'priya.nair@gulf-adjusters.example' });
    const report = linesOf(readFileSync(await reportAs(insurer, 'csv'), 'utf8'));
    for (const table of [report, await sheetOf(await reportAs(insurer, 'xlsx'))])
      expect(together(table, 'External case handler (e-mail)')).toEqual(emails);
    const offices = together(report, 'External case handler (office)');
    expect(offices).toContainEqual([moved.claimNumber, 'Gulf Adjusters Houston']);
    expect(insurer.desk.violations()).toEqual([]);
  });

  /** Each claim with who has its role. */
  function whoHas({ james: most, priya }: Readonly<Record<'james' | 'priya', string>>): Table {
    const others = new Map([
      [picked.claimNumber, priya],
      [moved.claimNumber, ''],
    ]);
    return claims.map((claim) => [claim, others.get(claim) ?? most]);
  }
});

async function aDesk(profile?: string): Promise<Desk> {
  const desk = await launchDesk(profile === undefined ? {} : { profile });
  onTestFinished(() => desk.kill());
  return desk;
}

async function atTheDesk(server: DemoPortal, email: string): Promise<AtTheDesk> {
  const one = await signInAtDesk(server.address, email);
  // Only then it hears at once of what others do.
  await statusLine(one.page).getByText('Online', { exact: true }).waitFor({ timeout: 60_000 });
  return one;
}

/** Through the wizard from its first step to the passwords. */
async function setUpByKeys(page: Page): Promise<void> {
  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor(soon);
  await heading('Who operates the portal?');
  await typeByKeys(page, {
    'Your company': 'Own IT',
    'Your name': 'Olle Ek',
    'Your e-mail address': 'olle@own.example',
    Password: operatorsPassword,
    'The same again': operatorsPassword,
  });
  await page.keyboard.press('Enter');
  await heading('The insurer’s portal');
  await typeByKeys(page, { Insurer: 'Nordic Mutual', Currency: 'EUR' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await typeByKeys(page, { 'Approval limit of an External case handler': '25000' });
  await page.keyboard.press('Control+Enter');
  await heading('The insurer’s first person');
  await typeByKeys(page, { Name: 'Sara Lund', 'E-mail address': 'sara@nordic.example' });
  await page.keyboard.press('Enter');
  await heading('Partner companies and their people');
  await typeByKeys(page, {
    Company: 'Kuivaus Oy',
    'Street of the office': 'Kauppakatu 3',
    'Postal code': '70100',
    City: 'Kuopio',
    'Name of person 1': 'Aino Laine',
    'E-mail address of person 1': 'aino@kuivaus.example',
    'Name of person 2': 'Pekka Virta',
    'E-mail address of person 2': 'pekka@kuivaus.example',
  });
  await tabTo(page, page.getByLabel('May have the role: person 2'));
  await page.keyboard.press('Space');
  await typeByKeys(page, {
    'Name of person 3': 'Liisa Koski',
    'E-mail address of person 3': 'liisa@kuivaus.example',
  });
  await page.keyboard.press('Control+Enter');
  await heading('Is this right?');
  await lookAt(page, 'set-up-summary');
  await pressByKeys(page, 'Set up the portal');
  await heading('Your portal is set up');
  await lookAt(page, 'set-up-passwords');
}

/** Name and first password of everybody. */
async function shownPasswords(page: Page): Promise<ReadonlyMap<string, string>> {
  const rows = await page.getByRole('table', { name: 'First passwords' }).locator('tbody tr').all();
  const cells = await Promise.all(rows.map((row) => row.getByRole('cell').allTextContents()));
  return new Map(cells.map(([name = '', , , password = '']) => [name, password]));
}

async function listClaims(page: Page, cases: number): Promise<void> {
  await page
    .getByRole('link', { name: /^Cases/ })
    .first()
    .click();
  await filterBy(page, 'TOGETHER');
  await page.getByText(new RegExp(`^${cases} of `)).waitFor(soon);
}

/** The list as a file of this format. */
async function exported({ desk, page }: AtTheDesk, format: string): Promise<string> {
  const file = await saveAs(desk, format);
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export this list' });
  await dialog.getByRole('radio', { name: format }).check();
  await dialog.getByRole('button', { name: 'Save as…' }).click();
  await dialog.waitFor({ state: 'hidden' });
  return file;
}

/** The newest report as a file of this format. */
async function reportAs({ desk, page }: AtTheDesk, format: 'csv' | 'xlsx'): Promise<string> {
  const file = await saveAs(desk, `report.${format}`);
  await page.getByRole('button', { name: `Save as ${format.toUpperCase()}…` }).click();
  await vi.waitFor(() => expect(existsSync(file)).toBe(true), soon);
  await page.getByText('Saved.').waitFor();
  return file;
}

type Table = readonly (readonly unknown[])[];

async function sheetOf(file: string): Promise<Table> {
  const [sheet] = await readXlsxFile(readFileSync(file));
  return sheet?.data ?? [];
}

function linesOf(csv: string): Table {
  return Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
}

/** Two columns of the rows, by what stands over them. */
function columnsOf([head = [], ...rows]: Table, headings: readonly string[]): Table {
  return rows.map((row) => headings.map((heading) => row[head.indexOf(heading)] ?? ''));
}

/** Meanwhile and elsewhere, somebody decides about the role of one of the cases. */
async function decideElsewhere<Name extends 'assign-role-user' | 'give-role-to-office'>(
  server: DemoPortal,
  email: string,
  { portal, id, role }: Case,
  decision: Pick<PortalCommand<Name>, 'name' | 'input'>,
): Promise<void> {
  const person = await server.signIn(email);
  const outcome = await person.issue({ portal, subject: id, basedOn: role?.revision ?? null, ...decision });
  expect(outcome.kind).toBe('carried-out');
}
