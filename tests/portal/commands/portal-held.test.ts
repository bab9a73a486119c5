import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isUnavailable } from '../../../portal/commands/database-trouble.ts';
import { inChange } from '../../../portal/commands/in-change.ts';
import { openStore } from '../../../portal/store/open-store.ts';
import { protocolVersion } from '../../../shared/contract/protocol-version.ts';
import { aContent } from '../../support/builders.ts';
import { aPortalServer, lineOf, type TestPerson, type TestServer } from '../../support/portal-server.ts';
import { createDatabase } from '../../support/postgres.ts';
import { jsonRequest, wholeApp } from '../../support/whole-app.ts';

// Long enough for what does not wait to be answered before, on a busy machine too.
const lock = 2000;

let url: string;
let server: TestServer;
let other: pg.Client;

beforeEach(async () => {
  url = await createDatabase();
  server = await aPortalServer('postgres', { store: await openStore({ url, patience: { lock } }) });
  await server.addCases('nordic-portal', [aContent()]);
  await server.addCases('southern-portal', [aContent({ id: 'southern-case' })]);
  other = new pg.Client({ connectionString: url });
  await other.connect();
});
afterEach(async () => {
  await other.end();
  await server.close();
});

/** Another portal server hangs in the middle of a change. */
const holdNordic = () => other.query("begin; update portal_counter set number = 9 where portal = 'nordic-portal'");
const south = { portal: 'southern-portal' };

function post(person: TestPerson, ...commands: readonly unknown[]): Promise<Response> {
  const body = { protocol: protocolVersion, account: person.account, commands };
  return person.request('/commands', jsonRequest(body));
}

test('a portal that is held by another server is told to come again, and takes no other portal and no read with it', async () => {
  const [anna, bertil] = [await server.as('anna'), await server.as('bertil')];
  const commands = Array.from({ length: 30 }, (_, n) => anna.command('write-chat', 'case-1', { text: `${n}` }));
  await holdNordic();
  const answered: string[] = [];
  const held = Promise.all(
    commands.map(async (command) => {
      const response = await post(anna, command);
      answered.push('held');
      return [response.status, response.headers.get('retry-after'), (await response.json()).kind];
    }),
  );
  await bertil.pages();
  answered.push('pages');
  expect((await anna.request('/me')).status).toBe(200);
  answered.push('me');
  const southern = await anna.issue('write-chat', 'southern-case', { text: 'x' }, south);
  answered.push(southern.kind);
  expect(await held).toEqual(commands.map(() => [503, '5', 'unavailable']));
  expect(answered).toEqual(['pages', 'me', 'carried-out', ...commands.map(() => 'held')]);
  await other.query('rollback');
  const outcomes = await anna.post(...commands);
  expect(outcomes.map(({ kind }) => kind)).toEqual(commands.map(() => 'carried-out'));
});

test('sync 13: in a batch the commands of a held portal hold up no others; both come again with the batch', async () => {
  const anna = await server.as('anna');
  const write = (text: string, subject: string, more = {}) => anna.command('write-chat', subject, { text }, more);
  const batch = [write('a', 'case-1'), write('b', 'southern-case', south), write('c', 'case-1')];
  await holdNordic();
  expect((await post(anna, ...batch)).status).toBe(503);
  const { cursor } = lineOf(await anna.pages('', 'southern-portal'), 'tail') ?? {};
  const named = { named: [batch[1]?.id] };
  const contained = cursor && lineOf(await anna.delta(cursor, named, 'southern-portal'), 'contained');
  expect(contained?.commands).toEqual([{ id: batch[1]?.id, kind: 'carried-out' }]);
  await other.query('rollback');
  expect((await anna.post(...batch)).map(({ kind }) => kind)).toEqual(batch.map(() => 'carried-out'));
});

test('a server that hangs inside a change loses it to the database, and the others go on', async () => {
  const hanging = await openStore({ url, patience: { idle: 300 } });
  let begun = (): void => undefined;
  const beginning = new Promise<void>((resolve) => (begun = resolve));
  let wake = (): void => undefined;
  const asleep = new Promise<void>((resolve) => (wake = resolve));
  const change = inChange({ ...server.deps, store: hanging }, 'nordic-portal', async ({ db }) => {
    begun();
    await asleep;
    await db.selectFrom('portal').select('id').execute();
  });
  await beginning;
  const anna = await server.as('anna');
  expect(await anna.issue('write-chat', 'case-1', { text: 'x' })).toMatchObject({ kind: 'carried-out' });
  wake();
  expect(isUnavailable(await change.catch((cause: unknown) => cause))).toBe(true);
  await hanging.close();
});

test('what is written without a change waits for nobody’s lock without end either, and the signed-in read on', async () => {
  const anna = await server.as('anna');
  await other.query('begin; lock table auth_session, stored_file in exclusive mode');
  const signingIn = wholeApp(server).request(
    '/sign-in',
    jsonRequest({ email: 'bertil@example.com', password: 'a long enough password' }),
  );
  const sending = anna.upload('file-1', 'case-1', Buffer.from('a;b'));
  expect((await anna.request('/me')).status).toBe(200);
  expect([(await signingIn).status, (await sending).status]).toEqual([503, 503]);
  await other.query('rollback');
  expect((await anna.upload('file-1', 'case-1', Buffer.from('a;b'))).status).toBe(200);
});

test('an upgrade of the tables waits for another server’s, however long that takes', async () => {
  await other.query('begin; select pg_advisory_xact_lock(3853314791062309107)');
  const opening = openStore({ url, patience: { lock: 50, idle: 50, answer: 50 } });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await other.query('commit');
  const store = await opening;
  expect(store.storeId).toBe(server.store.storeId);
  await store.close();
});
