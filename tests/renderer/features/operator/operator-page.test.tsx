import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { networkSchema, networkFaults } from '../../../../portal/network/network-document.ts';
// Loaded beforehand: the first test is not to wait for the page's code.
import '../../../../renderer/features/operator/operator-page.tsx';
import { networkExample } from '../../../../renderer/features/operator/network-example.ts';
import { anInsurer, aStanding, monday } from '../../../support/builders.ts';
import { aPortalState } from '../../../support/renderer/in-memory-workplace.ts';
import { aProblem, operatorAnswers, someHealth, somePortals } from '../../../support/renderer/operator-answers.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';

const operator = { state: { portals: [aPortalState({ standing: aStanding({ side: 'operator', level: 6 }) })] } };
const added = { companies: 2, offices: 1, people: 2, members: 2, portals: 1, memberships: 3 };
const nothing = { companies: 0, offices: 0, people: 0, members: 0, portals: 0, memberships: 0 };
const tried = 'POST /set-up/network?dryRun=true';
const brought = 'POST /set-up/network?dryRun=false';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(monday) }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function answering(more: Parameters<typeof operatorAnswers>[0] = {}) {
  const portal = operatorAnswers(more);
  vi.stubGlobal('fetch', portal.fetch);
  return portal.asked;
}

const panel = (title: string) => {
  const section = screen.getByRole('heading', { level: 2, name: title }).closest('section');
  if (!section) throw new Error(`no part ${title}`);
  return within(section);
};

async function give(part: ReturnType<typeof panel>, label: string, file: File) {
  fireEvent.change(part.getByLabelText(label), { target: { files: [file] } });
  await waitFor(() => expect(part.queryByText(/^Checking/)).toBeNull());
}

const aFile = (text: BlobPart, name = 'network.json') => new File([text], name);

test('the operator lands at the desk: every portal in numbers, with the way to its settings', async () => {
  answering();
  const { router } = await showPage('/', operator);
  await waitFor(() => expect(router.state.location.pathname).toBe('/operator'));
  const row = within(await screen.findByRole('row', { name: /Baltic Insurance/ }));
  expect(row.getAllByRole('cell').map((cell) => cell.textContent)).toEqual([
    '5',
    '14',
    '8812 marked',
    '1,204',
    'In use',
    expect.stringMatching(/23.*2026/),
    'Settings',
  ]);
  expect(row.getByRole('rowheader').textContent).toContain('SEK · Europe/Stockholm');
  expect(row.getByRole('link', { name: 'Settings: Baltic Insurance' }).getAttribute('href')).toBe(
    '/admin/portal?portal=baltic-portal',
  );
  expect(screen.getByRole('row', { name: /Southern/ }).textContent).toContain('Not in use');
  expect(screen.getByRole('link', { name: "Operator's desk" })).toBeTruthy();
});

test('on an empty portal server the first operator lands at the desk too, and reads how a portal comes in', async () => {
  answering({ 'GET /operator/portals': () => Response.json([]) });
  const { router } = await showPage('/', { state: { portals: [] } });
  await waitFor(() => expect(router.state.location.pathname).toBe('/operator'));
  expect(await screen.findByText('No portal yet: bring in a network')).toBeTruthy();
});

test('nobody else lands there or is shown anything', async () => {
  const refused = aProblem({ kind: 'not-allowed', title: 'This is not allowed.', status: 403 });
  answering({ 'GET /operator/portals': () => refused });
  const { router } = await showPage('/', { state: { portals: [] } });
  expect(router.state.location.pathname).toBe('/');
  await router.navigate({ to: '/operator' });
  expect(await screen.findByText("This page is for the operator's people")).toBeTruthy();
});

test('an insurer who types the address is told whose page it is', async () => {
  answering();
  await showPage('/operator', { state: { portals: [aPortalState({ standing: anInsurer() })] } });
  expect(screen.getByText("This page is for the operator's people")).toBeTruthy();
  expect(screen.queryByRole('link', { name: "Operator's desk" })).toBeNull();
});

test('a network is tried first and then brought in as exactly that text; the portals are asked for anew', async () => {
  const asked = answering({
    [tried]: () => Response.json({ dryRun: true, added }),
    [brought]: () => Response.json({ dryRun: false, added }),
  });
  const { user, workplace } = await showPage('/operator', operator);
  const part = panel('Bring in a network');
  expect(part.getByText(/what is there already is left as it is/)).toBeTruthy();
  const text = `${JSON.stringify(networkExample, null, 3)}\n\n`;
  await give(part, 'Network document', aFile(text));
  expect(await part.findByText(/This would be added/)).toBeTruthy();
  expect(part.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '1 portal',
    '2 companies',
    '1 office',
    '2 people who can sign in',
    '2 members of companies',
    '3 memberships in portals',
  ]);
  expect(asked.some(({ call }) => call === brought)).toBe(false);
  expect(part.getByRole('status').contains(document.activeElement)).toBe(true);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await part.findByText('This came in:')).toBeTruthy();
  expect(asked.filter(({ body }) => body !== null)).toEqual([
    { call: tried, body: text },
    { call: brought, body: text },
  ]);
  await waitFor(() => expect(asked.filter(({ call }) => call.endsWith('/operator/portals'))).toHaveLength(2));
  expect(workplace.done.syncs).toBe(1);
});

