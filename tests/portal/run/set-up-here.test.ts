import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setUpSchema, type SetUp } from '../../../shared/contract/set-up.ts';
import { folderTransport } from '../../../portal/mail/transports.ts';
import { createEmbeddedServer, type EmbeddedServer } from '../../../portal/run/embedded.ts';
import { deriveRecoveryKey } from '../../../portal/run/recovery-key.ts';
import { openPortal } from '../../../portal/run/open-portal.ts';
import { applyNetwork } from '../../../portal/network/apply-network.ts';
import { networkSchema } from '../../../portal/network/network-document.ts';
import { setUpNetwork } from '../../../portal/network/set-up-network.ts';
import { aSetUp } from '../../support/a-set-up.ts';

const secret = 'a secret of this launch, forty characters';
const encryptionKey = 'k'.repeat(43);

let folder: string;
let server: EmbeddedServer;
let faults: unknown[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'partner-desk-set-up-'));
  faults = [];
  server = createEmbeddedServer((fault) => faults.push(fault));
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const database = () => join(folder, 'portal');
const open = (of: EmbeddedServer = server) =>
  of.hear({ kind: 'open', secret, folder: database(), encryptionKey, demo: false, mailFolder: join(folder, 'mail') });
const setUp = (change: Partial<SetUp> = {}) =>
  server.hear({ kind: 'set-up', id: '1', setUp: { ...aSetUp(), ...change } });

async function made(change: Partial<SetUp> = {}) {
  const answer = await setUp(change);
  if (answer.kind !== 'made') throw new Error(JSON.stringify(answer));
  return answer;
}

/** The same database as another portal server would open it. */
const openAlone = () =>
  openPortal({
    address: { file: join(database(), 'portal.db'), encryptionKey },
    recoveryKey: deriveRecoveryKey(encryptionKey),
    demoDay: null,
    transport: () => folderTransport(join(folder, 'mail')),
    publicUrl: () => 'http://127.0.0.1',
    onFault: (fault) => faults.push(fault),
  });

