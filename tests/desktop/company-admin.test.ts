import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import {
  caseRow,
  filterBy,
  openCase,
  picture,
  signInAtDesk,
  statusLine,
  type AtTheDesk,
} from '../support/desktop/at-the-desk.ts';
import { startDemoPortal, type DemoPortal } from '../support/desktop/demo-portal.ts';
import { assignHandler, importClaim } from '../support/desktop/journey-case.ts';

const soon = { timeout: 30_000, interval: 250 };
const people = {
  insurer: 'ellen.ward@atlantic-mutual.example',
  admin: 'robert.hayes@dryworks.example',
  user: 'luis.ortega@dryworks.example',
} as const;
const invited = {
  name: 'Nora Bell',
  email: 'nora.bell@dryworks.example',
  password: 'a password that Nora chose',
} as const;

let server: DemoPortal;
let insurer: AtTheDesk;
let admin: AtTheDesk;
let user: AtTheDesk;

beforeAll(async () => {
  server = await startDemoPortal();
});

afterAll(async () => {
  for (const [name, one] of Object.entries({ insurer, admin, user })) {
    await picture(one.page, `company-admin-last-of-the-${name}`);
    await one.desk.kill();
  }
  await server.close();
});

test('the company admin: a user is marked, works as External case handler, and loses the mark again; a member is invited, an office closed', async () => {
  // Both cases have their tasks at a colleague: without the role the user sees neither.
  const kevin = 'kevin.hobbs@dryworks.example';
  const colleague = { responsible: kevin, aidResponsible: kevin } as const;
  const handled = await importClaim(server, 'ADMIN-1', colleague);
  const unassigned = await importClaim(server, 'ADMIN-2', colleague);
  insurer = await signInAtDesk(server.address, people.insurer);
  admin = await signInAtDesk(server.address, people.admin);
  user = await signInAtDesk(server.address, people.user);

  // Before the mark there is nothing to choose between on the dashboard.
  await statusLine(user.page).getByText('Online', { exact: true }).waitFor(soon);
  expect(await roleFilter(user.page).count()).toBe(0);
  await markUser();
  await roleFilter(user.page).click(soon);

  await adminReads();
  await adminInvites();
  await closeOffice('Gulf Adjusters Mobile');
  await isNotOffered('Gulf Adjusters Mobile', unassigned.number);

  const taker = { office: 'dryworks-pensacola', member: 'luis-ortega', assignedBy: people.admin };
  await assignHandler(server, handled, taker);
  await openCase(user.page, handled.number);
  await user.page.getByText('Luis Ortega (you)').waitFor();
  await takeMark();
  await leftDesk(handled.number);
  await waitsAtOffice(handled.number);

  for (const { desk } of [insurer, admin, user]) expect(desk.violations()).toEqual([]);
});

/** Over the navigation: dashboards have links of the same words. */
async function goTo(page: Page, name: 'Dashboard' | 'Members' | 'Offices'): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true }).click();
}

/** The dashboard's filter of who is marked. */
function roleFilter(page: Page): Locator {
  return page.getByText('Assigned to me as an External case handler');
}

/** Members → the cogwheel of somebody; the first portal's, where somebody is listed in several. */
async function editMember(page: Page, name: string): Promise<Locator> {
  await goTo(page, 'Members');
  await page.getByLabel('Find members').fill(name);
  await page
    .getByRole('button', { name: `Edit ${name}` })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: `Edit ${name}` });
  await dialog.waitFor();
  return dialog;
}

async function markUser(): Promise<void> {
  const { page } = insurer;
  await goTo(page, 'Members');
  await page.getByRole('row', { name: /Andre Yates/ }).waitFor();
  await picture(page, 'members-list');
  const dialog = await editMember(page, 'Luis Ortega');
  await dialog.getByText('Nobody has changed it yet.').waitFor();
  await dialog.getByLabel('External case handler').check();
  await dialog.getByLabel('Other value').check();
  await dialog.getByLabel('Limit in USD').fill('7,500');
  const effect = dialog.getByRole('status');
  await effect.getByText('marked as External case handler').waitFor();
  await effect.getByText('the default limit before, $7,500.00 now').waitFor();
  await effect.getByText('No role, waiting budget, task, deputy or office depends on it.').waitFor();
  await picture(page, 'member-edit');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('row', { name: /Luis Ortega.*up to \$7,500\.00 other value/ }).waitFor(soon);
}

/** Mark and limit are the insurer's; of oneself nobody sets the level either. */
async function adminReads(): Promise<void> {
  const { page } = admin;
  const theirs = await editMember(page, 'Luis Ortega');
  await theirs.getByText("Only the insurer's people can do this. Ask Atlantic Mutual.").waitFor();
  await vi.waitFor(async () => expect(await theirs.getByLabel('Limit in USD').inputValue()).toBe('7,500.00'), soon);
  expect(await theirs.getByLabel('Limit in USD').isEditable()).toBe(false);
  expect(await theirs.getByLabel('External case handler').isDisabled()).toBe(true);
  expect(await theirs.getByLabel('Drying').isDisabled()).toBe(false);
  const log = theirs.getByRole('region', { name: 'What was set when' });
  await log.getByText('Ellen Ward').waitFor();
  await log.getByText('approval limit: the default limit before, $7,500.00 now').waitFor();
  await picture(page, 'member-partner-reads');
  await page.keyboard.press('Escape');
  const own = await editMember(page, 'Robert Hayes');
  await own.getByText(/Nobody changes the own authority level/).waitFor();
  expect(await own.getByRole('combobox', { name: 'Authority level' }).isEditable()).toBe(false);
  await page.keyboard.press('Escape');
  await own.waitFor({ state: 'hidden' });
}