test('faults are told with their places, and how many there are besides; the file stays chosen', async () => {
  const issues = [
    { path: 'members.1.office', message: 'nowhere is not known and not in the document.' },
    { path: 'portals.0.members.0.limit', message: 'It has to be an object.' },
  ];
  let isMended = false;
  const fault = { kind: 'not-understood', title: 'x', status: 400, issues, moreIssues: 7 };
  answering({ [tried]: () => (isMended ? Response.json({ dryRun: true, added: nothing }) : aProblem(fault)) });
  const { user } = await showPage('/operator', operator);
  const part = panel('Bring in a network');
  await give(part, 'Network document', aFile(JSON.stringify(networkExample)));
  const alert = within(await part.findByRole('alert'));
  expect(alert.getByText('9 things in it are wrong: nothing was brought in')).toBeTruthy();
  expect(alert.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'members #2 (petra-partner) › office nowhere is not known and not in the document.',
    'portals #1 (example-portal) › members #1 (ines-insurer) › limit It has to be an object.',
  ]);
  expect(alert.getByText('and 7 more')).toBeTruthy();
  expect(part.getByText('network.json')).toBeTruthy();
  isMended = true;
  await user.click(alert.getByRole('button', { name: 'Check again' }));
  expect(await part.findByText(/bringing it in would add nothing/)).toBeTruthy();
  expect(part.getByRole('button', { name: 'Bring the network in' }).getAttribute('aria-disabled')).toBe('true');
});

test.each([
  ['a claims file', 'policy,date,amount\n1,2026-01-01,5\n', /This is a table, as claims files are/],
  ['an empty file', ' \n', /The file is empty/],
  ['half a document', '{"companies": [', /This is no JSON/],
  ['another document', '{"name": "mapping"}', /has none of the lists companies/],
  ['what is no text', new Uint8Array([0xff, 0xfe, 0x41]), /no text in UTF-8/],
  ['what is too large', 'x'.repeat(20_000_001), /larger than 20 MB/],
])('%s is said in words, before anything is sent', async (_, content, words) => {
  const asked = answering();
  await showPage('/operator', operator);
  const part = panel('Bring in a network');
  await give(part, 'Network document', aFile(content));
  expect(await part.findByText(words)).toBeTruthy();
  expect(part.getByText('network.json')).toBeTruthy();
  expect(asked.filter(({ call }) => call.startsWith('POST'))).toEqual([]);
});

test('an import whose answer is lost says that part of it may be in, and checks what is missing', async () => {
  answering({
    [tried]: () => Response.json({ dryRun: true, added }),
    [brought]: () => Promise.reject(new TypeError('Failed to fetch')),
  });
  const { user } = await showPage('/operator', operator);
  const part = panel('Bring in a network');
  await give(part, 'Network document', aFile(JSON.stringify(networkExample)));
  await user.click(await part.findByRole('button', { name: 'Bring the network in' }));
  expect(await part.findByText('No answer came: part of it may have been brought in')).toBeTruthy();
  await user.click(part.getByRole('button', { name: 'Check what is missing' }));
  expect(await part.findByText(/This would be added/)).toBeTruthy();
});

test('the example that is saved is a network the portal server takes', async () => {
  answering();
  const { user, desk } = await showPage('/operator', operator);
  await user.click(screen.getByRole('button', { name: 'Save an example…' }));
  await waitFor(() => expect(desk.done.saved).toHaveLength(1));
  const { name, bytes } = desk.done.saved[0] ?? { name: '', bytes: new Uint8Array() };
  expect(name).toBe('network-example.json');
  const network = networkSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const none = new Map();
  const known = { companies: new Set<string>(), offices: none, members: none, portals: none, categories: none };
  expect(networkFaults(network, known)).toEqual([]);
});

test('claims come into a chosen portal by a mapping, tried first', async () => {
  const counts = { rows: 3, added: 2, known: 0, bad: 1, leftOut: 0, notes: [] };
  const messages = [{ row: 3, faults: [], text: 'Row 3, column “loss”: “x” is no date' }];
  const path = 'POST /portals/baltic-portal/imports/claims';
  const asked = answering({
    [`${path}?dryRun=true`]: () => Response.json({ ...counts, messages, dryRun: true }),
    [`${path}?dryRun=false`]: () => Response.json({ ...counts, messages, dryRun: false }),
  });
  const { user } = await showPage('/operator', operator);
  await screen.findByRole('row', { name: /Baltic Insurance/ });
  const part = panel('Bring in claims');
  expect(part.getByText('Choose the portal first.')).toBeTruthy();
  await user.click(part.getByRole('combobox', { name: 'Portal' }));
  await user.click(await screen.findByRole('option', { name: 'Baltic Insurance' }));
  const csv = 'claim,loss\nA-1,2026-11-01\n';
  await give(part, 'Claims file', aFile(csv, 'claims.csv'));
  expect(await part.findByText('2 new cases')).toBeTruthy();
  expect(part.getByText(/is no date/)).toBeTruthy();
  await user.click(part.getByRole('button', { name: 'Bring the claims in' }));
  expect(await part.findByText('This came of the file:')).toBeTruthy();
  expect(JSON.parse(asked.find(({ call }) => call.startsWith(path))?.body ?? '')).toEqual({ csv, mapping: 'nfip' });
});