const ask = async (port: number, path: string, body?: unknown, token?: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}${path}`, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      'x-desk-launch': secret,
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  });

test('an empty server without a demo makes nothing and listens nowhere until it is set up', async () => {
  expect(await open()).toEqual({ kind: 'empty' });
  expect(readdirSync(database())).toEqual([]);
  expect(await open()).toEqual({ kind: 'failed', detail: 'it is open already' });
});

test('a set-up that the form takes fits together: long names with any letters, and none that a network would refuse', () => {
  const named = (name: string) => ({
    ...aSetUp(),
    partners: aSetUp().partners.map((each) => ({ ...each, name, city: '🏠 Kuopio' })),
  });
  const long = named('K'.repeat(198));
  expect(setUpSchema.safeParse(long).success).toBe(true);
  expect(networkSchema.safeParse(setUpNetwork(long, () => 'made-here')).error).toBeUndefined();
  for (const name of ['Kuivaus\u202eyO', 'two\u2028lines', 'N\u0000'])
    expect(setUpSchema.safeParse(named(name)).success).toBe(false);
});

test('what was typed becomes a portal that everybody signs in at with a password of his or her own', async () => {
  await open();
  const { listening, passwords } = await made();
  expect(passwords.map(({ email }) => email)).toEqual([
    'sara@nordic.example',
    'aino@kuivaus.example',
    'pekka@kuivaus.example',
  ]);
  expect(new Set(passwords.map(({ password }) => password)).size).toBe(3);
  for (const { password } of passwords) expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  const { email, password } = aSetUp().operator;
  for (const who of [
    { email, password },
    ...passwords.map((each) => ({ email: each.email, password: each.password })),
  ]) {
    const signedIn = await ask(listening.port, '/sign-in', who);
    expect([who.email, signedIn.status]).toEqual([who.email, 200]);
  }
  // Nobody else's opens an account.
  expect((await ask(listening.port, '/sign-in', { email, password: passwords[0]?.password })).status).toBe(401);
});

test('levels, marks, limit and works are as they were chosen', async () => {
  await open();
  await made();
  await server.close();
  const { store, close } = await openAlone();
  const portal = await store.db.selectFrom('portal').select(['id', 'name', 'settings']).executeTakeFirstOrThrow();
  expect([portal.id, portal.name]).toEqual(['nordisk-forsakring', 'Nordisk Försäkring']);
  expect(JSON.parse(portal.settings)).toMatchObject({
    currency: 'SEK',
    timeZone: 'Europe/Stockholm',
    externalCaseHandler: { enabled: true, defaultLimit: 2_500_000 },
    taskTypes: [{ code: 'inspection' }, { code: 'drying' }],
  });
  const members = await store.db
    .selectFrom('membership')
    .innerJoin('member', 'member.id', 'membership.member')
    .innerJoin('person', 'person.id', 'member.person')
    .select(['person.name', 'level', 'marked', 'active', 'certified'])
    .orderBy('person.name')
    .execute();
  await close();
  const works = '["inspection","drying"]';
  expect(members).toEqual([
    { name: 'Aino Laine', level: 3, marked: 1, active: 1, certified: works },
    { name: 'Olle Operator', level: 6, marked: 0, active: 1, certified: '[]' },
    { name: 'Pekka Virta', level: 1, marked: 0, active: 1, certified: works },
    { name: 'Sara Lund', level: 6, marked: 0, active: 1, certified: '[]' },
  ]);
});

test('once set up it opens as it is, and is never set up a second time', async () => {
  await open();
  const { listening } = await made();
  expect(await setUp()).toEqual({ kind: 'not-made', id: '1', answer: { ok: false, reason: 'not-empty' } });
  await server.close();
  expect(await open()).toMatchObject({ kind: 'listening', store: listening.store, demoAccounts: [], demoDay: null });
  expect(await setUp()).toMatchObject({ kind: 'not-made', answer: { reason: 'not-empty' } });
});

test('a set-up that broke off half way is nobody’s: it waits again, and is made whole', async () => {
  expect(await open()).toEqual({ kind: 'empty' });
  const half = await openAlone();
  const network = networkSchema.parse(
    setUpNetwork({ ...aSetUp(), senior: { name: 'Old', email: 'old@x.example' } }, half.deps.newId),
  );
  expect(await applyNetwork(half.deps, { network })).toMatchObject({ ok: true });
  await half.close();
  await server.close();
  expect(await open()).toEqual({ kind: 'empty' });
  const { listening, passwords } = await made();
  expect(passwords).toHaveLength(3);
  const { email, password } = aSetUp().operator;
  const { token, person } = await (await ask(listening.port, '/sign-in', { email, password })).json();
  expect(person.name).toBe('Olle Operator');
  expect((await ask(listening.port, '/me', undefined, token)).status).toBe(200);
});

test('the operator’s password is refused by the rules, and nothing was made', async () => {
  await open();
  expect(await setUp({ operator: { ...aSetUp().operator, password: 'olle operator' } })).toEqual({
    kind: 'not-made',
    id: '1',
    answer: { ok: false, reason: 'password', fault: 'own-name' },
  });
  const asked = { kind: 'check-password', id: '2', chooser: { name: 'Olle', email: 'olle@x.example' } };
  expect(await server.hear({ ...asked, password: 'short' })).toEqual({ kind: 'password', id: '2', fault: 'too-short' });
  expect(await server.hear({ ...asked, password: 'a rainy day in May' })).toEqual({
    kind: 'password',
    id: '2',
    fault: null,
  });
  expect(readdirSync(database())).toEqual([]);
  expect(await made()).toBeTruthy();
});

test('no password and no name lies in clear on the disk or in what is written of faults', async () => {
  await open();
  const { passwords } = await made();
  await server.close();
  const words = [...passwords.map(({ password }) => password), aSetUp().operator.password, 'Aino Laine', 'Kuivaus'];
  for (const name of readdirSync(database())) {
    const bytes = readFileSync(join(database(), name));
    for (const word of words) expect([name, bytes.includes(word)]).toEqual([name, false]);
  }
  expect(faults).toEqual([]);
});

test('what does not fit is not understood: nobody twice, no unknown work, a company with people', async () => {
  await open();
  const { senior, partners, portal } = aSetUp();
  const [partner] = partners;
  const wrong: readonly Partial<SetUp>[] = [
    { senior: { ...senior, email: 'OLLE@x.example' } },
    { partners: [] },
    { partners: [{ name: 'Kuivaus Oy', street: 'Street 1', postalCode: '1', city: 'Kuopio', people: [] }] },
    { partners: partner ? [{ ...partner, city: ' ' }] : [] },
    { portal: { ...portal, currency: 'crowns' } },
    { portal: { ...portal, timeZone: 'Mars/Olympus' } },
    { portal: { ...portal, taskTypes: [] } },
    { portal: { ...portal, defaultLimit: 1.5 } },
  ];
  for (const change of wrong)
    expect(await setUp(change)).toEqual({ kind: 'failed', detail: 'the message was not understood' });
});
