import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemSchema } from '../../../shared/contract/problem.ts';
import { sessionSchema } from '../../../shared/contract/session.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';
import { jsonRequest, wholeApp } from '../../support/whole-app.ts';

const password = 'a long enough password';

describe.each(engines)('accounts over HTTP on $engine', ({ engine }) => {
  let server: TestServer;
  let app: Hono;
  beforeAll(async () => {
    server = await aPortalServer(engine);
    app = wholeApp(server);
  });
  afterAll(() => server.close());

  const signIn = (email: string, given = password, from = '192.0.2.1') =>
    app.request('/sign-in', jsonRequest({ email, password: given }, { 'x-test-address': from }));

  async function token(email: string): Promise<string> {
    const response = await signIn(email);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store');
    return sessionSchema.parse(await response.json()).token;
  }

  const as = (given: string, path: string, method = 'GET') =>
    app.request(path, { method, headers: { authorization: `Bearer ${given}` } });

  test('a session is given, listed, ended and then worth nothing', async () => {
    const [one, two] = [await token('carla@example.com'), await token('carla@example.com')];
    const { sessions } = await (await as(one, '/sessions')).json();
    expect(sessions).toHaveLength(2);
    const other = sessions.find((each: { current: boolean }) => !each.current);
    expect((await as(one, `/sessions/${other.id}`, 'DELETE')).status).toBe(200);
    expect((await as(one, `/sessions/${other.id}`, 'DELETE')).status).toBe(404);
    const ended = await as(two, '/me');
    expect([ended.status, problemSchema.parse(await ended.json()).kind]).toEqual([401, 'session-ended']);
    expect((await as(one, '/me')).status).toBe(200);
    expect((await as(one, '/sign-out', 'POST')).status).toBe(200);
    expect((await as(one, '/me')).status).toBe(401);
    expect((await as(one, '/sessions')).status).toBe(401);
    expect((await as(one, '/sign-out', 'POST')).status).toBe(200);
  });

  test('a wrong password and an unknown address are the same Problem', async () => {
    const answers = await Promise.all([
      signIn('carla@example.com', 'not the password'),
      signIn('nobody@example.com', 'not the password'),
    ]);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map((answer) => answer.status)).toEqual([401, 401]);
    expect(bodies[0]).toBe(bodies[1]);
    expect(problemSchema.parse(JSON.parse(bodies[0] ?? '')).kind).toBe('wrong-credentials');
  });

  test('sync 36: who guesses is answered 429 and told when to come again', async () => {
    // The clock here goes on by seconds, so it takes some more than the free ones.
    for (let index = 0; index < 7; index += 1) await signIn('cora@example.com', 'guess', '192.0.2.77');
    const slowed = await signIn('cora@example.com', password, '192.0.2.77');
    expect(slowed.status).toBe(429);
    expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(problemSchema.parse(await slowed.json()).kind).toBe('slow-down');
  });

  test('a forgotten password is answered alike for known and unknown addresses', async () => {
    const ask = (email: string) => app.request('/forgot-password', jsonRequest({ email }));
    const answers = [await ask('rita@example.com'), await ask('nobody@example.com')];
    expect(await Promise.all(answers.map(async (each) => [each.status, await each.text()]))).toEqual([
      [200, '{}'],
      [200, '{}'],
    ]);
  });

  test.each([
    [{ email: 'no address', password }],
    [{ email: 'carla@example.com' }],
    [{ email: 'carla@example.com', password: 'x'.repeat(201) }],
    [{ email: 'carla@example.com', password, more: 1 }],
    ['text'],
  ])('what is no sign-in is not understood: %j', async (body) => {
    const response = await app.request('/sign-in', jsonRequest(body));
    expect(response.status).toBe(400);
    expect(problemSchema.parse(await response.json()).kind).toBe('not-understood');
  });

  test('demo accounts are offered with the demo only', async () => {
    expect(await (await app.request('/demo-accounts')).json()).toEqual({ accounts: [] });
    const { accounts } = await (await wholeApp(server, true).request('/demo-accounts')).json();
    expect(accounts).toHaveLength(8);
  });
});