test('it says how the portal server is, how far the clocks are apart, and that other servers are heard late', async () => {
  vi.setSystemTime(Date.parse(monday) + 300_000);
  answering();
  await showPage('/operator', operator);
  const part = panel('Portal server');
  expect(await part.findByText(/PostgreSQL · 412 MB/)).toBeTruthy();
  expect(part.getByText(/ahead by 5 minutes/)).toBeTruthy();
  expect(part.getByText(/PORTAL_LISTEN_URL/)).toBeTruthy();
});

test('a mail that did not go out says why; it is tried again, or discarded after being asked', async () => {
  let health = someHealth;
  const without = (id: string) => {
    const failedMails = health.failedMails.filter((mail) => mail.id !== id);
    health = { ...health, failedMails, mailsFailed: failedMails.length };
    return Response.json({ mail: id });
  };
  const asked = answering({
    'GET /operator/health': () => Response.json(health),
    'POST /operator/mails/mail-1/retry': () => without('mail-1'),
    'POST /operator/mails/mail-2/discard': () => without('mail-2'),
  });
  const { user } = await showPage('/operator', operator);
  const part = panel('Mails that did not go out');
  const [carla, petra] = await part.findAllByRole('listitem');
  expect(carla?.textContent).toMatch(
    /carla@arvio.*External case handler role.*Baltic.*refused the sender or this address.*tried 7 times.*EENVELOPE 550/,
  );
  expect(petra?.textContent).toMatch(/New password.*Why is not known.*not tried again by itself/);
  await user.click(part.getByRole('button', { name: 'Try again now: carla@arvio.example' }));
  expect(await part.findByText('The mail to carla@arvio.example is tried again within seconds.')).toBe(
    document.activeElement,
  );
  await user.click(part.getByRole('button', { name: 'Discard: petra@drying.example' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(asked.some(({ call }) => call.endsWith('discard'))).toBe(false);
  await user.click(dialog.getByRole('button', { name: 'Discard mail' }));
  expect(await part.findByText('No mail is held up')).toBeTruthy();
});

test('work in the background that fails is told in words, and tried again', async () => {
  let health = someHealth;
  const asked = answering({
    'GET /operator/health': () => Response.json(health),
    'POST /operator/jobs/retry': (body) => {
      health = { ...health, failedJobs: [], jobsFailed: 0 };
      return Response.json(JSON.parse(body ?? ''));
    },
  });
  const { user } = await showPage('/operator', operator);
  const part = panel('Work in the background');
  const [briefs] = await part.findAllByRole('listitem');
  expect(briefs?.textContent).toMatch(
    /limits of their users.*Baltic Insurance.*To be done since.*tried 3 times.*55P03/,
  );
  await user.click(part.getByRole('button', { name: /^Try again now: / }));
  expect(await part.findByText('It is tried again within a minute.')).toBe(document.activeElement);
  expect(await part.findByText('Nothing fails in the background')).toBeTruthy();
  const body = JSON.stringify({ kind: 'briefs', portal: 'baltic-portal', subject: 'arvio' });
  expect(asked).toContainEqual({ call: 'POST /operator/jobs/retry', body });
});

test('offline the page says that it needs the portal server, asks nothing, and lets nothing be brought in', async () => {
  const asked = answering();
  await showPage('/operator', { ...operator, sync: { reach: 'offline' } });
  expect(screen.getByText('This page needs the portal server')).toBeTruthy();
  expect(screen.getAllByText('Nothing is known before the portal server can be asked.')).toHaveLength(4);
  expect(asked).toEqual([]);
});

test('what the portal server could not answer is said in its place, and asked again', async () => {
  let isAway = true;
  const away = { kind: 'unavailable', title: 'x', status: 503 };
  answering({ 'GET /operator/portals': () => (isAway ? aProblem(away) : Response.json(somePortals)) });
  const { user } = await showPage('/operator', operator);
  const part = panel('Portals');
  expect(await part.findByText('The portal server cannot be reached now')).toBeTruthy();
  isAway = false;
  await user.click(part.getByRole('button', { name: 'Try again' }));
  expect(await part.findByRole('row', { name: /Baltic/ })).toBeTruthy();
});
