import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { firstDraft } from '../../../../renderer/features/set-up/set-up-draft.ts';
import { faultsOf } from '../../../../renderer/features/set-up/set-up-faults.ts';
import { inEnglish } from '../../../support/in-english.ts';
import type { DeskStart } from '../../../support/renderer/in-memory-desk.ts';
import { maria } from '../../../support/renderer/accounts.ts';
import { showSignIn } from '../../../support/renderer/show-sign-in.tsx';

type Shown = Awaited<ReturnType<typeof showSignIn>>;
type User = Shown['user'];

const empty: DeskStart['server'] = { address: 'this-computer', isEmpty: true };
const next = () => screen.getByText('Next');
const heading = (name: string) => screen.findByText(name, { selector: 'h1' });
const field = (name: string) => screen.getByLabelText(name);
const value = (name: string) => field(name) as HTMLInputElement;

/** At once: what counts is what stands there. */
function fill(texts: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(texts)) fireEvent.change(field(name), { target: { value: text } });
}

async function atTheSetUp(start: DeskStart = {}): Promise<Shown> {
  const shown = await showSignIn({ server: empty, ...start });
  await heading('Who operates the portal?');
  return shown;
}

const password = { Password: 'a rainy day in May', 'The same again': 'a rainy day in May' };
const operator = { 'Your company': 'Own IT', 'Your name': 'Olle Ek', 'Your e-mail address': 'Olle@own.example' };
const limit = 'Approval limit of an External case handler';

async function pastOperator(user: User) {
  fill({ ...operator, ...password });
  await user.click(next());
  await heading('The insurer’s portal');
}

async function pastInsurer(user: User) {
  fill({ Insurer: 'Nordic Mutual', [limit]: '25000' });
  await user.click(next());
  await heading('The insurer’s first person');
  fill({ Name: 'Sara Lund', 'E-mail address': 'sara@nordic.example' });
  await user.click(next());
  await heading('Partner companies and their people');
}

const address = {
  Company: 'Kuivaus Oy',
  'Street of the office': 'Kauppakatu 3',
  'Postal code': '70100',
  City: 'Kuopio',
};
const first = { 'Name of person 1': 'Aino Laine', 'E-mail address of person 1': 'aino@kuivaus.example' };
const third = { 'Name of person 3': 'Pekka Virta', 'E-mail address of person 3': 'pekka@kuivaus.example' };

