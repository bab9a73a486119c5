import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';

describe('the embedded portal server', () => {
  let server: TestServer;
  const secret = 'the secret of this launch';

  beforeAll(async () => {
    server = await aPortalServer('sqlite', { launchSecret: secret });
  });
  afterAll(() => server.close());

  const ask = (headers: Record<string, string>, path = 'http://127.0.0.1:4711/health') =>
    server.app.request(path, { headers });

  test('sync 27: answers the desk, which knows the secret of this launch', async () => {
    expect((await ask({ 'x-desk-launch': secret })).status).toBe(200);
    expect((await ask({ 'x-desk-launch': secret, host: '127.0.0.1:4711' })).status).toBe(200);
  });

  test.each([
    ['nobody without the secret', {}],
    ['nobody with another secret', { 'x-desk-launch': 'the secret of that launch' }],
    ['no page: a request with an Origin', { 'x-desk-launch': secret, origin: 'http://127.0.0.1:4711' }],
    ['no page whose name points here', { 'x-desk-launch': secret, host: 'evil.example:4711' }],
    ['not localhost either', { 'x-desk-launch': secret, host: 'localhost:4711' }],
  ])('sync 27: answers %s', async (_name, headers: Record<string, string>) => {
    for (const path of ['/health', '/me', '/nothing']) {
      const answer = await ask(headers, `http://127.0.0.1:4711${path}`);
      expect([answer.status, await answer.json()]).toMatchObject([403, { kind: 'not-allowed' }]);
    }
  });

  test('sync 27: refuses a body that is neither JSON nor a file, before it is read', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
      const answer = await server.app.request('http://127.0.0.1:4711/commands', {
        method: 'POST',
        headers: { 'x-desk-launch': secret, ...(type ? { 'content-type': type } : {}) },
        body: '{"protocol":1}',
      });
      expect([answer.status, await answer.json()]).toMatchObject([415, { kind: 'unsupported-media' }]);
    }
  });
});

test('sync 28: every answer says that it is not to be kept', async () => {
  const server = await aPortalServer('sqlite');
  const anna = await server.as('anna');
  for (const path of ['/health', '/me', '/sync/nordic-portal/pages?protocol=2', '/nothing']) {
    expect((await anna.request(path)).headers.get('cache-control')).toBe('no-store');
  }
  await server.close();
});
