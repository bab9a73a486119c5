import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isUnavailable } from '../../../portal/commands/database-trouble.ts';
import { inChange } from '../../../portal/commands/in-change.ts';
import { openStore } from '../../../portal/store/open-store.ts';
import { protocolVersion } from '../../../shared/contract/protocol-version.ts';
import { aContent } from '../../support/builders.ts';
import { aDatabaseGate, type DatabaseGate } from '../../support/database-gate.ts';
import { aPortalServer, cursorOf, type TestPerson, type TestServer } from '../../support/portal-server.ts';
import { createDatabase } from '../../support/postgres.ts';
import { formRequest, jsonRequest, wholeApp } from '../../support/whole-app.ts';

describe('a database that is away', () => {
  let gate: DatabaseGate;
  let server: TestServer;
  let anna: TestPerson;

  beforeEach(async () => {
    gate = await aDatabaseGate(await createDatabase());
    server = await aPortalServer('postgres', { store: await openStore({ url: gate.url }) });
    await server.addCases('nordic-portal', [aContent()]);
    anna = await server.as('anna');
  });
  afterEach(async () => {
    gate.shut();
    await server.close();
  });

  /** One request for every way into the database. */
  async function everything(): Promise<readonly (readonly [path: string, request: RequestInit])[]> {
    const cursor = cursorOf(await anna.pages());
    const protocol = protocolVersion;
    const commands = [anna.command('write-chat', 'case-1', { text: 'x' })];
    const { account } = anna;
    const signedIn = (init: RequestInit = {}): RequestInit => ({
      ...init,
      headers: { ...Object.fromEntries(new Headers(init.headers)), authorization: anna.authorization() },
    });
    const file = { method: 'PUT', headers: { 'content-type': 'text/csv' }, body: 'a;b' };
    const hash = '3'.repeat(64);
    const password = { password: 'another long password', again: 'another long password' };
    return [
      ['/sign-in', jsonRequest({ email: 'bertil@example.com', password: 'a long enough password' })],
      ['/forgot-password', jsonRequest({ email: 'bertil@example.com' })],
      ['/sessions', signedIn()],
      [`/sessions/${randomUUID()}`, signedIn({ method: 'DELETE' })],
      ['/me', signedIn()],
      ['/commands', signedIn(jsonRequest({ protocol, account, commands }))],
      [`/commands/${randomUUID()}/cancel`, signedIn(jsonRequest({ portal: 'nordic-portal', account }))],
      ['/sync/nudges', signedIn()],
      [`/sync/nordic-portal/pages?protocol=${protocol}`, signedIn()],
      ['/sync/nordic-portal/delta', signedIn(jsonRequest({ protocol, cursor, named: [] }))],
      ['/candidates/nordic-portal/case-1/offices', signedIn()],
      ['/files/nordic-portal/file-1', signedIn()],
      [`/files/nordic-portal/file-1?case=case-1&name=a.csv&sha256=${hash}`, signedIn(file)],
      ['/portals/nordic-portal/imports/claims', signedIn(jsonRequest({ csv: 'a;b', mapping: 'nfip' }))],
      ['/set-up/network', signedIn(jsonRequest({ companies: [], offices: [], members: [], portals: [] }))],
      ['/reset-password?token=none', {}],
      ['/reset-password', formRequest({ token: 'none', ...password })],
      ['/set-up?token=none', {}],
      ['/set-up', formRequest({ token: 'none', company: 'a', name: 'b', email: 'c@example.com', ...password })],
    ];
  }

  test('is 503 with a time to come again on every route, never a fault, and all is as before when it is back', async () => {
    const app = wholeApp(server);
    const requests = await everything();
    const ask = async (): Promise<readonly (readonly [string, number, string | null])[]> => {
      const answers: (readonly [string, number, string | null])[] = [];
      for (const [path, init] of requests) {
        const response = await app.request(path, init);
        answers.push([path, response.status, response.headers.get('retry-after')]);
        await response.body?.cancel();
      }
      return answers;
    };
    const before = await ask();
    expect(before.filter(([, status]) => status >= 500)).toEqual([]);
    gate.shut();
    expect(await ask()).toEqual(requests.map(([path]) => [path, 503, '5']));
    expect((await app.request('/health')).status).toBe(200);
    await gate.open();
    expect(await ask()).toEqual(before);
  });

  test('troubles nobody who has left the stream of nudges', async () => {
    const app = wholeApp(server);
    for (const wait of [0, 5, 20]) {
      const stream = await app.request('/sync/nudges', { headers: { authorization: anna.authorization() } });
      await stream.body?.cancel();
      await new Promise((resolve) => setTimeout(resolve, wait));
      gate.shut();
      await new Promise((resolve) => setTimeout(resolve, 100));
      await gate.open();
    }
    expect(server.faults).toEqual([]);
  });

  test('and goes in the middle of a change takes the change with it, and nothing else', async () => {
    const change = inChange(server.deps, 'nordic-portal', async ({ db }) => {
      gate.shut();
      // Nobody waits for an answer when the connection is cut.
      await new Promise((resolve) => setTimeout(resolve, 50));
      await db.selectFrom('portal').select('id').execute();
    });
    expect(isUnavailable(await change.catch((cause: unknown) => cause))).toBe(true);
    await gate.open();
    expect(await anna.issue('write-chat', 'case-1', { text: 'x' })).toMatchObject({ kind: 'carried-out' });
  });

  test('and does not answer any more is not waited for without end', async () => {
    const store = await openStore({ url: gate.url, patience: { answer: 200 } });
    const slow = await sql`select pg_sleep(3)`.execute(store.db).catch((cause: unknown) => cause);
    expect(isUnavailable(slow)).toBe(true);
    expect(await store.db.selectFrom('portal').select('id').execute()).toHaveLength(2);
    await store.close();
  });
});