test('the first start offers three ways in; the demo’s people are one click away', async () => {
  const { desk, user } = await showSignIn({
    server: { decidedBy: 'default', demoAccounts: [maria] },
    onSignIn: () => ({ ok: true, account: 'store-1.maria' }),
  });
  const ways = ['Try the demo', 'Connect to a portal server', 'Set up here'];
  for (const name of ways) expect(await screen.findByRole('region', { name })).toBeTruthy();
  const own = within(screen.getByRole('region', { name: 'Set up here' }));
  expect(own.getByText(/Others cannot reach it/)).toBeTruthy();
  expect(own.getByText(/Nobody makes backups/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Connect to a portal server' }));
  expect(await screen.findByLabelText('Address')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Back' }));
  await user.click(await screen.findByRole('button', { name: /Maria Santos/ }));
  expect(desk.done.signIns).toEqual([{ email: maria.email, password: maria.password }]);
  expect(desk.done.chosen).toEqual([]);
});

test('whoever worked here before, or chose a server, is not asked how to begin', async () => {
  await showSignIn({ server: { decidedBy: 'switch', demoAccounts: [maria] } });
  expect(await screen.findByLabelText('E-mail address')).toBeTruthy();
  expect(screen.queryByText('Set up here')).toBeNull();
});

test('the set-up goes from the first start to a portal, with what was typed and nothing else', async () => {
  const passwords = [
    { name: 'Sara Lund', email: 'sara@nordic.example', company: 'Nordic Mutual', password: 'abcd-efgh-jkmn-pqrs' },
  ];
  const { desk, user } = await showSignIn({
    server: { decidedBy: 'default', demoAccounts: [maria] },
    onSetUp: async () => ({ ok: true, passwords }),
    onSignIn: () => ({ ok: true, account: 'store-2.olle' }),
  });
  await user.click(await screen.findByRole('button', { name: 'Set up here' }));
  await heading('Who operates the portal?');
  expect(desk.done.chosen).toEqual(['this-computer']);
  await pastOperator(user);
  for (const work of ['Roofing', 'Electrical work']) fireEvent.click(field(work));
  await pastInsurer(user);
  fill({ ...address, ...first, ...third });
  await user.click(next());
  await heading('Is this right?');
  expect(screen.getByText(/External case handlers approve up to/)).toBeTruthy();
  expect(screen.getByText('2 people')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Set up the portal' }));
  await heading('Your portal is set up');
  const [made] = desk.done.setUps;
  expect(made).toMatchObject({
    operator: { company: 'Own IT', name: 'Olle Ek', email: 'olle@own.example', password: 'a rainy day in May' },
    portal: { insurer: 'Nordic Mutual', currency: 'USD', defaultLimit: 2_500_000 },
    senior: { name: 'Sara Lund', email: 'sara@nordic.example' },
    partners: [
      {
        name: 'Kuivaus Oy',
        street: 'Kauppakatu 3',
        postalCode: '70100',
        city: 'Kuopio',
        people: [
          { name: 'Aino Laine', email: 'aino@kuivaus.example', level: 3, marked: true },
          { name: 'Pekka Virta', email: 'pekka@kuivaus.example', level: 1, marked: false },
        ],
      },
    ],
  });
  expect(made?.portal.taskTypes).not.toContain('roofing');
  expect(made?.portal.taskTypes).toContain('drying');
  // The server says that it is up before the page has shown the passwords: that does not end it.
  Object.assign(desk.desk.server, {
    current: async () => ({ address: 'this-computer', decidedBy: 'settings', demoAccounts: [] }),
  });
  desk.tell({ kind: 'server-state', address: 'this-computer', state: 'up' });
  expect(await screen.findByText('abcd-efgh-jkmn-pqrs')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save the list…' }));
  expect(desk.done.saved.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual([
    'Sara Lund\tNordic Mutual\tsara@nordic.example\tabcd-efgh-jkmn-pqrs\n',
  ]);
  await user.click(screen.getByRole('button', { name: 'Sign in as Olle Ek' }));
  expect(desk.done.signIns).toEqual([{ email: 'Olle@own.example', password: 'a rainy day in May' }]);
}, 60_000);

test('a step says at each field what is wrong, and goes on only when it is right', async () => {
  const { user } = await atTheSetUp();
  fill({ 'Your e-mail address': 'olle', Password: 'short', 'The same again': 'other' });
  await user.click(next());
  expect(await screen.findAllByText('Please fill this in.')).toHaveLength(2);
  expect(screen.getByText('Please check the e-mail address.')).toBeTruthy();
  expect(screen.getAllByText('Too short yet: at least 10 characters.').length).toBeGreaterThan(0);
  expect(screen.getByText('The two passwords differ.')).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'The insurer’s portal' })).toBeNull();
});

test('people are looked at together: levels, marks, addresses, and lines that are half filled in', () => {
  inEnglish();
  const line = { name: '', email: '', level: '1', marked: false };
  const people = [{ ...line, name: 'Aino', email: 'SARA@nordic.example' }, line, { ...line, email: 'pekka' }];
  const draft = {
    ...firstDraft(),
    senior: { name: 'Sara', email: 'sara@nordic.example' },
    partners: [{ name: 'Kuivaus', street: 'Street 1', postalCode: '1', city: 'Kuopio', people }],
  };
  expect(faultsOf('partners', draft)).toEqual({
    'partners.0.people': expect.stringContaining('needs level 2 or more'),
    'partners.0.people.0.email': expect.stringContaining('there already'),
    'partners.0.people.2.name': 'Please fill this in.',
    'partners.0.people.2.email': 'Please check the e-mail address.',
  });
  const led = people.with(0, { ...line, name: 'Aino', email: 'aino@x.example', level: '2' }).slice(0, 2);
  const partners = draft.partners.map((partner) => ({ ...partner, people: led }));
  expect(faultsOf('partners', { ...draft, partners })).toEqual({
    'partners.0.people': expect.stringContaining('Mark at least one'),
  });
  expect(faultsOf('portal', { ...draft, portal: { ...draft.portal, limit: 'a lot', taskTypes: [] } })).toEqual({
    'portal.insurer': 'Please fill this in.',
    'portal.limit': expect.stringContaining('Write it like'),
    'portal.taskTypes': 'Choose at least one kind of work.',
  });
});

test('what the portal server says to a password is read while it is typed', async () => {
  const { user } = await atTheSetUp();
  await user.type(field('Password'), 'short');
  expect(await screen.findByText('Too short yet: at least 10 characters.')).toBeTruthy();
  await user.type(field('Password'), ' but longer');
  expect(await screen.findByText('This password can be used.')).toBeTruthy();
});

test('going back and forth keeps what was typed, and a start after a crash has it again but the password', async () => {
  const { user, desk } = await atTheSetUp();
  await pastOperator(user);
  fill({ Insurer: 'Nordic Mutual' });
  await user.click(screen.getByRole('button', { name: 'Back' }));
  await heading('Who operates the portal?');
  expect([value('Your company').value, value('Password').value]).toEqual(['Own IT', 'a rainy day in May']);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await user.click(next());
  await heading('The insurer’s portal');
  expect(value('Insurer').value).toBe('Nordic Mutual');
  await waitFor(() => expect(desk.done.setUpDraft).toContain('Nordic Mutual'));
  expect(desk.done.setUpDraft).not.toContain('rainy');
});

test('a start after a crash has what was typed before', async () => {
  const partners = [{ name: 'Kuivaus Oy', street: '', postalCode: '', city: '', people: [] }];
  const portal = {
    insurer: 'Nordic Mutual',
    currency: 'SEK',
    timeZone: 'Europe/Stockholm',
    taskTypes: ['drying'],
    limit: '7',
  };
  const typed = {
    operator: { company: 'Own IT', name: '', email: '' },
    portal,
    senior: { name: '', email: '' },
    partners,
  };
  await atTheSetUp({ setUpDraft: JSON.stringify(typed) });
  expect([value('Your company').value, value('Password').value]).toEqual(['Own IT', '']);
});

test('what was not made is said with what to do, and nothing typed is lost', async () => {
  const { user, desk } = await atTheSetUp({
    onSetUp: async () => ({ ok: false, reason: 'failed', detail: 'SQLITE_FULL' }),
  });
  await pastOperator(user);
  await pastInsurer(user);
  fill({ ...address, ...first });
  await user.click(next());
  await user.click(await screen.findByRole('button', { name: 'Set up the portal' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Nothing half made is kept');
  await user.click(screen.getByRole('button', { name: 'Change partner company 1' }));
  expect(value('Name of person 1').value).toBe('Aino Laine');
  expect(desk.done.setUps).toHaveLength(1);
}, 60_000);

test('a portal of this computer says where its mails are, and why it does not open', async () => {
  const { user, desk } = await showSignIn({ server: { address: 'this-computer' } });
  await user.click(await screen.findByRole('button', { name: 'Forgotten password?' }));
  fill({ 'E-mail address': 'sara@nordic.example' });
  await user.click(screen.getByRole('button', { name: 'Send the link' }));
  await user.click(await screen.findByRole('button', { name: 'Show the mail folder' }));
  expect(desk.done.mailsShown).toBe(1);
  await user.click(screen.getByRole('button', { name: 'Back to sign-in' }));
  desk.tell({ kind: 'server-state', address: 'embedded', state: 'down', detail: 'exit 7' });
  expect(screen.queryByRole('alert')).toBeNull();
  desk.tell({ kind: 'server-state', address: 'this-computer', state: 'down', detail: 'key-not-readable' });
  expect((await screen.findByRole('alert')).textContent).toContain('Nothing was deleted');
});

test('a portal of this computer that is upgraded says how far it is', async () => {
  const { desk } = await showSignIn({ server: { address: 'this-computer' } });
  await screen.findByRole('button', { name: 'Forgotten password?' });
  const upgrade = { done: 1200, total: 10_000 };
  desk.tell({ kind: 'server-state', address: 'this-computer', state: 'starting', upgrade });
  expect(await screen.findByText(/1,200 of 10,000 cases/)).toBeTruthy();
});