/** The mail's link leads to a page where the first password is chosen, which then signs in. */
async function adminInvites(): Promise<void> {
  const { page } = admin;
  await page.getByRole('button', { name: 'Invite a member…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(invited.name);
  await dialog.getByLabel('E-mail').fill(invited.email);
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  const link = await vi.waitFor(() => invitationLink(), soon);
  const [target = '', token = ''] = link.split('?token=');
  expect(await (await fetch(link)).text()).toContain('Choose the password');
  const body = new URLSearchParams({ token, password: invited.password, again: invited.password });
  const answer = await fetch(target, { method: 'POST', body });
  expect(await answer.text()).toContain('Your password is chosen');
  await server.signIn(invited.email, invited.password);
  await page.getByLabel('Find members').fill(invited.name);
  await page.getByRole('row', { name: /Nora Bell/ }).waitFor(soon);
}

function invitationLink(): string {
  const mails = server.mails().filter((mail) => mail.includes(invited.email));
  const text = mails.join('').replaceAll('=\r\n', '').replaceAll('=3D', '=');
  const link = /http\S+\/invitation\?token=[\w-]+/.exec(text);
  if (!link) throw new Error(`No mail with a link: ${text}`);
  return link[0];
}

/** What it ends is said, and confirmed by a button that names it. */
async function takeMark(): Promise<void> {
  const { page } = insurer;
  const dialog = await editMember(page, 'Luis Ortega');
  await dialog.getByLabel('External case handler').uncheck();
  await dialog.getByText('Ends the role in 1 case, which goes back to its office.').waitFor(soon);
  await dialog.getByText('DryWorks Pensacola has no other marked user').waitFor();
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await dialog.getByRole('button', { name: 'End the role in 1 case' }).waitFor();
  await picture(page, 'member-mark-taken');
  await dialog.getByRole('button', { name: 'End the role in 1 case' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const again = await editMember(page, 'Luis Ortega');
  const log = again.getByRole('region', { name: 'What was set when' });
  await log.getByText('no longer marked as External case handler').waitFor(soon);
  await page.keyboard.press('Escape');
  await again.waitFor({ state: 'hidden' });
}

/** Nobody without the mark keeps the case, or the filter for such cases. */
async function leftDesk(number: string): Promise<void> {
  const { page } = user;
  await page.getByText(/is no longer yours/).waitFor(soon);
  await page
    .getByRole('link', { name: /^Cases/ })
    .first()
    .click();
  await filterBy(page, number);
  expect(await caseRow(page, number).count()).toBe(0);
  await goTo(page, 'Dashboard');
  await page.getByRole('row', { name: /Set the time/ }).waitFor();
  await vi.waitFor(async () => expect(await roleFilter(page).count()).toBe(0), soon);
}

/** The role is where it was before somebody was assigned: with the office, which must act. */
async function waitsAtOffice(number: string): Promise<void> {
  const { page } = admin;
  await goTo(page, 'Dashboard');
  const newRoles = page.getByRole('row', { name: /New External case handler assignments/ });
  await newRoles.getByRole('link').first().click();
  await filterBy(page, number);
  await caseRow(page, number)
    .getByText(/Assign user/)
    .waitFor(soon);
}

async function closeOffice(name: string): Promise<void> {
  const { page } = insurer;
  await goTo(page, 'Offices');
  await page
    .getByRole('button', { name: /^Edit / })
    .first()
    .waitFor();
  await picture(page, 'offices-list');
  await page.getByLabel('Search offices').fill(name);
  await page.getByRole('button', { name: `Edit ${name}` }).click();
  const dialog = page.getByRole('dialog', { name: `Edit ${name}` });
  await dialog.getByLabel('Unavailable for new tasks').check({ force: true });
  await dialog.getByRole('status').getByRole('listitem').first().waitFor();
  await dialog.getByRole('button', { name: 'Save office' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('Unavailable for new tasks').waitFor(soon);
  await page.getByRole('button', { name: `Edit ${name}` }).click();
  await dialog.getByRole('button', { name: 'Who changed what' }).click();
  await dialog.getByText('Ellen Ward').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}

async function isNotOffered(office: string, number: string): Promise<void> {
  const { page } = insurer;
  await openCase(page, number);
  await page.getByRole('button', { name: 'Give to an office…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('All offices').click();
  await dialog.getByLabel('Search offices').fill('Gulf Adjusters');
  await dialog.getByRole('radio', { name: /Gulf Adjusters Pensacola/ }).waitFor();
  expect(await dialog.getByRole('radio', { name: office }).count()).toBe(0);
  await dialog.getByText('Why is an office not listed?').click();
  const why = dialog.getByRole('listitem').filter({ hasText: office });
  await why.getByText('Takes no new tasks. The office can change it.').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}
